// Keeps what must be undone when a run ends: processes to stop, folders to remove.
// Everything is undone once, in reverse order, also when Ctrl+C or a time limit ends the run.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const usualCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/** A list of closers with one end. */
export class Lifetime {
  #closers = [];
  #ended;

  /** Remembers what to do at the end; `close` may be asynchronous. */
  add(close) {
    this.#closers.push(close);
  }

  /** Makes a folder that is removed at the end. */
  async temporaryFolder(prefix) {
    const folder = await mkdtemp(join(tmpdir(), prefix));
    // A process that was told to stop may still write for a moment, hence the retries.
    this.add(() => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }));
    return folder;
  }

  /** Undoes everything; later calls wait for the first one. */
  end() {
    this.#ended ??= this.#closeAll();
    return this.#ended;
  }

  /** True once the end has begun: what stops from then on was meant to. */
  get isEnding() {
    return this.#ended !== undefined;
  }

  /** Ends on Ctrl+C and on a request to terminate, then leaves with the usual exit code or the one of `codes`. */
  endOnSignals(codes = {}) {
    for (const [signal, code] of Object.entries({ ...usualCodes, ...codes })) {
      const leave = () => this.end().finally(() => process.exit(code));
      process.once(signal, leave);
      this.add(() => process.removeListener(signal, leave));
    }
  }

  /** Ends when the program that started this one has gone without a signal, and nobody waits for a result. */
  endWithParent() {
    const parent = process.ppid;
    const look = setInterval(() => {
      if (process.ppid !== parent) this.end().finally(() => process.exit(1));
    }, 1000);
    look.unref();
    this.add(() => clearInterval(look));
  }

  async #closeAll() {
    for (const close of this.#closers.reverse()) {
      try {
        await close();
      } catch (error) {
        console.error(`While cleaning up: ${error instanceof Error ? error.message : error}`);
      }
    }
  }
}
