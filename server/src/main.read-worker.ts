// A reading thread as a program: does the one task it was started with and ends.
import { workerData } from "node:worker_threads";
import { readFiles } from "./cli/ahead/read-files.ts";
import { setEngineFlags } from "./cli/engine-flags.ts";

setEngineFlags();
readFiles(workerData);
