// A lint worker as a program: carries out one order after the other until the main thread ends it.
import { parentPort, workerData } from "node:worker_threads";
import { LintWorker } from "./cli/threads/lint-worker.ts";
import type { Order } from "./cli/threads/messages.ts";

const worker = new LintWorker(workerData);
parentPort?.on("message", (order: Order) => {
  const answer = worker.carryOut(order);
  if (answer) parentPort?.postMessage(answer);
});
