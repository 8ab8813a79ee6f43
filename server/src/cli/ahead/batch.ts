// A part of the memory that two threads share: one fills it with files, the other takes them out, in turns.
// Word 0 says whose turn it is; then come the number of files, and of each its length, what kind of text it is and how
// many line feeds are noted of it; then the line feeds, and the texts.

import { NOT_NOTED, TextBuffer } from "../files/text-buffer.ts";

/** The most files in a batch. */
export const MOST_FILES = 192;
/** The bytes of a batch; a file that does not fit into an empty one is not read ahead. */
export const BATCH_BYTES: number = 512 * 1024;

const TURN = 0;
const COUNT = 1;
const HEADER = 2;
const WORDS_A_FILE = 3;
const FEEDS = HEADER + MOST_FILES * WORDS_A_FILE;
// Lines are some forty bytes long.
const MOST_FEEDS = 16_384;
const WORDS = FEEDS + MOST_FEEDS;

const TO_FILL = 0;
const TO_TAKE = 1;

const LOOK_EVERY_MS = 2;

/** The length of a file that was not read. */
export const NOT_READ = -1;

/** One batch, as either thread sees it. */
export class Batch {
  readonly memory: SharedArrayBuffer;
  /** The files, one after the other, each at a multiple of four. */
  readonly buffer: TextBuffer;
  readonly #words: Int32Array;

  constructor(memory: SharedArrayBuffer = new SharedArrayBuffer(WORDS * Int32Array.BYTES_PER_ELEMENT + BATCH_BYTES)) {
    this.memory = memory;
    this.#words = new Int32Array(memory, 0, WORDS);
    const feeds = new Int32Array(memory, FEEDS * Int32Array.BYTES_PER_ELEMENT, MOST_FEEDS);
    this.buffer = new TextBuffer(memory, WORDS * Int32Array.BYTES_PER_ELEMENT, feeds);
  }

  /** The number of files. */
  get count(): number {
    return this.#words[COUNT] ?? 0;
  }

  set count(count: number) {
    this.#words[COUNT] = count;
  }

  /** A file's length in bytes, or {@link NOT_READ}. */
  lengthOf(file: number): number {
    return this.#words[HEADER + file * WORDS_A_FILE] ?? NOT_READ;
  }

  /** What kind of text a file's bytes are (files/text-buffer.ts). */
  kindOf(file: number): number {
    return this.#words[HEADER + file * WORDS_A_FILE + 1] ?? 0;
  }

  /** How many line feeds are noted of a file, or NOT_NOTED. */
  feedsOf(file: number): number {
    return this.#words[HEADER + file * WORDS_A_FILE + 2] ?? NOT_NOTED;
  }

  /** Notes a file; without a kind it was not read. */
  note(file: number, length: number, kind: number = 0, feeds: number = NOT_NOTED): void {
    this.#words[HEADER + file * WORDS_A_FILE] = length;
    this.#words[HEADER + file * WORDS_A_FILE + 1] = kind;
    this.#words[HEADER + file * WORDS_A_FILE + 2] = feeds;
  }

  /** Waits until the batch is to be filled. */
  awaitEmpty(): void {
    // Looks by itself from time to time: to be woken would cost the other thread more than all else about a batch.
    while (Atomics.wait(this.#words, TURN, TO_TAKE, LOOK_EVERY_MS) === "timed-out");
  }

  /** Waits at most so many milliseconds until there is something to take; says whether there is. */
  awaitFull(milliseconds: number): boolean {
    if (Atomics.load(this.#words, TURN) === TO_TAKE) return true;
    return Atomics.wait(this.#words, TURN, TO_FILL, milliseconds) !== "timed-out";
  }

  /** Hands the batch to the thread that takes. */
  fill(): void {
    Atomics.store(this.#words, TURN, TO_TAKE);
    Atomics.notify(this.#words, TURN);
  }

  /** Hands the batch back to the thread that fills. */
  empty(): void {
    Atomics.store(this.#words, TURN, TO_FILL);
  }
}
