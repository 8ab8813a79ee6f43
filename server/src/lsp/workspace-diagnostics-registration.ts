// Announces diagnostics by pull to clients that take announcements late: with the workspace's only where they are wanted.
// So an editor whose user wants open files only keeps the behaviour that it has for such servers.
import { type Connection, type DiagnosticRegistrationOptions, DocumentDiagnosticRequest } from "vscode-languageserver";
import type { ClientSupport } from "./client-support.ts";
import { SOURCE } from "./diagnostics-to-lsp.ts";
import { describeError, type Log } from "./log.ts";

/** What is announced; `workspaceDiagnostics` says that the client may ask for the workspace's too. */
export function diagnosticOptions(
  workspaceDiagnostics: boolean,
): Omit<DiagnosticRegistrationOptions, "documentSelector"> {
  return { identifier: SOURCE, interFileDependencies: true, workspaceDiagnostics };
}

/** Keeps the announcement in step with the scope. */
export class DiagnosticRegistration {
  readonly #connection: Connection;
  readonly #support: ClientSupport;
  readonly #log: Log;
  #registered: { readonly wide: boolean; readonly at: { dispose(): void } } | undefined;
  #work: Promise<void> = Promise.resolve();

  constructor(connection: Connection, support: ClientSupport, log: Log) {
    this.#connection = connection;
    this.#support = support;
    this.#log = log;
  }

  /** Announces diagnostics, `wide` with the workspace's; what was announced before is taken back. */
  announce(wide: boolean): void {
    if (!this.#support.pullDiagnostics || !this.#support.diagnosticRegistration) return;
    this.#work = this.#work
      .then(() => this.#change(wide))
      .catch((error) => this.#log.warn(`diagnostics are not asked for: ${describeError(error)}`));
  }

  async #change(wide: boolean): Promise<void> {
    const before = this.#registered;
    if (before?.wide === wide) return;
    const options = { documentSelector: null, ...diagnosticOptions(wide) };
    this.#registered = { wide, at: await this.#connection.client.register(DocumentDiagnosticRequest.type, options) };
    // Only now, so that open documents keep their marks meanwhile.
    before?.at.dispose();
  }
}
