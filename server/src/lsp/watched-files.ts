// Follows files and folders that change outside of the editor's documents.
// Asks the client to watch; a client that cannot is served from what it opens and saves.
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesParams,
  FileChangeType,
  WatchKind,
} from "vscode-languageserver";
import { CONFIG_FILE } from "../config/config.ts";
import { normalUri } from "../host/uris.ts";
import type { ClientSupport } from "./client-support.ts";
import type { Log } from "./log.ts";
import type { RootConfig } from "./root-config.ts";
import type { Workspace } from "./workspace.ts";

const PATTERNS: readonly string[] = ["**/*.TXT", "**/*.txt", "**/*.md", `**/${CONFIG_FILE}`];
// A branch switch sends a hundred thousand of them, nearly all in normal form; parsing each would hold typing up.
const PLAIN = /^file:\/\/\/(?:[A-Za-z0-9._~/-]|%20)*[A-Za-z0-9._~-]$/;
const WILDCARD = /[*?[\]{}!]/;
// A folder that is made together with its files is often reported alone; as changed where another one was deleted at
// the same moment.
const ARTICLE_FOLDERS = "**/{Q*,[0-9][0-9][0-9]}";
// When a folder is deleted, editors report the folder and not what was in it.
const FOLDERS = "**/*";

/** Asks the client to report changes. */
export function watchFiles(connection: Connection, support: ClientSupport, log: Log): void {
  if (!support.watchRegistration) return;
  const watchers = PATTERNS.map((globPattern) => ({ globPattern, kind: WatchKind.Create | WatchKind.Change }));
  const folders = [
    { globPattern: ARTICLE_FOLDERS, kind: WatchKind.Create | WatchKind.Change },
    { globPattern: FOLDERS, kind: WatchKind.Delete },
  ];
  const options = { watchers: [...watchers, ...folders] };
  const registered = connection.client.register(DidChangeWatchedFilesNotification.type, options);
  registered.catch(() => log.info("changes of files are not followed"));
}

/** What changed, as URIs in normal form; a deleted one may be a folder's, and so may a new one. */
export interface FileChanges {
  readonly changed: readonly string[];
  readonly deleted: readonly string[];
}

/** Tells the workspace of changes, and gives them in normal form; what is open stands for itself. */
export function filesChanged(workspace: Workspace, { changes }: DidChangeWatchedFilesParams): FileChanges {
  const changed: string[] = [];
  const deleted: string[] = [];
  for (const { uri, type } of Array.isArray(changes) ? changes : []) {
    if (typeof uri !== "string") continue;
    (type === FileChangeType.Deleted ? deleted : changed).push(PLAIN.test(uri) ? uri : normalUri(uri));
  }
  workspace.filesChanged(changed, deleted);
  return { changed, deleted };
}

/** Has the lists that settings point to watched: by their names, which only the settings know. */
export class ListWatch {
  readonly #connection: Connection;
  readonly #support: ClientSupport;
  readonly #log: Log;
  readonly #names = new Set<string>();

  constructor(connection: Connection, support: ClientSupport, log: Log) {
    this.#connection = connection;
    this.#support = support;
    this.#log = log;
  }

  /** Watches the lists of a folder's settings. A name is asked for once; one that is no longer needed does no harm. */
  watch(root: RootConfig): void {
    if (!this.#support.watchRegistration) return;
    const names = [...root.lists].map((path) => path.slice(path.lastIndexOf("/") + 1));
    const added = names.filter((name) => !this.#names.has(name) && !WILDCARD.test(name));
    if (added.length === 0) return;
    for (const name of added) this.#names.add(name);
    const watchers = [...new Set(added)].map((name) => ({ globPattern: `**/${name}` }));
    const registered = this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    registered.catch(() => this.#log.info("changes of lists are not followed"));
  }
}
