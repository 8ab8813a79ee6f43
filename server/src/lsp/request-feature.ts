// Binds a request's handler to the capability that announces it.
// Hides the types of parameters and result, so that all features fit in one table.
import type { RequestType, ServerCapabilities } from "vscode-languageserver";
import type { ClientSupport } from "./client-support.ts";
import type { Dispatcher, Handler } from "./dispatch.ts";

/** A request that the server answers. */
export interface RequestFeature {
  /** What is announced to a client; nothing for requests that have no capability. */
  capabilities(support: ClientSupport): ServerCapabilities;
  /** Registers the handler. */
  register(dispatcher: Dispatcher): void;
}

/** Makes a feature of a request type, its capability and its handler. */
export function requestFeature<P, R, E>(
  type: RequestType<P, R, E>,
  capabilities: (support: ClientSupport) => ServerCapabilities,
  handler: Handler<P, R>,
): RequestFeature {
  return { capabilities, register: (dispatcher) => dispatcher.onRequest(type, handler) };
}
