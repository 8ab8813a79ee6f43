// A lint worker as a program: carries out one order after the other until the main thread ends it.
import { parentPort, workerData } from "node:worker_threads";
import { finish } from "./base/steps.ts";
import { setEngineFlags } from "./cli/engine-flags.ts";
import { LintWorker } from "./cli/threads/lint-worker.ts";
import type { Knowledge, Order } from "./cli/threads/messages.ts";

setEngineFlags();
const worker = new LintWorker(workerData);
parentPort?.on("message", (message: Order | Knowledge) => {
  if (message.kind === "know") worker.know(message);
  else parentPort?.postMessage(finish(worker.carryOut(message)));
});
