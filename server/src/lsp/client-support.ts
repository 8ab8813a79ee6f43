// What the client can do, read once from `initialize`. Nothing is assumed: what is not said is not used.
import type { InitializeParams } from "vscode-languageserver";

/** The client's abilities that change what the server sends. */
export interface ClientSupport {
  readonly pullDiagnostics: boolean;
  readonly diagnosticRefresh: boolean;
  /** Diagnostics by pull can be announced late, and announced anew. */
  readonly diagnosticRegistration: boolean;
  readonly relatedInformation: boolean;
  readonly diagnosticTags: boolean;
  readonly diagnosticVersions: boolean;
  readonly hoverMarkdown: boolean;
  readonly definitionLinks: boolean;
  readonly typeDefinitionLinks: boolean;
  readonly codeLensRefresh: boolean;
  readonly inlayHintRefresh: boolean;
  readonly linkTooltips: boolean;
  readonly documentChanges: boolean;
  /** A code action's edit may be made when it is chosen. */
  readonly lateEdits: boolean;
  /** Edits may make new files. */
  readonly newFiles: boolean;
  /** Edits may rename files and folders. */
  readonly renameFiles: boolean;
  /** Edits may delete files. */
  readonly deleteFiles: boolean;
  /** Edits may say why each change is made, and previews group by it. */
  readonly changeReasons: boolean;
  readonly prepareRename: boolean;
  readonly symbolTree: boolean;
  /** A workspace symbol's place in its file may be told when it is chosen. */
  readonly lateSymbolRanges: boolean;
  readonly foldingLimit: number;
  readonly configuration: boolean;
  readonly configurationRegistration: boolean;
  readonly watchRegistration: boolean;
  readonly progress: boolean;
  /** Our own client: it shows the index's state and may read files for us. */
  readonly ownClient: boolean;
  readonly clientFiles: boolean;
  /** Where the index may be kept between two runs; an absolute path. */
  readonly storageFolder: string | undefined;
  /** The client has the command that shows references. */
  readonly showReferences: boolean;
}

/** Reads the client's abilities. */
export function clientSupport(params: InitializeParams): ClientSupport {
  const { textDocument, workspace, window } = params.capabilities;
  const options = initializationOptions(params);
  return {
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    diagnosticRegistration: textDocument?.diagnostic?.dynamicRegistration === true,
    diagnosticRefresh: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation:
      (textDocument?.diagnostic?.relatedInformation ?? textDocument?.publishDiagnostics?.relatedInformation) === true,
    diagnosticTags:
      (textDocument?.diagnostic?.tagSupport ?? textDocument?.publishDiagnostics?.tagSupport) !== undefined,
    diagnosticVersions: textDocument?.publishDiagnostics?.versionSupport === true,
    hoverMarkdown: textDocument?.hover?.contentFormat?.includes("markdown") === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    typeDefinitionLinks: textDocument?.typeDefinition?.linkSupport === true,
    codeLensRefresh: workspace?.codeLens?.refreshSupport === true,
    inlayHintRefresh: workspace?.inlayHint?.refreshSupport === true,
    linkTooltips: textDocument?.documentLink?.tooltipSupport === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    lateEdits: textDocument?.codeAction?.resolveSupport?.properties?.includes("edit") === true,
    newFiles: isFileEditor(params, "create"),
    renameFiles: isFileEditor(params, "rename"),
    deleteFiles: isFileEditor(params, "delete"),
    changeReasons: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    prepareRename: textDocument?.rename?.prepareSupport === true,
    lateSymbolRanges: workspace?.symbol?.resolveSupport?.properties?.includes("location.range") === true,
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    foldingLimit: textDocument?.foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY,
    configuration: workspace?.configuration === true,
    configurationRegistration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchRegistration: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    progress: window?.workDoneProgress === true,
    ownClient: options.has("clientFiles"),
    clientFiles: options.get("clientFiles") === true,
    storageFolder: textOption(options.get("storageFolder")),
    showReferences: options.get("showReferences") === true,
  };
}

function textOption(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function isFileEditor({ capabilities }: InitializeParams, operation: "create" | "rename" | "delete"): boolean {
  const edit = capabilities.workspace?.workspaceEdit;
  return edit?.documentChanges === true && edit.resourceOperations?.includes(operation) === true;
}

/** The initialization options by name; none where the client sent something else than an object. */
export function initializationOptions(params: InitializeParams): ReadonlyMap<string, unknown> {
  const options: unknown = params.initializationOptions;
  return new Map(typeof options === "object" && options !== null ? Object.entries(options) : []);
}
