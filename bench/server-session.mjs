// One run of the language server on an archive: started, a document open, the index's state followed, and what an
// editor would ask asked and timed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { LspClient } from "./lsp-client.mjs";

/** A session on an archive; `storage` is the folder in which the server may keep its index. */
export class ServerSession {
  #versions = new Map();

  constructor({ root, archive, storage }) {
    this.archive = archive;
    this.client = new LspClient(process.execPath, [join(root, "dist", "kb-language-server.js"), "--stdio"]);
    this.storage = storage;
    const { client } = this;
    /** Milliseconds from start to the index being ready, with what the server had used by then. */
    this.ready = client
      .next(isReady)
      .then((params) => params && { at: client.elapsed, articles: params.articles, ...client.usage() });
  }

  /** Resolves once the index is ready; a server that never is must not look like a fast one. */
  async untilReady() {
    const ready = await this.ready;
    if (!ready) throw new Error("the language server did not say that its index is ready (kb/indexStatus)");
    return ready;
  }

  async start() {
    // The name of our own client's option makes the server tell how its index stands.
    await this.client.initialize(this.archive.folder, { clientFiles: false, storageFolder: this.storage });
  }

  /** Opens a file and returns its URI. */
  open(file) {
    const uri = pathToFileURL(file).href;
    if (this.#versions.has(uri)) return uri;
    this.#versions.set(uri, 1);
    const raw = file.endsWith(".TXT");
    this.client.open(uri, readFileSync(file, "latin1"), raw ? "plaintext" : "markdown");
    return uri;
  }

  /** Inserts text as one keystroke does. */
  insert(uri, position, text) {
    const version = this.#versions.get(uri) + 1;
    this.#versions.set(uri, version);
    const range = { start: position, end: position };
    this.client.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ range, text }] });
    return version;
  }

  diagnostics(uri) {
    return this.client.request("textDocument/diagnostic", { textDocument: { uri } });
  }

  /** Milliseconds of one request at a place of a survey. */
  async time(method, place, more = {}) {
    const uri = this.open(place.file);
    const began = performance.now();
    const result = await this.client.request(method, {
      textDocument: { uri },
      position: { line: place.line, character: place.character + 1 },
      ...more,
    });
    return { ms: performance.now() - began, result };
  }

  references(place) {
    return this.time("textDocument/references", place, { context: { includeDeclaration: false } });
  }

  async symbols(query) {
    const began = performance.now();
    const result = await this.client.request("workspace/symbol", { query });
    return { ms: performance.now() - began, result: result ?? [] };
  }

  get hasSymbols() {
    return Boolean(this.client.capabilities.workspaceSymbolProvider);
  }
}

function isReady(method, params) {
  return method === "kb/indexStatus" && params.state === "ready";
}
