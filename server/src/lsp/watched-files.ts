// Follows files and folders that change outside of the editor's documents.
// Asks the client to watch; a client that cannot is served from what it opens and saves.
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesParams,
  FileChangeType,
  WatchKind,
} from "vscode-languageserver";
import { normalUri } from "../host/uris.ts";
import type { ClientSupport } from "./client-support.ts";
import type { Log } from "./log.ts";
import type { Workspace } from "./workspace.ts";

const PATTERNS: readonly string[] = ["**/*.TXT", "**/*.txt", "**/*.md"];
// A folder that is made together with its files is often reported alone.
const ARTICLE_FOLDERS = "**/{Q*,[0-9][0-9][0-9]}";
// When a folder is deleted, editors report the folder and not what was in it.
const FOLDERS = "**/*";

/** Asks the client to report changes. */
export function watchFiles(connection: Connection, support: ClientSupport, log: Log): void {
  if (!support.watchRegistration) return;
  const watchers = PATTERNS.map((globPattern) => ({ globPattern, kind: WatchKind.Create | WatchKind.Change }));
  const folders = [
    { globPattern: ARTICLE_FOLDERS, kind: WatchKind.Create },
    { globPattern: FOLDERS, kind: WatchKind.Delete },
  ];
  const options = { watchers: [...watchers, ...folders] };
  const registered = connection.client.register(DidChangeWatchedFilesNotification.type, options);
  registered.catch(() => log.info("changes of files are not followed"));
}

/** Tells the index of changes; what is open stands for itself. */
export function filesChanged(workspace: Workspace, { changes }: DidChangeWatchedFilesParams): void {
  const changed: string[] = [];
  const deleted: string[] = [];
  for (const { uri, type } of Array.isArray(changes) ? changes : []) {
    if (typeof uri !== "string") continue;
    (type === FileChangeType.Deleted ? deleted : changed).push(normalUri(uri));
  }
  workspace.index.filesChanged(changed, deleted);
}
