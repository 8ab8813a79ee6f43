// The client's open documents, kept in step with it. Nothing of what a client sends is trusted: a notification that
// makes no sense is logged and changes nothing.
import type {
  DidChangeTextDocumentParams,
  DidOpenTextDocumentParams,
  TextDocumentContentChangeEvent,
} from "vscode-languageserver";
import { normalUri } from "../host/uris.ts";
import type { Log } from "./log.ts";
import { OpenDocument } from "./open-document.ts";

/** The open documents by URI. */
export class Documents {
  readonly #open = new Map<string, OpenDocument>();
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  /** The document of a URI in any of its forms. */
  get(uri: string): OpenDocument | undefined {
    return this.#open.get(uri) ?? this.#open.get(normalUri(uri));
  }

  /** The document of a URI in normal form, as the index names files; finding that form again would cost more. */
  at(key: string): OpenDocument | undefined {
    return this.#open.get(key);
  }

  /** All open documents. */
  all(): Iterable<OpenDocument> {
    return this.#open.values();
  }

  /** Takes a document in; one that is open already is replaced. */
  open({ textDocument }: DidOpenTextDocumentParams): OpenDocument | undefined {
    const { uri, languageId, version, text } = textDocument;
    if (typeof text !== "string") {
      this.#log.warn(`${uri} was opened without its text`);
      return undefined;
    }
    const document = new OpenDocument(uri, String(languageId), Number(version) || 0, text);
    this.#open.set(document.key, document);
    return document;
  }

  /** Applies changes; `undefined` where the document is not open or the changes cannot be read. */
  change({ textDocument, contentChanges }: DidChangeTextDocumentParams): OpenDocument | undefined {
    const document = this.get(textDocument.uri);
    if (!document || !Array.isArray(contentChanges) || !contentChanges.every(isChange)) {
      this.#log.warn(`changes of ${textDocument.uri} cannot be applied`);
      return undefined;
    }
    document.update(contentChanges, Number(textDocument.version) || document.version + 1);
    return document;
  }

  /** Lets a document go. */
  close(uri: string): OpenDocument | undefined {
    const document = this.get(uri);
    if (document) this.#open.delete(document.key);
    return document;
  }
}

function isChange(change: unknown): change is TextDocumentContentChangeEvent {
  if (typeof change !== "object" || change === null || !("text" in change)) return false;
  if (typeof change.text !== "string") return false;
  return !("range" in change) || change.range === undefined || isRange(change.range);
}

/** Whether a value has the shape of an LSP range. */
export function isRange(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("start" in value) || !("end" in value)) return false;
  return isPosition(value.start) && isPosition(value.end);
}

/** Whether a value has the shape of an LSP position. */
export function isPosition(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("line" in value) || !("character" in value)) return false;
  return Number.isInteger(value.line) && Number.isInteger(value.character);
}
