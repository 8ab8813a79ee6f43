// The web worker's bundle, run in a bare JavaScript world with nothing of Node: it answers, reads all files through the
// client, and asks for nothing that a browser does not have.
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { page } from "../harness/articles.ts";

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly uri?: string; readonly state?: string };
  readonly result?: unknown;
}

const FILES = new Map([
  ["memfs:/archive/kb/900/Q900100/README.md", page({ id: "Q900100", more: "See Q900200." })],
  ["memfs:/archive/kb/900/Q900200/README.md", page({ id: "Q900200", title: "INFO: Shelves" })],
]);

async function webBundle(): Promise<string> {
  const result = await build({
    entryPoints: [`${import.meta.dirname}/../../src/main.web.ts`],
    bundle: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    define: { __KB_VERSION__: '"0.0.0-test"', __KB_BUILD__: '"test"' },
    tsconfigRaw: "{}",
    write: false,
  });
  return result.outputFiles[0]?.text ?? "";
}

/** A worker's world: what the server posts comes to `onMessage`; `post` sends it a message. */
function startWorker(bundle: string, onMessage: (message: Message) => void): (message: unknown) => void {
  const self: { onmessage?: (event: { data: unknown }) => void; [name: string]: unknown } = {
    postMessage: (message: Message) => setImmediate(() => onMessage(JSON.parse(JSON.stringify(message)))),
    addEventListener: () => {},
    MessageChannel,
    TextDecoder,
    TextEncoder,
    atob,
    performance,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    crypto,
    console,
    Uint8Array,
  };
  runInContext(bundle, createContext({ ...self, self }));
  return (message) => setImmediate(() => self.onmessage?.({ data: message }));
}

it("serves an archive that only the client can read", async () => {
  const received: Message[] = [];
  let wake = (): void => {};
  const post = startWorker(await webBundle(), (message) => {
    received.push(message);
    if (message.method === "kb/findFiles")
      post({ jsonrpc: "2.0", id: message.id, result: { uris: [...FILES.keys()] } });
    if (message.method === "kb/readFile") {
      const text = FILES.get(message.params?.uri ?? "") ?? "";
      post({ jsonrpc: "2.0", id: message.id, result: { base64: Buffer.from(text).toString("base64") } });
    }
    wake();
  });
  const until = async (fits: (message: Message) => boolean): Promise<Message> => {
    for (;;) {
      const found = received.find(fits);
      if (found) return found;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  const workspaceFolders = [{ uri: "memfs:/archive", name: "archive" }];
  const params = {
    processId: null,
    rootUri: null,
    capabilities: {},
    workspaceFolders,
    initializationOptions: { clientFiles: true },
  };
  post({ jsonrpc: "2.0", id: 1, method: "initialize", params });
  expect(await until(({ id, result }) => id === 1 && result !== undefined)).toMatchObject({
    result: { serverInfo: { version: "0.0.0-test" } },
  });
  post({ jsonrpc: "2.0", method: "initialized", params: {} });
  await until(({ method, params }) => method === "kb/indexStatus" && params?.state === "ready");
  const [uri, text] = [...FILES][0] ?? ["", ""];
  const textDocument = { uri, languageId: "kb-page", version: 1, text };
  post({ jsonrpc: "2.0", method: "textDocument/didOpen", params: { textDocument } });
  const line = text.split("\n").findIndex((candidate) => candidate.includes("See Q900200"));
  const position = { line, character: 7 };
  post({ jsonrpc: "2.0", id: 2, method: "textDocument/hover", params: { textDocument, position } });
  expect(await until(({ id, result }) => id === 2 && result !== undefined)).toMatchObject({
    result: { contents: { value: expect.stringContaining("Q900200 INFO: Shelves") } },
  });
});
