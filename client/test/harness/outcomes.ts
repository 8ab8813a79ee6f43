// What became of each test, in the shape of the results file.
// The starting script reads it outside VS Code, where only plain JSON arrives.

/** How a test ended. */
export type TestState = "passed" | "failed" | "skipped";

/** One test of the results file. */
export interface TestOutcome {
  title: string;
  state: TestState;
  error?: string;
}

/** The whole results file. */
export interface SuiteResults {
  passed: number;
  failed: number;
  tests: TestOutcome[];
}

/** Collects outcomes while the tests run. */
export class Outcomes {
  readonly #tests: TestOutcome[] = [];

  /** Notes how a test, or a hook around tests, ended. */
  add(test: { fullTitle(): string }, state: TestState, error?: unknown): void {
    const outcome: TestOutcome = { title: test.fullTitle(), state };
    if (error !== undefined) outcome.error = describeError(error);
    this.#tests.push(outcome);
  }

  /** Everything noted so far, counted. */
  results(): SuiteResults {
    const count = (state: TestState): number => this.#tests.filter((test) => test.state === state).length;
    return { passed: count("passed"), failed: count("failed"), tests: [...this.#tests] };
  }
}

function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Some engines leave the message out of the stack.
  return error.stack?.includes(error.message) === true ? error.stack : `${error.message}\n${error.stack ?? ""}`;
}
