// The language server as a web worker: it talks to the client by messages and reads all files through it.
// Runs in every browser that runs VS Code.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { ClientHost } from "./host/client-host.ts";
import type { Platform } from "./lsp/platform.ts";
import { startServer } from "./lsp/start-server.ts";

declare const __KB_VERSION__: string;
declare const __KB_BUILD__: string;
declare const self: DedicatedWorkerGlobalScope;

// A message to oneself comes behind all that wait already; timers of a worker are slowed down instead.
const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

const platform: Platform = {
  version: __KB_VERSION__,
  build: __KB_BUILD__,
  pause: () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      channel.port2.postMessage(undefined);
    }),
  createHost: (_, send) => new ClientHost(send),
};

startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), platform);
