// The notifications that keep the server in step with the editor: documents, files, folders and settings.
// Each one changes the state and leaves the consequences to the index and the scheduler.
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  type DidChangeWorkspaceFoldersParams,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  InitializedNotification,
} from "vscode-languageserver";
import type { ConfigProblems } from "./config-problems.ts";
import { Debounce } from "./debounce.ts";
import type { DiagnosticsScheduler } from "./diagnostics-scheduler.ts";
import type { Dispatcher } from "./dispatch.ts";
import { folderUris } from "./folders.ts";
import type { Log } from "./log.ts";
import type { OpenDocument } from "./open-document.ts";
import type { ServerParts } from "./request-context.ts";
import { filesChanged, watchFiles } from "./watched-files.ts";

/** A client's session: what `initialize` made. */
export interface Session {
  readonly connection: Connection;
  readonly log: Log;
  readonly parts: ServerParts;
  readonly scheduler: DiagnosticsScheduler;
  readonly problems: ConfigProblems;
  /** The folders that are open now. */
  folders: readonly string[];
}

// After so long without typing, other documents are told what was typed.
const QUIET = 150;

/** Registers the handlers of all notifications. */
export function registerSync(dispatcher: Dispatcher, session: Session): void {
  registerDocuments(dispatcher, session);
  const { workspace } = session.parts;
  dispatcher.onNotification(InitializedNotification.type, () => {
    const { connection, log, parts } = session;
    workspace.configuration.register();
    watchFiles(connection, parts.support, log);
    workspace.configuration.refresh(session.folders);
    workspace.index.addFolders(session.folders);
    session.scheduler.start();
  });
  dispatcher.onNotification(DidChangeWatchedFilesNotification.type, (_, params) => {
    const { changed, deleted } = filesChanged(workspace, params);
    session.scheduler.filesChanged(changed, deleted);
  });
  dispatcher.onNotification(DidChangeWorkspaceFoldersNotification.type, (_, params) => changeFolders(session, params));
  dispatcher.onNotification(DidChangeConfigurationNotification.type, (_, params) => {
    workspace.configuration.refresh(session.folders, params.settings);
  });
}

function registerDocuments(dispatcher: Dispatcher, { log, parts, scheduler, problems }: Session): void {
  const { workspace } = parts;
  const flush = new Debounce(log, "updating the index", () => workspace.flush());
  const changed = (document: OpenDocument | undefined): void => {
    if (!document) return;
    workspace.touch(document);
    flush.after(QUIET);
    scheduler.documentChanged(document);
    problems.documentChanged(document);
  };
  dispatcher.onNotification(DidOpenTextDocumentNotification.type, (_, params) => {
    const document = workspace.documents.open(params);
    if (document?.tooLarge) log.warn(`${document.uri} is too large to be looked at`);
    if (document) workspace.configuration.archives.prepare(document.key);
    changed(document);
    if (document) scheduler.documentOpened(document);
  });
  dispatcher.onNotification(DidChangeTextDocumentNotification.type, (_, params) => {
    changed(workspace.documents.change(params));
  });
  dispatcher.onNotification(DidSaveTextDocumentNotification.type, (_, { textDocument }) => {
    const document = workspace.documents.get(textDocument.uri);
    if (!document) return;
    document.markSaved();
    // What is saved is on the disk again, whatever was heard of its file; and not every client reports it.
    workspace.touch(document);
    flush.after(QUIET);
    workspace.configuration.archives.filesChanged([document.key], []);
    scheduler.documentSaved(document);
  });
  dispatcher.onNotification(DidCloseTextDocumentNotification.type, (_, { textDocument }) => {
    const document = workspace.documents.close(textDocument.uri);
    if (!document) return;
    workspace.closed(document);
    scheduler.documentClosed(document);
    problems.documentClosed(document);
  });
}

function changeFolders(session: Session, { event }: DidChangeWorkspaceFoldersParams): void {
  const added = folderUris(event.added);
  const removed = folderUris(event.removed);
  const { workspace } = session.parts;
  session.folders = [
    ...session.folders.filter((folder) => !removed.includes(folder) && !added.includes(folder)),
    ...added,
  ];
  workspace.configuration.archives.setRoots(session.folders);
  workspace.index.removeFolders(removed);
  workspace.index.addFolders(added);
  workspace.touchAll();
  workspace.flush();
  workspace.configuration.refresh(session.folders);
}
