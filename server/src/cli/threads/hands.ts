// Those who work for a run: worker threads, and the main thread itself, which would else only wait for them.
// All of them answer orders one after the other.
import { Worker } from "node:worker_threads";
import { LintWorker } from "./lint-worker.ts";
import type { Answer, Knowledge, Order, WorkerSetup } from "./messages.ts";

/** One who carries orders out. */
export interface Hand {
  /** How many orders may wait with this hand, so that it is never idle. */
  readonly ahead: number;
  ask(order: Order): Promise<Answer>;
  /** Takes the whole archive as all threads learned it. */
  know(knowledge: Omit<Knowledge, "kind">): void;
  end(): void;
}

interface Settle {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

// Most of what linting makes dies young; a small nursery keeps the memory of many threads low (megabytes).
const LIMITS = { maxYoungGenerationSizeMb: 3 };

/** A worker thread. */
export class WorkerHand implements Hand {
  readonly ahead = 2;
  readonly #worker: Worker;
  readonly #waiting: Settle[] = [];

  /** Starts the thread with its program. */
  constructor(program: string, setup: WorkerSetup) {
    this.#worker = new Worker(program, { workerData: setup, resourceLimits: LIMITS });
    this.#worker.on("message", (answer: Answer) => this.#waiting.shift()?.resolve(answer));
    this.#worker.on("error", (error) => this.#fail(error));
    this.#worker.on("exit", () => this.#fail(new Error("a lint worker ended early")));
  }

  ask(order: Order): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(order);
    });
  }

  know(knowledge: Omit<Knowledge, "kind">): void {
    const message: Knowledge = { kind: "know", ...knowledge };
    this.#worker.postMessage(message);
  }

  end(): void {
    void this.#worker.terminate();
  }

  #fail(error: unknown): void {
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }
}

// Files between two looks at what other threads have to say: they must not wait for their next order.
const FILES_A_BREATH = 24;

/** The main thread. */
export class MainHand implements Hand {
  readonly ahead = 1;
  readonly #worker: LintWorker;

  constructor(setup: WorkerSetup) {
    this.#worker = new LintWorker(setup);
  }

  async ask(order: Order): Promise<Answer> {
    const steps = this.#worker.carryOut(order);
    for (let count = 1; ; count++) {
      const step = steps.next();
      // Only a macrotask lets messages in.
      if (step.done || count % FILES_A_BREATH === 0) await new Promise<void>((resolve) => setImmediate(resolve));
      if (step.done) return step.value;
    }
  }

  know(knowledge: Omit<Knowledge, "kind">): void {
    this.#worker.know(knowledge);
  }

  end(): void {}
}
