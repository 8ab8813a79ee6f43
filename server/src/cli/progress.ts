// Keeps long work from looking dead: a line on the terminal, and a breath in which Ctrl+C is heard.
// Without a terminal there is no line, only the breath.
import { progressLine } from "./progress-line.ts";
import type { Paint } from "./terminal.ts";

/** Shows how far a long run is. */
export interface Progress {
  /** Begins a stage; `total` where it is known. */
  stage(name: string, total?: number): void;
  /** One more item of the stage is done; with `done` that many are in all. */
  step(done?: number): void;
  /** Shows the line where it is time to. */
  show(): void;
  /** Takes the line away for a moment, because something else is printed. */
  hide(): void;
  /** Takes the line away: the work is over. */
  clear(): void;
}

// Work that is over sooner is better without any line.
const PATIENCE_MS = 1000;
const SHOW_EVERY_MS = 100;

/** The terminal that progress is shown on. */
export interface ProgressTerminal {
  /** Writes text, escape sequences included. */
  write(text: string): void;
  /** How many columns there are at the moment. */
  columns(): number;
  readonly paint: Paint;
  /** Milliseconds from some moment on. */
  now(): number;
}

/** Progress as a line of a terminal: a bar where the total is known, the rate, and the time that is left. */
export class TerminalProgress implements Progress {
  readonly #terminal: ProgressTerminal;
  #name = "";
  #total: number | undefined;
  #done = 0;
  #begunAt: number | undefined;
  #stageAt = 0;
  #shownAt = 0;
  #line = "";

  constructor(terminal: ProgressTerminal) {
    this.#terminal = terminal;
  }

  stage(name: string, total?: number): void {
    const now = this.#terminal.now();
    // Some stages are announced with every step.
    if (name !== this.#name || this.#begunAt === undefined) this.#stageAt = now;
    this.#begunAt ??= now;
    this.#name = name;
    this.#total = total;
    this.#done = 0;
  }

  step(done: number = this.#done + 1): void {
    this.#done = done;
  }

  show(): void {
    const now = this.#terminal.now();
    if (this.#begunAt === undefined || now - this.#begunAt < PATIENCE_MS || now - this.#shownAt < SHOW_EVERY_MS) return;
    this.#shownAt = now;
    const state = { name: this.#name, done: this.#done, total: this.#total, seconds: (now - this.#stageAt) / 1000 };
    // The last column stays free: some terminals go on to the next line there.
    const line = progressLine(state, this.#terminal.columns() - 1, this.#terminal.paint);
    if (line === this.#line) return;
    // Written over, and only the rest of a longer line is erased: erasing all of it first would flicker.
    this.#terminal.write(`\r${line}\u001b[K`);
    this.#line = line;
  }

  hide(): void {
    if (this.#line !== "") this.#terminal.write("\r\u001b[K");
    this.#line = "";
  }

  clear(): void {
    this.hide();
    this.#begunAt = undefined;
  }
}

/** Progress that nobody sees. */
export const SILENT: Progress = {
  stage: () => undefined,
  step: () => undefined,
  show: () => undefined,
  hide: () => undefined,
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
