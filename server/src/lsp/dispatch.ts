// Stands between the connection and all handlers: keeps the order of the protocol's life cycle, checks the shape of
// parameters, and turns throws, cancellations and outdated answers into the errors that the protocol has for them.
import {
  CancellationToken,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  type NotificationType,
  type RequestType,
  ResponseError,
} from "vscode-languageserver";
import { describeError, type Log } from "./log.ts";
import { RequestContext, type ServerParts } from "./request-context.ts";
import { Abandoned } from "./request-pace.ts";

/** Answers a request. */
export type Handler<P, R> = (context: RequestContext, params: P) => R | Promise<R>;

/** Why a request is not carried out, in a sentence for the author; editors show it. */
export class Refusal extends Error {}

/** The server's life: before `initialize`, in service, after `shutdown`. */
export type Life = "waiting" | "running" | "stopped";

/** The way of all requests and notifications. */
export class Dispatcher {
  readonly #connection: Connection;
  readonly #log: Log;
  life: Life = "waiting";
  #parts: ServerParts | undefined;

  constructor(connection: Connection, log: Log) {
    this.#connection = connection;
    this.#log = log;
  }

  /** Begins service with the parts that `initialize` made. */
  start(parts: ServerParts): void {
    this.#parts = parts;
    this.life = "running";
  }

  /** Ends service; requests that wait for something to happen are answered. */
  stop(): void {
    this.life = "stopped";
    this.#parts?.archiveLint.stop();
  }

  /** Registers the handler of a request. */
  onRequest<P, R, E>(type: RequestType<P, R, E>, handler: Handler<P, R>): void {
    // By name, because the library's types cannot follow a handler of any result. It passes no parameters on where
    // a request has none or has a list of them.
    this.#connection.onRequest<unknown, E>(type.method, (params: P, token: unknown) =>
      CancellationToken.is(token)
        ? this.#answer<P, R, E>(type.method, { params, token }, handler)
        : refusal<E>(ErrorCodes.InvalidParams, `${type.method}: parameters cannot be read`),
    );
  }

  /** Registers the handler of a notification; one that comes too early or too late is dropped. */
  onNotification<P>(type: NotificationType<P>, handler: (parts: ServerParts, params: P) => void): void {
    this.#connection.onNotification(type, (params) => {
      const parts = this.#parts;
      if (!parts || this.life !== "running") return;
      parts.pace.messageHandled();
      if (!isWellFormed(type.method, params)) {
        this.#log.warn(`${type.method} has parameters that cannot be read`);
        return;
      }
      try {
        handler(parts, params);
      } catch (error) {
        this.#log.error(`${type.method} failed: ${describeError(error)}`);
      }
    });
  }

  async #answer<P, R, E>(
    method: string,
    { params, token }: { readonly params: P; readonly token: CancellationToken },
    handler: Handler<P, R>,
  ): Promise<R | ResponseError<E>> {
    const parts = this.#parts;
    if (!parts || this.life === "waiting") return refusal(ErrorCodes.ServerNotInitialized, "initialize comes first");
    if (this.life === "stopped") return refusal(ErrorCodes.InvalidRequest, "the server is shut down");
    parts.pace.messageHandled();
    if (!isWellFormed(method, params)) return refusal(ErrorCodes.InvalidParams, `${method}: parameters cannot be read`);
    if (token.isCancellationRequested) return cancelled();
    const context = new RequestContext(parts, token);
    try {
      const result = await handler(context, params);
      return unwanted(context) ?? result;
    } catch (error) {
      const reason = error instanceof Abandoned ? unwanted<E>(context) : undefined;
      if (reason) return reason;
      if (error instanceof Refusal) return refusal(LSPErrorCodes.RequestFailed, error.message);
      this.#log.error(`${method} failed: ${describeError(error)}`);
      return refusal(ErrorCodes.InternalError, `${method} failed`);
    }
  }
}

function refusal<E>(code: number, message: string): ResponseError<E> {
  return new ResponseError(code, message);
}

// Why an answer is not sent: a stale one would be worse than none.
function unwanted<E>({ token, outdated }: RequestContext): ResponseError<E> | undefined {
  if (token.isCancellationRequested) return cancelled();
  return outdated ? refusal(LSPErrorCodes.ContentModified, "the document was changed meanwhile") : undefined;
}

function cancelled<E>(): ResponseError<E> {
  return refusal(LSPErrorCodes.RequestCancelled, "cancelled");
}

// The handlers take it for granted that a document is named; places they check themselves.
function isWellFormed(method: string, params: unknown): boolean {
  if (!method.startsWith("textDocument/")) return true;
  return typeof params === "object" && params !== null && "textDocument" in params && isIdentifier(params.textDocument);
}

function isIdentifier(value: unknown): boolean {
  return typeof value === "object" && value !== null && "uri" in value && typeof value.uri === "string";
}
