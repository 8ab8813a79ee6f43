// A small language client for black-box tests: starts the real server as a process and talks with it over stdio.
// Answers the server's requests as a test tells it to, and keeps every notification until a test asks for it.
import { type ChildProcess, spawn } from "node:child_process";
import type { ClientCapabilities, InitializeResult } from "vscode-languageserver";
import { frame, MessageStream } from "./message-stream.ts";
import { serverBundle } from "./server-bundle.ts";

/** The error of a failed request. */
export class RequestFailure extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** A method's name, as the protocol library's types carry it. */
interface Method {
  readonly method: string;
}

/** A message of the server; what it holds is for the test to know. */
interface Incoming {
  readonly id?: number | string;
  readonly method?: string;
  readonly params: never;
  readonly result: never;
  readonly error?: { readonly code: number; readonly message: string };
}

interface Waiting {
  resolve(result: never): void;
  reject(error: RequestFailure): void;
}

/** What a client opens with. */
export interface Opening {
  readonly capabilities?: ClientCapabilities;
  /** URIs of workspace folders; null for none. */
  readonly folders?: readonly string[] | null;
  readonly initializationOptions?: unknown;
  /** The answer to `workspace/configuration`: the value of section `kb`. */
  readonly settings?: unknown;
}

const PATIENCE = 10_000;

/** A client and its server process. */
export class LanguageClient {
  readonly process: ChildProcess;
  /** Resolves with the exit code when the server has ended. */
  readonly exited: Promise<number | null>;
  /** What the server said on standard error. */
  stderr = "";
  /** All notifications that no test has asked for yet, in order. */
  readonly notifications: { method: string; params: never }[] = [];
  /** The methods of the server's requests, in order. */
  readonly asked: string[] = [];
  readonly #answers = new Map<string, (params: never) => unknown>();
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Set<() => void>();
  #lastId = 0;

  private constructor(process: ChildProcess) {
    this.process = process;
    const stream = new MessageStream((text) => this.#receive(JSON.parse(text)));
    process.stdout?.on("data", (chunk: Buffer) => stream.push(chunk));
    process.stderr?.on("data", (chunk: Buffer) => {
      this.stderr += chunk.toString();
    });
    process.stdin?.on("error", () => {});
    this.exited = new Promise((resolve) => process.on("close", resolve));
    this.answer("client/registerCapability", () => null);
    this.answer("window/workDoneProgress/create", () => null);
    this.answer("workspace/diagnostic/refresh", () => null);
  }

  /** Starts a server that knows nothing yet. */
  static async spawn(args: readonly string[] = ["--stdio"]): Promise<LanguageClient> {
    return new LanguageClient(spawn(process.execPath, [await serverBundle(), ...args], { stdio: "pipe" }));
  }

  /** Starts and initializes a server. */
  static async start(opening: Opening = {}): Promise<LanguageClient> {
    const client = await LanguageClient.spawn();
    await client.initialize(opening);
    return client;
  }

  /** Shakes hands. */
  async initialize({
    capabilities = {},
    folders = null,
    initializationOptions,
    settings,
  }: Opening): Promise<InitializeResult> {
    this.answer("workspace/configuration", ({ items }: { items: unknown[] }) => items.map(() => settings ?? null));
    const result: InitializeResult = await this.request("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities,
      initializationOptions,
      workspaceFolders: folders?.map((uri) => ({ uri, name: uri })) ?? null,
    });
    this.notify("initialized", {});
    return result;
  }

  /** Says how a request of the server is answered. */
  answer<P>(method: string, handler: (params: P) => unknown): void {
    this.#answers.set(method, handler);
  }

  /** Sends a request and gives its result; rejects with a {@link RequestFailure}. */
  request<R>(method: string | Method, params: unknown): Promise<R> {
    return this.send<R>(method, params).result;
  }

  /** Sends a request and gives its id too, so that it can be cancelled. */
  send<R>(method: string | Method, params: unknown): { readonly id: number; readonly result: Promise<R> } {
    const id = ++this.#lastId;
    const result = new Promise<R>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.write({ jsonrpc: "2.0", id, method: nameOf(method), params });
    return { id, result };
  }

  /** Sends a notification. */
  notify(method: string | Method, params: unknown): void {
    this.write({ jsonrpc: "2.0", method: nameOf(method), params });
  }

  /** Writes a message, however wrong. */
  write(message: unknown): void {
    this.process.stdin?.write(frame(message));
  }

  /** The next notification of a method that fits, waiting for it where it has not come yet. Others stay. */
  notification<P>(method: string | Method, fits: (params: P) => boolean = () => true): Promise<P> {
    const name = nameOf(method);
    return this.#until<P>(`notification ${name}`, () => {
      const at = this.notifications.findIndex((one) => one.method === name && fits(one.params));
      return at < 0 ? undefined : this.notifications.splice(at, 1)[0]?.params;
    });
  }

  /** Waits until the server has sent a request of a method so many times. */
  async askedFor(method: string | Method, times = 1): Promise<void> {
    const name = nameOf(method);
    await this.#until(`request ${name}`, () => this.asked.filter((one) => one === name).length >= times || undefined);
  }

  /** Ends the session in good order and gives the exit code. */
  async stop(): Promise<number | null> {
    if (this.process.exitCode !== null) return this.process.exitCode;
    await this.request("shutdown", undefined);
    this.notify("exit", undefined);
    return this.exited;
  }

  /** Ends the server in any case. */
  kill(): void {
    this.process.kill("SIGKILL");
  }

  #until<T>(what: string, look: () => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#listeners.delete(check);
        reject(new Error(`no ${what} came; standard error: ${this.stderr}`));
      }, PATIENCE);
      const check = (): void => {
        const found = look();
        if (found === undefined) return;
        clearTimeout(timer);
        this.#listeners.delete(check);
        resolve(found);
      };
      this.#listeners.add(check);
      check();
    });
  }

  #receive(message: Incoming): void {
    if (message.method === undefined) this.#settle(message);
    else if (message.id === undefined) this.notifications.push({ method: message.method, params: message.params });
    else {
      this.asked.push(message.method);
      void this.#reply(message.id, message.method, message.params);
    }
    for (const check of [...this.#listeners]) check();
  }

  #settle({ id, result, error }: Incoming): void {
    const waiting = this.#waiting.get(Number(id));
    this.#waiting.delete(Number(id));
    if (error) waiting?.reject(new RequestFailure(error.code, error.message));
    else waiting?.resolve(result);
  }

  async #reply(id: number | string, method: string, params: never): Promise<void> {
    const answer = this.#answers.get(method);
    if (answer) this.write({ jsonrpc: "2.0", id, result: (await answer(params)) ?? null });
    else this.write({ jsonrpc: "2.0", id, error: { code: -32601, message: `no answer to ${method}` } });
  }
}

function nameOf(method: string | Method): string {
  return typeof method === "string" ? method : method.method;
}
