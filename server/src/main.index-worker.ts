// The index worker as a program: does the one task it was started with and ends.
// The same program serves as the second thread that looks at files' status (host/stamp-check.ts).
import { parentPort, workerData } from "node:worker_threads";
import { type IndexMessage, type IndexTask, runIndexTask } from "./host/index-worker.ts";
import { runStampCheck, type StampTask } from "./host/stamp-check.ts";

function send(message: IndexMessage): void {
  parentPort?.postMessage(message);
}

const task: IndexTask | StampTask = workerData;
try {
  if ("answer" in task) runStampCheck(task);
  else runIndexTask(task, send, __filename);
} catch (error) {
  send({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
}
