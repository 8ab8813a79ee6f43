// Memory that files are read into, and what kind of text stands in it: found out once, where the bytes are at hand.
// Bytes are looked at four at a time, so texts begin at a multiple of four. Line feeds are noted on the way: whoever makes
// a string of the bytes would have to look for them again.
import { isAscii } from "node:buffer";
import { endianness } from "node:os";

/** A byte of zero: no text. */
export const BINARY = 0;
/** Text with characters beyond ASCII. */
export const OTHER = 1;
/** ASCII with characters that nobody sees. */
export const ASCII = 2;
/** Printable ASCII, TABs and line breaks. */
export const PLAIN = 3;

const WORD = Int32Array.BYTES_PER_ELEMENT;
const SPACE = 32;

/** The multiple of four at or behind a place. */
export function aligned(place: number): number {
  return (place + WORD - 1) & -WORD;
}

/** The line feeds of a text were not noted: it has other line breaks or characters, or there was no room. */
export const NOT_NOTED = -1;

// As many as a large page has.
const FEEDS = 8192;
const isLittleEndian = endianness() === "LE";

/** Memory for texts. */
export class TextBuffer {
  readonly bytes: Buffer;
  /** Where line feeds are noted. */
  readonly feeds: Int32Array;
  readonly #words: Int32Array;
  #noted = NOT_NOTED;

  /** A view of memory from a place on, both multiples of four; with memory for line feeds where that is shared too. */
  constructor(memory: ArrayBuffer | SharedArrayBuffer, start: number = 0, feeds: Int32Array = new Int32Array(FEEDS)) {
    this.bytes = Buffer.from(memory, start);
    this.feeds = feeds;
    this.#words = new Int32Array(memory, start);
  }

  /** How many bytes there is room for. */
  get size(): number {
    return this.bytes.length;
  }

  /**
   * What a text's bytes are: {@link BINARY}, {@link OTHER}, {@link ASCII} or {@link PLAIN}. It begins at a multiple of
   * four; the bytes behind it up to the next one are overwritten. Its line feeds are noted from a place on.
   */
  kindOf(start: number, length: number, feedsFrom: number = 0): number {
    const end = start + length;
    this.bytes.fill(SPACE, end, aligned(end));
    this.#noted = NOT_NOTED;
    if (this.#arePlain(start / WORD, aligned(end) / WORD, feedsFrom)) return PLAIN;
    const text = this.bytes.subarray(start, end);
    if (text.includes(0)) return BINARY;
    return isAscii(text) ? ASCII : OTHER;
  }

  /** How many line feeds the text had that was looked at last, or {@link NOT_NOTED}. */
  get noted(): number {
    return this.#noted;
  }

  // Adding to the low seven bits of each byte carries into its high bit exactly where the byte is at least so large: the
  // high bit then says of each of four bytes whether it will do. Rules that look for other characters need not look.
  #arePlain(from: number, to: number, feedsFrom: number): boolean {
    const words = this.#words;
    const { feeds } = this;
    // A word may have four.
    const room = isLittleEndian ? feeds.length - WORD : -1;
    let all = HIGH_BITS;
    let returns = 0;
    let count = feedsFrom;
    for (let at = from; at < to; at++) {
      const word = words[at] ?? 0;
      const low = word & LOW_BITS;
      const printable = (low + 0x60606060) & ~(low + 0x01010101);
      const tab = ~((low ^ 0x09090909) + LOW_BITS);
      const lineFeed = ~((low ^ 0x0a0a0a0a) + LOW_BITS);
      const carriageReturn = ~((low ^ 0x0d0d0d0d) + LOW_BITS);
      all &= (printable | tab | lineFeed | carriageReturn) & ~word;
      returns |= carriageReturn;
      const isNoted = (lineFeed & HIGH_BITS) !== 0 && count <= room;
      if (isNoted) count = noteFeeds(feeds, count, (at - from) * WORD, lineFeed);
    }
    const isComplete = count <= room && (returns & HIGH_BITS) === 0;
    this.#noted = isComplete ? count - feedsFrom : NOT_NOTED;
    return (all & HIGH_BITS) === HIGH_BITS;
  }
}

// Of a word whose first byte stands at an offset, the bytes with a high bit in `marks`; gives the new count.
function noteFeeds(feeds: Int32Array, count: number, offset: number, marks: number): number {
  let next = count;
  if ((marks & 0x80) !== 0) feeds[next++] = offset;
  if ((marks & 0x8000) !== 0) feeds[next++] = offset + 1;
  if ((marks & 0x800000) !== 0) feeds[next++] = offset + 2;
  if (marks < 0) feeds[next++] = offset + 3;
  return next;
}

const LOW_BITS = 0x7f7f7f7f;
const HIGH_BITS = 0x80808080 | 0;
