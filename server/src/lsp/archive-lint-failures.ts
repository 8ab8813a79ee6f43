// Failures of our own while files are linted: a rule that breaks would break at thousands of files.
// The first ones are logged in full, the rest are counted.
import { describeError, type Log } from "./log.ts";

const MOST_LOGGED = 3;

/** The failures of one go through files. */
export class LintFailures {
  readonly #log: Log;
  #count = 0;

  constructor(log: Log) {
    this.#log = log;
  }

  /** A file could not be linted. */
  note(uri: string, error: unknown): void {
    this.#count++;
    if (this.#count <= MOST_LOGGED) this.#log.error(`linting ${uri} failed: ${describeError(error)}`);
  }

  /** The go is over. */
  end(): void {
    const more = this.#count - MOST_LOGGED;
    if (more > 0) this.#log.error(`linting failed for ${more} more ${more === 1 ? "file" : "files"}`);
    this.#count = 0;
  }
}
