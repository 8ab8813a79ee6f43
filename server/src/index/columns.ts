// An archive's articles as columns of numbers and bytes: one row a file, one row a citation, and their orders.
// The same bytes serve in memory, between threads and on disk; nothing is built when they are read.
import type { TextPool } from "./text-pool.ts";

/** The columns of one folder; rows are files. Paths are relative to the folder, percent-encoded as in URIs. */
export interface Columns {
  readonly paths: TextPool;
  /** Article numbers (see article-number.ts); 0 where the file holds no article. */
  readonly numbers: Uint32Array;
  /** {@link PAGE} or {@link TEXT}. */
  readonly containers: Uint8Array;
  readonly titles: TextPool;
  /** Rows of `words`. */
  readonly products: Uint32Array;
  /** What tells whether a file was changed: {@link STAMP_SIZE} numbers a file, all 0 where that is not known. */
  readonly stamps: Float64Array;
  /** The citations of file `at` are the rows from `citationStarts[at]` up to `citationStarts[at + 1]`. */
  readonly citationStarts: Uint32Array;
  /** Cited numbers by citation. */
  readonly cited: Uint32Array;
  /** Zero-based lines by citation. */
  readonly lines: Uint32Array;
  /** Zero-based characters in UTF-16 units by citation. */
  readonly characters: Uint32Array;
  /** Lengths in UTF-16 units by citation. */
  readonly lengths: Uint8Array;
  /** The headings above, rows of `words`, by citation. */
  readonly sections: Uint32Array;
  /** Products and headings. */
  readonly words: TextPool;
  /** Files by the hash of their path. */
  readonly byPath: Uint32Array;
  /** Files by number. */
  readonly byNumber: Uint32Array;
  /** Files by the hash of their title. */
  readonly byTitle: Uint32Array;
  /** Citations by cited number. */
  readonly byCited: Uint32Array;
}

/** Containers as numbers. */
export const PAGE = 0;
/** See {@link PAGE}. */
export const TEXT = 1;

/** A file's time of change and of change of status in milliseconds, and its length in bytes. */
export const STAMP_SIZE = 3;

/** A hash of a text of a pool, below 2³². */
export function hashAt({ bytes, starts }: TextPool, at: number): number {
  return hashBytes(bytes, starts[at] ?? 0, starts[at + 1] ?? 0);
}

/** A hash of bytes (FNV-1a), below 2³². */
export function hashBytes(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash >>> 0;
}
