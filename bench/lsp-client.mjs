// A language client without dependencies: frames over standard input and output, requests as promises, and what a
// server asks of an editor answered with as little as is allowed.
import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";
import { usageOf } from "./usage.mjs";

/** Starts a server; `options` are its initialization options. */
export class LspClient {
  #child;
  #buffer = Buffer.alloc(0);
  #next = 1;
  #waiting = new Map();
  #listeners = new Set();
  #ended;
  capabilities = {};
  started = performance.now();

  constructor(program, args) {
    this.#child = spawn(program, args, { stdio: ["pipe", "pipe", "pipe"] });
    this.#child.stdout.on("data", (chunk) => this.#read(chunk));
    this.#child.stderr.resume();
    this.#child.stdin.on("error", () => {});
    this.#ended = new Promise((resolve) => this.#child.once("close", resolve));
    this.#ended.then((status) => {
      for (const { reject, method } of this.#waiting.values())
        reject(new Error(`${method}: the server ended with ${status}`));
    });
  }

  /** Milliseconds since the server was started. */
  get elapsed() {
    return performance.now() - this.started;
  }

  /** What the server's process uses. */
  usage() {
    return usageOf(this.#child.pid);
  }

  /** Calls `listener` with each notification's method and parameters; returns what ends that. */
  listen(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Resolves with the parameters of the first notification that fits, or undefined after `limit` milliseconds. */
  next(fits, limit = 120_000) {
    return new Promise((resolve) => {
      const timer = setTimeout(() => end(undefined), limit);
      const end = (value) => {
        clearTimeout(timer);
        stop();
        resolve(value);
      };
      const stop = this.listen((method, params) => {
        if (fits(method, params)) end(params ?? {});
      });
    });
  }

  /** Opens the session. */
  async initialize(folder, options) {
    const uri = pathToFileURL(folder).href;
    const { capabilities } = await this.request("initialize", {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: "archive" }],
      capabilities: CAPABILITIES,
      initializationOptions: options,
    });
    this.capabilities = capabilities;
    this.notify("initialized", {});
  }

  /** Sends a request; rejects with the server's error, which carries its code. */
  request(method, params) {
    const id = this.#next++;
    const answer = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject, method }));
    this.#send({ id, method, params });
    return answer;
  }

  notify(method, params) {
    this.#send({ method, params });
  }

  /** Opens a document with this text. */
  open(uri, text, languageId = "markdown") {
    this.notify("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Ends the session in good order, so that the server can write what it keeps. */
  async shutdown() {
    const alive = this.request("shutdown").then(() => this.notify("exit"));
    await Promise.race([alive, new Promise((resolve) => setTimeout(resolve, 10_000))]).catch(() => {});
    const killer = setTimeout(() => this.#child.kill("SIGKILL"), 5_000);
    await this.#ended;
    clearTimeout(killer);
  }

  #send(message) {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.#child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #read(chunk) {
    this.#buffer = this.#buffer.length === 0 ? chunk : Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const end = this.#buffer.indexOf("\r\n\r\n");
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#buffer.latin1Slice(0, end))?.[1]);
      if (this.#buffer.length < end + 4 + length) return;
      const body = this.#buffer.utf8Slice(end + 4, end + 4 + length);
      this.#buffer = this.#buffer.subarray(end + 4 + length);
      this.#receive(JSON.parse(body));
    }
  }

  #receive({ id, method, params, result, error }) {
    if (method !== undefined && id !== undefined) this.#send({ id, result: answerTo(method, params) });
    else if (method !== undefined) for (const listener of [...this.#listeners]) listener(method, params);
    else this.#settle(id, result, error);
  }

  #settle(id, result, error) {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(Object.assign(new Error(`${waiting.method}: ${error.message}`), { code: error.code }));
    else waiting?.resolve(result);
  }
}

// An editor without settings: one null for each section that is asked for.
function answerTo(method, params) {
  return method === "workspace/configuration" ? params.items.map(() => null) : null;
}

const CAPABILITIES = {
  general: { positionEncodings: ["utf-16"] },
  window: { workDoneProgress: true },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    symbol: {},
  },
  textDocument: {
    synchronization: {},
    diagnostic: { dynamicRegistration: false, relatedInformation: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
    hover: { contentFormat: ["markdown", "plaintext"] },
    definition: { linkSupport: true },
    references: {},
  },
};
