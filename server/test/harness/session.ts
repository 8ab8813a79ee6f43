// A client with a temporary archive, and the steps that most black-box tests take.
// Everything is cleaned up when the test is over.
import { onTestFinished } from "vitest";
import type { ClientCapabilities, DocumentDiagnosticReport, PublishDiagnosticsParams } from "vscode-languageserver";
import { INDEX_STATUS, type IndexStatus } from "../../src/protocol/protocol.ts";
import { LanguageClient, type Opening } from "./language-client.ts";
import { openArchive, type TemporaryArchive } from "./temporary-archive.ts";

/** What a capable client says of itself. */
export const CAPABLE: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
    diagnostics: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  window: { workDoneProgress: true },
  textDocument: {
    diagnostic: { relatedInformation: true, tagSupport: { valueSet: [1, 2] } },
    hover: { contentFormat: ["markdown", "plaintext"] },
    definition: { linkSupport: true },
    documentLink: { tooltipSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

/** A client that must be pushed to and can do nothing else. */
export const PLAIN: ClientCapabilities = {};

/** A client, its archive and short hands for what tests do. */
export class Session {
  readonly client: LanguageClient;
  readonly archive: TemporaryArchive;
  readonly #versions = new Map<string, number>();

  private constructor(client: LanguageClient, archive: TemporaryArchive) {
    this.client = client;
    this.archive = archive;
  }

  /** Opens an archive with the given files and waits until it is read. */
  static async open(files: Readonly<Record<string, string | Uint8Array>>, opening: Opening = {}): Promise<Session> {
    const archive = openArchive(files);
    const client = await LanguageClient.start({
      capabilities: CAPABLE,
      folders: [archive.uri],
      initializationOptions: { clientFiles: false },
      ...opening,
    });
    onTestFinished(() => client.kill());
    const session = new Session(client, archive);
    if (opening.folders !== null && opening.initializationOptions === undefined) await session.ready();
    return session;
  }

  /** Waits until the archive is read. */
  ready(): Promise<IndexStatus> {
    return this.client.notification<IndexStatus>(INDEX_STATUS, ({ state }) => state === "ready");
  }

  /** Opens a document with a text and gives its URI. */
  show(uri: string, text: string, languageId = "markdown"): string {
    this.#versions.set(uri, 1);
    this.client.notify("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
    return uri;
  }

  /** Replaces a document's whole text. */
  type(uri: string, text: string): void {
    this.change(uri, [{ text }]);
  }

  /** Sends changes. */
  change(uri: string, contentChanges: readonly unknown[]): void {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    this.client.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
  }

  /** Says that a document was saved. */
  save(uri: string): void {
    this.client.notify("textDocument/didSave", { textDocument: { uri } });
  }

  /** Closes a document. */
  close(uri: string): void {
    this.client.notify("textDocument/didClose", { textDocument: { uri } });
  }

  /** Reports changed files: 1 created, 2 changed, 3 deleted. */
  watched(...changes: readonly (readonly [uri: string, type: number])[]): void {
    this.client.notify("workspace/didChangeWatchedFiles", { changes: changes.map(([uri, type]) => ({ uri, type })) });
  }

  /** Pulls diagnostics. */
  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.client.request("textDocument/diagnostic", { textDocument: { uri }, previousResultId });
  }

  /** The rules that a pull reports. */
  async rules(uri: string): Promise<unknown[]> {
    const report = await this.pull(uri);
    return report.kind === "full" ? report.items.map(({ code }) => code) : [report.kind];
  }

  /** The next diagnostics that are pushed for a document. */
  pushed(uri: string): Promise<PublishDiagnosticsParams> {
    return this.client.notification<PublishDiagnosticsParams>(
      "textDocument/publishDiagnostics",
      (params) => params.uri === uri,
    );
  }

  /** Asks about the place behind the first occurrence of a word in a text. */
  at<R>(method: string, uri: string, place: { readonly text: string; readonly word: string }, more = {}): Promise<R> {
    const before = place.text.slice(0, place.text.indexOf(place.word) + 1).split(/\r\n|\n/);
    const position = { line: before.length - 1, character: (before.at(-1) ?? "").length };
    return this.client.request(method, { textDocument: { uri }, position, ...more });
  }
}

/** Waits until something holds, asking again and again. */
export async function eventually(holds: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + 5000;
  for (;;) {
    try {
      await holds();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
