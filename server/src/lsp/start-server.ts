// Puts the server together on a connection: makes its parts when the client has said what it can do, and wires them.
// The same on Node and in a web worker.
import {
  type Connection,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  ResponseError,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { RULES } from "../lint/registry.generated.ts";
import { ArchiveConfigs } from "./archive-configs.ts";
import { ArchiveLint } from "./archive-lint.ts";
import { clientMessages } from "./client-messages.ts";
import { type ClientSupport, clientSupport } from "./client-support.ts";
import { ConfigProblems } from "./config-problems.ts";
import { Configuration } from "./configuration.ts";
import { DiagnosticsScheduler } from "./diagnostics-scheduler.ts";
import { Dispatcher } from "./dispatch.ts";
import { featureCapabilities, registerFeatures } from "./feature-table.ts";
import { initialFolders } from "./folders.ts";
import { IndexKeeper, type IndexListener } from "./index-keeper.ts";
import { IndexProgress } from "./index-progress.ts";
import { Linter } from "./linter.ts";
import type { Log } from "./log.ts";
import { Pace } from "./pace.ts";
import type { Platform } from "./platform.ts";
import type { ServerParts } from "./request-context.ts";
import { SlicedIndexer } from "./sliced-indexer.ts";
import { registerSync, type Session } from "./sync.ts";
import { ViewRefresh } from "./view-refresh.ts";
import { WarmUp } from "./warm-up.ts";
import { ListWatch } from "./watched-files.ts";
import { Workspace } from "./workspace.ts";

/** What the entry point can ask of a started server. */
export interface StartedServer {
  /** Whether the client has said `shutdown`. */
  readonly isShutDown: boolean;
}

/** Starts the server on a connection. */
export function startServer(connection: Connection, platform: Platform): StartedServer {
  const log = connectionLog(connection);
  const dispatcher = new Dispatcher(connection, log);
  connection.onInitialize((params) => {
    if (dispatcher.life !== "waiting") return new ResponseError(ErrorCodes.InvalidRequest, "initialized already");
    const session = createSession(connection, platform, log, params);
    dispatcher.start(session.parts);
    registerSync(dispatcher, session);
    return initializeResult(session.parts.support, platform.version);
  });
  connection.onShutdown(() => {
    dispatcher.stop();
  });
  registerFeatures(dispatcher);
  connection.listen();
  return {
    get isShutDown() {
      return dispatcher.life === "stopped";
    },
  };
}

function connectionLog(connection: Connection): Log {
  return {
    info: (message) => connection.console.info(message),
    warn: (message) => connection.console.warn(message),
    error: (message) => connection.console.error(message),
  };
}

function createSession(connection: Connection, platform: Platform, log: Log, params: InitializeParams): Session {
  const support = clientSupport(params);
  const host = platform.createHost(support.clientFiles, (method, sent) => connection.sendRequest(method, sent));
  const pace = new Pace(() => platform.pause());
  const progress = new IndexProgress(connection, support);
  const onChange = (): void => {
    scheduler.settingsChanged();
    views.settingsChanged();
  };
  const archives = new ArchiveConfigs({
    host,
    rules: RULES,
    log,
    listener: {
      onRead: (root) => lists.watch(root),
      onConfig: (root) => {
        problems.publish(root);
        scheduler.settingsChanged();
      },
      onMembership: (root) => index.readAgain([root]),
      onRemoved: (root) => problems.remove(root),
    },
  });
  const configuration = new Configuration({ connection, support, log, archives, onChange });
  const listener: IndexListener = {
    onBegin: () => progress.begin(),
    onProgress: (now) => progress.report(now),
    onReady: (articles) => {
      progress.end(articles);
      archiveLint.archiveRead();
      void warmUp.begin();
    },
    onChange: (change) => {
      scheduler.archiveChanged(change);
      views.archiveChanged(change);
    },
    onUpdate: () => views.indexChanged(),
  };
  const ownIndexer = support.clientFiles
    ? undefined
    : platform.createIndexer?.({ storageFolder: support.storageFolder, warn: log.warn });
  const indexer = ownIndexer ?? new SlicedIndexer(host, pace, platform.build);
  const index = new IndexKeeper({ host, pace, log, listener, membership: archives, indexer });
  const workspace = new Workspace({ host, index, configuration, log });
  const linter = new Linter(workspace, RULES, support);
  const lintParts = { connection, support, log, workspace, linter };
  const archiveLint = new ArchiveLint({ ...lintParts, host, pace, folders: () => session.folders });
  const scheduler = new DiagnosticsScheduler({ ...lintParts, archiveLint });
  const problems = new ConfigProblems({ connection, workspace, rules: RULES });
  const views = new ViewRefresh({ connection, support, log, workspace });
  const lists = new ListWatch(connection, support, log);
  const warmUp = new WarmUp({ workspace, linter, pace, log });
  const parts: ServerParts = { workspace, linter, support, pace, messages: clientMessages(connection), archiveLint };
  const folders = initialFolders(params);
  archives.setRoots(folders);
  configuration.useOptions(params);
  const session: Session = { connection, log, parts, scheduler, problems, folders };
  return session;
}

function initializeResult(support: ClientSupport, version: string): InitializeResult {
  const features = featureCapabilities(support);
  return {
    serverInfo: { name: "kb-language-server", version },
    capabilities: {
      positionEncoding: PositionEncodingKind.UTF16,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
      ...features,
      workspace: { ...features.workspace, workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}
