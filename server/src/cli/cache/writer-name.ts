// Who wrote a cache: the very programs that run, byte for byte, and the engine that runs them.
// A version says too little while kblint is being developed, or where somebody has patched it.
import { readFileSync } from "node:fs";
import type { Environment } from "../environment.ts";
import { digestOf } from "./digest.ts";

/** The name of everything that decides what is found in an article, besides settings and articles. */
export function writerName({ program, lintWorker }: Environment): string {
  const programs = lintWorker === undefined ? [program] : [program, lintWorker];
  return [process.version, ...programs.map((file) => digestOf(readFileSync(file)))].join(" ");
}
