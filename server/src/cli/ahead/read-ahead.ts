// Files that another thread reads before they are asked for: it goes from one to the next with nothing else in mind,
// while this one has no time for the disk. Both walk the same list; where they lose each other, this thread reads itself.
import { Worker } from "node:worker_threads";
import type { TextBytes } from "../files/read-text.ts";
import { aligned } from "../files/text-buffer.ts";
import { Batch, NOT_READ } from "./batch.ts";
import type { ReadTask } from "./read-files.ts";

// Enough that neither thread waits for the other for long.
const BATCHES = 3;
// The first files are wanted before the thread has started.
const HEAD_START = 1000;
// So far on in the list the next file is at most: a counterpart may have been left out.
const FEW = 3;
// A thread that has not come by then never will; one that has may have to do with a slow disk. Ctrl+C waits as well.
const TO_COME_MS = 2000;
const TO_READ_MS = 6000;
// The reader makes next to nothing that outlives a file.
const LIMITS = { maxYoungGenerationSizeMb: 1 };

/** A list of files on its way into memory. */
export class ReadAhead {
  readonly #paths: readonly string[];
  readonly #batches: readonly Batch[];
  readonly #worker: Worker;
  /** The file that was asked for last. */
  #file = -1;
  #turn = 0;
  /** The first file of the current batch. */
  #first = HEAD_START;
  /** The current file's place in the current batch, and where its bytes and its line feeds begin. */
  #place = 0;
  #start = 0;
  #feeds = 0;
  #isLost = false;

  /** Starts the thread; {@link close} ends it. Paths are relative to the root. */
  constructor(program: string, root: string, paths: readonly string[]) {
    this.#paths = paths;
    this.#batches = Array.from({ length: BATCHES }, () => new Batch());
    const task: ReadTask = {
      root,
      paths: paths.slice(HEAD_START),
      batches: this.#batches.map(({ memory }) => memory),
    };
    this.#worker = new Worker(program, { workerData: task, resourceLimits: LIMITS });
    this.#worker.on("error", () => {
      this.#isLost = true;
    });
  }

  /** A file's bytes, if it is one of the next few of the list and was read. Valid until the next is taken. */
  take(path: string): TextBytes | undefined {
    const file = this.#isLost ? -1 : this.#find(path);
    if (file < 0) return undefined;
    this.#file = file;
    const batch = file < HEAD_START ? undefined : this.#batchOfFile();
    if (!batch) return undefined;
    const length = batch.lengthOf(this.#place);
    if (length === NOT_READ) return undefined;
    const { buffer } = batch;
    const [kind, feeds] = [batch.kindOf(this.#place), batch.feedsOf(this.#place)];
    return { buffer, start: this.#start, length, kind, feedsFrom: this.#feeds, feeds };
  }

  #find(path: string): number {
    for (let file = this.#file + 1; file <= this.#file + FEW; file++) if (this.#paths[file] === path) return file;
    return -1;
  }

  /** Ends the thread. */
  close(): void {
    this.#isLost = true;
    void this.#worker.terminate();
  }

  #batchOfFile(): Batch | undefined {
    for (;;) {
      const batch = this.#batches[this.#turn % BATCHES];
      if (!batch?.awaitFull(this.#turn === 0 ? TO_COME_MS : TO_READ_MS)) {
        this.#isLost = true;
        return undefined;
      }
      const last = this.#first + batch.count - 1;
      while (this.#first + this.#place < this.#file && this.#first + this.#place <= last) {
        this.#feeds += Math.max(0, batch.feedsOf(this.#place));
        this.#start += aligned(Math.max(0, batch.lengthOf(this.#place++)));
      }
      if (this.#file <= last) return batch;
      this.#first = last + 1;
      this.#place = 0;
      this.#start = 0;
      this.#feeds = 0;
      this.#turn++;
      batch.empty();
    }
  }
}
