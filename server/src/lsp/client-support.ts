// What the client can do, read once from `initialize`. Nothing is assumed: what is not said is not used.
import type { InitializeParams } from "vscode-languageserver";

/** The client's abilities that change what the server sends. */
export interface ClientSupport {
  readonly pullDiagnostics: boolean;
  readonly diagnosticRefresh: boolean;
  readonly relatedInformation: boolean;
  readonly diagnosticTags: boolean;
  readonly diagnosticVersions: boolean;
  readonly hoverMarkdown: boolean;
  readonly definitionLinks: boolean;
  readonly linkTooltips: boolean;
  readonly documentChanges: boolean;
  /** A code action's edit may be made when it is chosen. */
  readonly lateEdits: boolean;
  /** Edits may make new files. */
  readonly newFiles: boolean;
  readonly symbolTree: boolean;
  readonly foldingLimit: number;
  readonly configuration: boolean;
  readonly configurationRegistration: boolean;
  readonly watchRegistration: boolean;
  readonly progress: boolean;
  /** Our own client: it shows the index's state and may read files for us. */
  readonly ownClient: boolean;
  readonly clientFiles: boolean;
}

/** Reads the client's abilities. */
export function clientSupport(params: InitializeParams): ClientSupport {
  const { textDocument, workspace, window } = params.capabilities;
  const options = initializationOptions(params);
  return {
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    diagnosticRefresh: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation:
      (textDocument?.diagnostic?.relatedInformation ?? textDocument?.publishDiagnostics?.relatedInformation) === true,
    diagnosticTags:
      (textDocument?.diagnostic?.tagSupport ?? textDocument?.publishDiagnostics?.tagSupport) !== undefined,
    diagnosticVersions: textDocument?.publishDiagnostics?.versionSupport === true,
    hoverMarkdown: textDocument?.hover?.contentFormat?.includes("markdown") === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    linkTooltips: textDocument?.documentLink?.tooltipSupport === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    lateEdits: textDocument?.codeAction?.resolveSupport?.properties?.includes("edit") === true,
    newFiles:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes("create") === true,
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    foldingLimit: textDocument?.foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY,
    configuration: workspace?.configuration === true,
    configurationRegistration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchRegistration: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    progress: window?.workDoneProgress === true,
    ownClient: options.has("clientFiles"),
    clientFiles: options.get("clientFiles") === true,
  };
}

/** The initialization options by name; none where the client sent something else than an object. */
export function initializationOptions(params: InitializeParams): ReadonlyMap<string, unknown> {
  const options: unknown = params.initializationOptions;
  return new Map(typeof options === "object" && options !== null ? Object.entries(options) : []);
}
