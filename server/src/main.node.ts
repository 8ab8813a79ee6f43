// The language server as a Node program: reads the command line, opens the way to the client, and sees to it that the
// process ends with a clear code when something breaks beyond repair.
import { writeSync } from "node:fs";
import { join } from "node:path";
import { createConnection } from "vscode-languageserver/node";
import { ClientHost } from "./host/client-host.ts";
import { HELP, readCommandLine, type Transport } from "./host/command-line.ts";
import { cacheFileIn, existingCacheFile } from "./host/index-cache.ts";
import { NodeHost } from "./host/node-host.ts";
import { isStreamLost, openWire } from "./host/node-transport.ts";
import { WorkerIndexer } from "./host/worker-indexer.ts";
import { describeError } from "./lsp/log.ts";
import type { Platform } from "./lsp/platform.ts";
import { type StartedServer, startServer } from "./lsp/start-server.ts";

declare const __KB_VERSION__: string;
declare const __KB_BUILD__: string;

const STDOUT = 1;
const STDERR = 2;
const WRONG_USE = 2;
/** EX_SOFTWARE of sysexits.h: the client may start the server again. */
const BROKEN = 70;

const platform: Platform = {
  version: __KB_VERSION__,
  build: __KB_BUILD__,
  pause: () => new Promise((resolve) => setImmediate(resolve)),
  createHost: (clientFiles, send) => (clientFiles ? new ClientHost(send) : new NodeHost()),
  createIndexer: ({ storageFolder, warn }) =>
    new WorkerIndexer({
      program: join(__dirname, "kb-index-worker.js"),
      build: __KB_BUILD__,
      cacheFile: (folder) => (storageFolder ? cacheFileIn(storageFolder, folder) : existingCacheFile(folder)),
      warn,
    }),
};

function main(): void {
  const command = readCommandLine(process.argv.slice(2));
  if (command.run === "serve") serve(command.transport);
  else if (command.run === "refuse") end(WRONG_USE, `kb-language-server: ${command.message}\n\n${HELP}`);
  else writeSync(STDOUT, command.run === "help" ? HELP : `${__KB_VERSION__}\n`);
}

function serve(transport: Transport): void {
  process.on("uncaughtException", (error) => end(BROKEN, `kb-language-server: ${describeError(error)}\n`));
  const broken = (problem: string): never => end(BROKEN, `kb-language-server: the connection is broken: ${problem}\n`);
  let server: StartedServer | undefined;
  try {
    const onClose = (): never => process.exit(server?.isShutDown ? 0 : 1);
    const { reader, writer } = openWire(transport, { onClose, onBroken: broken });
    reader.onError((error) => {
      if (isStreamLost(error)) broken(describeError(error));
    });
    server = startServer(createConnection(reader, writer), platform);
  } catch (error) {
    end(WRONG_USE, `kb-language-server: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}

// Written at once: what a stream still holds is lost when the process ends.
function end(code: number, message: string): never {
  writeSync(STDERR, message);
  process.exit(code);
}

main();
