// Gathers changes until none has come for a moment: editors write a file in several steps, and version control many files.
// Somebody who never stops writing is not waited for longer than two seconds.

const QUIET_MS = 100;
const LONGEST_MS = 2000;

/** Changes that wait to be taken. */
export class ChangeQueue {
  readonly #changes = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #since = 0;
  #wake: (() => void) | undefined;
  #isReady = false;

  /** Adds a changed path. */
  add(path: string): void {
    const now = performance.now();
    if (this.#changes.size === 0) this.#since = now;
    this.#changes.add(path);
    clearTimeout(this.#timer);
    const rest = Math.max(0, Math.min(QUIET_MS, this.#since + LONGEST_MS - now));
    this.#timer = setTimeout(() => this.#ready(), rest);
  }

  #ready(): void {
    this.#isReady = true;
    this.#wake?.();
  }

  /** Waits for changes, and takes them. */
  async next(): Promise<ReadonlySet<string>> {
    if (!this.#isReady) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    this.#wake = undefined;
    this.#isReady = false;
    const taken = new Set(this.#changes);
    this.#changes.clear();
    return taken;
  }
}
