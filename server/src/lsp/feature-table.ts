// Every request that the server answers, each with the capability that announces it.
// A feature is added here and in its own file, nowhere else.
import type { ServerCapabilities } from "vscode-languageserver";
import type { ClientSupport } from "./client-support.ts";
import type { Dispatcher } from "./dispatch.ts";
import type { RequestFeature } from "./request-feature.ts";
import { incomingCallsRequest, outgoingCallsRequest, prepareCallHierarchyRequest } from "./requests/call-hierarchy.ts";
import { citationsRequest } from "./requests/citations.ts";
import { codeActionRequest, codeActionResolveRequest } from "./requests/code-action.ts";
import { codeLensRequest, codeLensResolveRequest } from "./requests/code-lens.ts";
import { definitionRequest } from "./requests/definition.ts";
import { diagnosticRequest } from "./requests/diagnostic.ts";
import { documentHighlightRequest } from "./requests/document-highlight.ts";
import { documentLinkRequest } from "./requests/document-link.ts";
import { documentStatusRequest } from "./requests/document-status.ts";
import { documentSymbolRequest } from "./requests/document-symbol.ts";
import { executeCommandRequest } from "./requests/execute-command.ts";
import { foldingRangeRequest } from "./requests/folding-range.ts";
import { hoverRequest } from "./requests/hover.ts";
import { inlayHintRequest } from "./requests/inlay-hint.ts";
import { clearArchiveProblemsRequest, lintArchiveRequest } from "./requests/lint-archive.ts";
import { referencesRequest } from "./requests/references.ts";
import { prepareRenameRequest, renameRequest } from "./requests/rename.ts";
import { replaceCitationsRequest } from "./requests/replace-citations.ts";
import { typeDefinitionRequest } from "./requests/type-definition.ts";
import { updateQuotedTitlesRequest } from "./requests/update-quoted-titles.ts";
import { willDeleteFilesRequest } from "./requests/will-delete-files.ts";
import { willRenameFilesRequest } from "./requests/will-rename-files.ts";
import { workspaceDiagnosticRequest } from "./requests/workspace-diagnostic.ts";
import { workspaceSymbolRequest, workspaceSymbolResolveRequest } from "./requests/workspace-symbol.ts";

const FEATURES: readonly RequestFeature[] = [
  clearArchiveProblemsRequest,
  codeActionRequest,
  codeActionResolveRequest,
  codeLensRequest,
  codeLensResolveRequest,
  definitionRequest,
  diagnosticRequest,
  documentHighlightRequest,
  documentLinkRequest,
  documentStatusRequest,
  documentSymbolRequest,
  executeCommandRequest,
  foldingRangeRequest,
  hoverRequest,
  incomingCallsRequest,
  inlayHintRequest,
  outgoingCallsRequest,
  prepareCallHierarchyRequest,
  prepareRenameRequest,
  lintArchiveRequest,
  referencesRequest,
  renameRequest,
  typeDefinitionRequest,
  citationsRequest,
  replaceCitationsRequest,
  updateQuotedTitlesRequest,
  willDeleteFilesRequest,
  willRenameFilesRequest,
  workspaceDiagnosticRequest,
  workspaceSymbolRequest,
  workspaceSymbolResolveRequest,
];

/** Registers all handlers. */
export function registerFeatures(dispatcher: Dispatcher): void {
  for (const feature of FEATURES) feature.register(dispatcher);
}

/** What the server announces to a client with these abilities. */
export function featureCapabilities(support: ClientSupport): ServerCapabilities {
  return Object.assign({}, ...FEATURES.map((feature) => feature.capabilities(support)));
}
