// The index worker as a program: does the one task it was started with and ends.
import { parentPort, workerData } from "node:worker_threads";
import { type IndexMessage, type IndexTask, runIndexTask } from "./host/index-worker.ts";

function send(message: IndexMessage): void {
  parentPort?.postMessage(message);
}

const task: IndexTask = workerData;
try {
  runIndexTask(task, send);
} catch (error) {
  send({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
}
