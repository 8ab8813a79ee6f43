// Progress of one long piece of work, where the client shows such: begun late, so that quick work does not flicker.
// Sends little, however fast the work is; a client that cannot show it after all is left alone.
import {
  type CancellationToken,
  CancellationTokenSource,
  type Connection,
  type ProgressToken,
  type WorkDoneProgressReporter,
} from "vscode-languageserver";
import type { ClientSupport } from "./client-support.ts";

/** What is shown, and how. */
export interface WorkProgressParts {
  readonly connection: Connection;
  readonly support: ClientSupport;
  readonly title: string;
  /** Progress that the client made for its request; it is begun at once. */
  readonly token?: ProgressToken | undefined;
  readonly cancellable?: boolean;
}

const INTERVAL = 150;
const QUICK = 300;

/** The progress of one piece of work. */
export class WorkProgress {
  readonly #parts: WorkProgressParts;
  readonly #stop = new CancellationTokenSource();
  #reporter: Promise<WorkDoneProgressReporter> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isShown = false;
  #last = 0;

  constructor(parts: WorkProgressParts) {
    this.#parts = parts;
    if (parts.token !== undefined) this.#begin();
    else if (parts.support.progress) this.#timer = setTimeout(() => this.#begin(), QUICK);
  }

  /** Cancelled when the user stops the work. */
  get token(): CancellationToken {
    return this.#stop.token;
  }

  /** The work is this far. */
  report(done: number, total: number, message: string): void {
    const now = performance.now();
    if (!this.#isShown || now - this.#last < INTERVAL) return;
    this.#last = now;
    const percentage = total === 0 ? 0 : Math.min(100, (done / total) * 100);
    this.#tell((reporter) => reporter.report(percentage, message));
  }

  /** The work is over. */
  end(): void {
    clearTimeout(this.#timer);
    this.#tell((reporter) => reporter.done());
    this.#reporter = undefined;
  }

  #begin(): void {
    const { connection, title, token, cancellable = false } = this.#parts;
    this.#reporter =
      token === undefined ? this.#made() : Promise.resolve(connection.window.attachWorkDoneProgress(token));
    this.#tell((reporter) => {
      reporter.begin(title, 0, undefined, cancellable);
      this.#isShown = true;
    });
  }

  async #made(): Promise<WorkDoneProgressReporter> {
    const reporter = await this.#parts.connection.window.createWorkDoneProgress();
    reporter.token.onCancellationRequested(() => this.#stop.cancel());
    return reporter;
  }

  #tell(message: (reporter: WorkDoneProgressReporter) => void): void {
    this.#reporter?.then(message, () => {});
  }
}
