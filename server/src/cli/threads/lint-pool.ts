// Lint workers seen from the main thread: orders go out as soon as a worker is free, answers come back in the order of
// the files. One archive's files are learned in as many parts as there are workers, then all workers share all parts.
import { Worker } from "node:worker_threads";
import type { Answer, LearnedPart, LintedPart, Order, WorkerSetup } from "./messages.ts";

// Enough that a worker never waits for the next one, few enough that none is left with much at the end.
const BATCH = 96;
const AHEAD = 2;
// Most of what linting makes dies young; a small nursery keeps the memory of many threads low (megabytes).
const LIMITS = { maxYoungGenerationSizeMb: 12 };

type Settle = { readonly resolve: (answer: Answer) => void; readonly reject: (error: unknown) => void };

/** A worker and the orders that it has not answered. */
class Hand {
  readonly #worker: Worker;
  readonly #waiting: Settle[] = [];

  constructor(program: string, setup: WorkerSetup) {
    this.#worker = new Worker(program, { workerData: setup, resourceLimits: LIMITS });
    this.#worker.on("message", (answer: Answer) => this.#waiting.shift()?.resolve(answer));
    this.#worker.on("error", (error) => this.#fail(error));
    this.#worker.on("exit", () => this.#fail(new Error("a lint worker ended early")));
  }

  /** Gives an order that is answered. */
  ask(order: Order): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(order);
    });
  }

  /** Gives an order that is not answered. */
  tell(order: Order): void {
    this.#worker.postMessage(order);
  }

  end(): void {
    void this.#worker.terminate();
  }

  #fail(error: unknown): void {
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }
}

/** A few workers for one archive. */
export class LintPool {
  readonly #hands: readonly Hand[];

  constructor(program: string, threads: number, setup: WorkerSetup) {
    this.#hands = Array.from({ length: threads }, () => new Hand(program, setup));
  }

  /** Has the files learned, in parts of neighbours. */
  async learn(paths: readonly string[]): Promise<LearnedPart[]> {
    const size = Math.ceil(paths.length / this.#hands.length);
    const answers = await Promise.all(
      this.#hands.map((hand, at) => hand.ask({ kind: "learn", paths: paths.slice(at * size, (at + 1) * size) })),
    );
    const parts = answers.filter((answer) => answer.kind === "learned");
    for (const hand of this.#hands) hand.tell({ kind: "know", blocks: parts.map(({ block }) => block) });
    return parts;
  }

  /** Has articles linted; `take` gets the parts in the order of the paths. */
  async lint(paths: readonly string[], take: (part: LintedPart) => void): Promise<void> {
    const batches = Array.from({ length: Math.ceil(paths.length / BATCH) }, (_, at) =>
      paths.slice(at * BATCH, (at + 1) * BATCH),
    );
    const done = new Map<number, LintedPart>();
    let given = 0;
    let taken = 0;
    const work = async (hand: Hand): Promise<void> => {
      for (let at = given++; at < batches.length; at = given++) {
        const answer = await hand.ask({ kind: "lint", paths: batches[at] ?? [] });
        if (answer.kind === "linted") done.set(at, answer);
        for (let next = done.get(taken); next; next = done.get(taken)) {
          done.delete(taken++);
          take(next);
        }
      }
    };
    await Promise.all(this.#hands.flatMap((hand) => Array.from({ length: AHEAD }, () => work(hand))));
  }

  /** Ends the workers. */
  close(): void {
    for (const hand of this.#hands) hand.end();
  }
}
