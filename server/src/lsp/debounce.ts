// Runs work once after calls for it have stopped coming.
// Each call puts the work off again.
import { guarded, type Log } from "./log.ts";

/** Work that waits for quiet. */
export class Debounce {
  readonly #log: Log;
  readonly #what: string;
  readonly #work: () => unknown;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(log: Log, what: string, work: () => unknown) {
    this.#log = log;
    this.#what = what;
    this.#work = work;
  }

  /** Asks for the work after a quiet time. */
  after(milliseconds: number): void {
    this.cancel();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      guarded(this.#log, this.#what, this.#work);
    }, milliseconds);
  }

  /** Drops the work that waits. */
  cancel(): void {
    if (this.#timer !== undefined) clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
