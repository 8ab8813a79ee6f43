// Every request that the server answers, each with the capability that announces it.
// A feature is added here and in its own file, nowhere else.
import type { ServerCapabilities } from "vscode-languageserver";
import type { ClientSupport } from "./client-support.ts";
import type { Dispatcher } from "./dispatch.ts";
import type { RequestFeature } from "./request-feature.ts";
import { codeActionRequest, codeActionResolveRequest } from "./requests/code-action.ts";
import { definitionRequest } from "./requests/definition.ts";
import { diagnosticRequest } from "./requests/diagnostic.ts";
import { documentHighlightRequest } from "./requests/document-highlight.ts";
import { documentLinkRequest } from "./requests/document-link.ts";
import { documentStatusRequest } from "./requests/document-status.ts";
import { documentSymbolRequest } from "./requests/document-symbol.ts";
import { foldingRangeRequest } from "./requests/folding-range.ts";
import { hoverRequest } from "./requests/hover.ts";
import { referencesRequest } from "./requests/references.ts";

const FEATURES: readonly RequestFeature[] = [
  codeActionRequest,
  codeActionResolveRequest,
  definitionRequest,
  diagnosticRequest,
  documentHighlightRequest,
  documentLinkRequest,
  documentStatusRequest,
  documentSymbolRequest,
  foldingRangeRequest,
  hoverRequest,
  referencesRequest,
];

/** Registers all handlers. */
export function registerFeatures(dispatcher: Dispatcher): void {
  for (const feature of FEATURES) feature.register(dispatcher);
}

/** What the server announces to a client with these abilities. */
export function featureCapabilities(support: ClientSupport): ServerCapabilities {
  return Object.assign({}, ...FEATURES.map((feature) => feature.capabilities(support)));
}
