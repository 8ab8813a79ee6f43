// The threads of a run: orders go out as soon as a thread is free, answers come back in the order of the files.
// One archive's files are learned in as many parts as there are threads, then all threads share all parts.
import { type Hand, MainHand, WorkerHand } from "./hands.ts";
import type { LearnedPart, LintedPart, WorkerSetup } from "./messages.ts";

// Enough that a worker never waits for the next one, few enough that none is left with much at the end.
const BATCH = 96;
/** A few threads for one archive; the main thread is one of them. */
export class LintPool {
  readonly #hands: readonly Hand[];

  constructor(program: string, threads: number, setup: WorkerSetup) {
    const workers = Array.from({ length: threads - 1 }, () => new WorkerHand(program, setup));
    this.#hands = [...workers, new MainHand(setup)];
  }

  /** Has the files learned, in parts of neighbours. */
  async learn(paths: readonly string[]): Promise<LearnedPart[]> {
    const size = Math.ceil(paths.length / this.#hands.length);
    const answers = await Promise.all(
      this.#hands.map((hand, at) => hand.ask({ kind: "learn", paths: paths.slice(at * size, (at + 1) * size) })),
    );
    const parts = answers.filter((answer) => answer.kind === "learned");
    const blocks = parts.map(({ block }) => block);
    const contents = parts.map((part) => part.contents).filter((table) => table !== undefined);
    for (const hand of this.#hands) hand.know({ blocks, contents });
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
    await Promise.all(this.#hands.flatMap((hand) => Array.from({ length: hand.ahead }, () => work(hand))));
  }

  /** Ends the threads. */
  close(): void {
    for (const hand of this.#hands) hand.end();
  }
}
