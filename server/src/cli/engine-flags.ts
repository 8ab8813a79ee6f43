// How V8 is to work here. All are its own heuristics; what is computed stays the same (docs/BENCHMARKS.md).
// Each thread's program says so when it starts: V8 forgets the first whenever a thread comes into being.
import { setFlagsFromString } from "node:v8";

/** Tells the engine; for all threads of the process. */
export function setEngineFlags(): void {
  // Nearly all that linting makes is dead by the next file: a nursery that does not grow keeps 30 MB less.
  setFlagsFromString("--semi-space-growth-factor=1");
  // Inlining with measure, and loops as they are written, save compiling.
  setFlagsFromString("--max-inlined-bytecode-size-cumulative=300");
  setFlagsFromString("--no-turbo-loop-peeling");
}
