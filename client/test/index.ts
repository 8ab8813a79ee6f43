// The suite's entry in a VS Code extension host: VS Code calls `run` and takes a rejection as failed tests.
// Mocha has to be set up before the test files are evaluated, hence the order of the imports.
import { runMocha } from "./harness/mocha.ts";
import { resultsUri, writeResults } from "./harness/results.ts";
import "./suite/all.ts";

/** Runs all tests, writes the results file that the starting script reads, and rejects if a test failed. */
export async function run(): Promise<void> {
  // Read first: a test may change settings, and the file's path is one.
  const target = resultsUri();
  const results = await runMocha();
  if (target !== undefined) await writeResults(target, results);
  if (results.failed > 0) throw new Error(`${results.failed} of ${results.tests.length} tests failed.`);
}

// Mocha's file takes over `module.exports` of the bundle that contains it, where VS Code looks for `run`.
Object.assign(mocha, { run });
