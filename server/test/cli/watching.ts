// A watch in a process of its own: what it wrote since the last look, and a way to wait for its rounds.
import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { kblintBundle } from "./kblint.ts";

const PATIENCE_MS = 15_000;

/** A running `kblint --watch`. */
export class Watching {
  readonly #child: ChildProcess;
  readonly #ended: Promise<number | null>;
  #output = "";
  #errors = "";
  #taken = 0;

  private constructor(child: ChildProcess) {
    this.#child = child;
    this.#ended = new Promise((resolve) => child.once("close", resolve));
    child.stdout?.on("data", (chunk: Buffer) => {
      this.#output += chunk.toString();
    });
    child.stderr?.on("data", (chunk: Buffer) => {
      this.#errors += chunk.toString();
    });
  }

  /** Starts one and waits for its first round. */
  static async start(folder: string, words: readonly string[] = [], variables: Record<string, string> = {}) {
    const program = [await kblintBundle(), "--watch", ...words];
    const env = { PATH: process.env.PATH ?? "", ...variables };
    const started = new Watching(
      spawn(process.execPath, program, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] }),
    );
    await started.round();
    return started;
  }

  /** Its process. */
  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** All of standard error so far. */
  get errors(): string {
    return this.#errors;
  }

  /** How many rounds there were. */
  get rounds(): number {
    return this.#errors.match(/Watching; Ctrl\+C ends\.\n/g)?.length ?? 0;
  }

  /** Waits for one more round (or `count`); gives what it wrote to standard output. */
  async round(count = 1): Promise<string> {
    const wanted = this.#seen + count;
    await this.until(() => this.rounds >= wanted);
    this.#seen = wanted;
    const text = this.#output.slice(this.#taken);
    this.#taken = this.#output.length;
    return text;
  }

  #seen = 0;

  /** Waits for something. */
  async until(isSo: () => boolean): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    while (!isSo()) {
      if (this.#child.exitCode !== null) throw new Error(`the watch has ended: ${this.#errors}`);
      if (Date.now() > end) throw new Error(`nothing came: ${this.#errors}`);
      await pause(10);
    }
  }

  /** The last line of a round, without its time. */
  get verdict(): string {
    const [last = ""] = this.#errors.trimEnd().split("\n").slice(-1);
    return last.replace(/^kblint: \[\d\d:\d\d:\d\d\] /, "").replace(". Watching; Ctrl+C ends.", "");
  }

  /** Presses Ctrl+C; gives the exit code. */
  interrupt(): Promise<number | null> {
    this.#child.kill("SIGINT");
    return this.#ended;
  }

  /** Ends it in any case. */
  kill(): void {
    this.#child.kill("SIGKILL");
  }
}
