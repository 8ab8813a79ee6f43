// Keeps long work from looking dead: a line on the terminal, and a breath in which Ctrl+C is heard.
// Without a terminal there is no line, only the breath.

/** Shows how far a long run is. */
export interface Progress {
  /** Begins a stage; `total` where it is known. */
  stage(name: string, total?: number): void;
  /** One more item of the stage is done; with `done` that many are in all. */
  step(done?: number): void;
  /** Shows the line where it is time to. */
  show(): void;
  /** Takes the line away, before anything else is printed. */
  clear(): void;
}

const SHOW_EVERY_MS = 100;

/** Progress on a terminal; `write` gets raw escape sequences. */
export class TerminalProgress implements Progress {
  readonly #write: (text: string) => void;
  #name = "";
  #total: number | undefined;
  #done = 0;
  #shownAt = performance.now();
  #visible = false;

  constructor(write: (text: string) => void) {
    this.#write = write;
  }

  stage(name: string, total?: number): void {
    this.#name = name;
    this.#total = total;
    this.#done = 0;
  }

  step(done: number = this.#done + 1): void {
    this.#done = done;
  }

  show(): void {
    const now = performance.now();
    if (now - this.#shownAt < SHOW_EVERY_MS) return;
    this.#shownAt = now;
    this.#visible = true;
    const of = this.#total === undefined ? "" : ` of ${this.#total}`;
    this.#write(`\r\u001b[K${this.#name} ${this.#done}${of}`);
  }

  clear(): void {
    if (this.#visible) this.#write("\r\u001b[K");
    this.#visible = false;
  }
}

/** Progress that nobody sees. */
export const SILENT: Progress = {
  stage: () => undefined,
  step: () => undefined,
  show: () => undefined,
  clear: () => undefined,
};

const BREATH_MS = 50;
// Looking at the clock costs more than a small step.
const STEPS_A_LOOK = 32;

/** Runs work to its end, with a breath (a macrotask) now and then so that signals get through. */
export async function runSteps(steps: Iterable<unknown>, progress: Progress): Promise<void> {
  let breathedAt = performance.now();
  let count = 0;
  for (const _step of steps) {
    if (++count % STEPS_A_LOOK !== 0) continue;
    if (performance.now() - breathedAt < BREATH_MS) continue;
    progress.show();
    await new Promise<void>((resolve) => setImmediate(resolve));
    breathedAt = performance.now();
  }
}
