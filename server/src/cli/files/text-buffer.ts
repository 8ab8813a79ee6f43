// Memory that files are read into, and what kind of text stands in it: found out once, where the bytes are at hand.
// Bytes are looked at four at a time, so texts begin at a multiple of four.
import { isAscii } from "node:buffer";

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

/** Memory for texts. */
export class TextBuffer {
  readonly bytes: Buffer;
  readonly #words: Int32Array;

  /** A view of memory from a place on, both multiples of four. */
  constructor(memory: ArrayBuffer | SharedArrayBuffer, start: number = 0) {
    this.bytes = Buffer.from(memory, start);
    this.#words = new Int32Array(memory, start);
  }

  /** How many bytes there is room for. */
  get size(): number {
    return this.bytes.length;
  }

  /**
   * What a text's bytes are: {@link BINARY}, {@link OTHER}, {@link ASCII} or {@link PLAIN}. It begins at a multiple of
   * four; the bytes behind it up to the next one are overwritten.
   */
  kindOf(start: number, length: number): number {
    const end = start + length;
    this.bytes.fill(SPACE, end, aligned(end));
    if (arePlain(this.#words, start / WORD, aligned(end) / WORD)) return PLAIN;
    const text = this.bytes.subarray(start, end);
    if (text.includes(0)) return BINARY;
    return isAscii(text) ? ASCII : OTHER;
  }
}

const LOW_BITS = 0x7f7f7f7f;
const HIGH_BITS = 0x80808080 | 0;

// Adding to the low seven bits of each byte carries into its high bit exactly where the byte is at least so large: the
// high bit then says of each of four bytes whether it will do. Rules that look for other characters need not look.
function arePlain(words: Int32Array, from: number, to: number): boolean {
  let all = HIGH_BITS;
  for (let at = from; at < to; at++) {
    const word = words[at] ?? 0;
    const low = word & LOW_BITS;
    const printable = (low + 0x60606060) & ~(low + 0x01010101);
    const tab = ~((low ^ 0x09090909) + LOW_BITS);
    const lineFeed = ~((low ^ 0x0a0a0a0a) + LOW_BITS);
    const carriageReturn = ~((low ^ 0x0d0d0d0d) + LOW_BITS);
    all &= (printable | tab | lineFeed | carriageReturn) & ~word;
  }
  return (all & HIGH_BITS) === HIGH_BITS;
}
