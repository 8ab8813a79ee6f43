// What the search remembers of a pool of titles between keystrokes: which letters each title has, and which titles
// matched what was typed so far. Kept as long as the pool itself, which outlives the index values made of it.

import type { TextPool } from "./text-pool.ts";
import { BITS, pairBit, startsWord, tripleBit } from "./title-search-bytes.ts";
import type { TitleQuery } from "./title-search-query.ts";

/** The letters of each title, as bits. */
export interface TitleMasks {
  /** All that occur in it. */
  readonly letters: Int32Array;
  /** Those that its words begin with. */
  readonly initials: Int32Array;
  /** The pairs of letters that its words begin with. */
  readonly pairs: Int32Array;
  /** The three letters that its words begin with. */
  readonly triples: Int32Array;
}

interface Searched {
  readonly key: string;
  readonly survivors: Uint32Array;
}

const SLICE = 4096;
// Going back a few keystrokes costs nothing either.
const MOST_REMEMBERED = 6;

/** The memory of one pool. */
export class TitleMemory {
  readonly #pool: TextPool;
  #masks: TitleMasks | undefined;
  #searched: readonly Searched[] = [];

  private constructor(pool: TextPool) {
    this.#pool = pool;
  }

  static readonly #known: WeakMap<TextPool, TitleMemory> = new WeakMap();

  /** The memory of a pool. */
  static of(pool: TextPool): TitleMemory {
    let memory = TitleMemory.#known.get(pool);
    if (!memory) {
      memory = new TitleMemory(pool);
      TitleMemory.#known.set(pool, memory);
    }
    return memory;
  }

  /** The masks, made when they are first asked for; each step is a short slice of work. */
  *masks(): Generator<void, TitleMasks> {
    if (this.#masks) return this.#masks;
    const count = Math.max(0, this.#pool.starts.length - 1);
    const masks = {
      letters: new Int32Array(count),
      initials: new Int32Array(count),
      pairs: new Int32Array(count),
      triples: new Int32Array(count),
    };
    for (let row = 0; row < count; row++) {
      fillMasks(masks, row, this.#pool);
      if (row % SLICE === SLICE - 1) yield;
    }
    this.#masks = masks;
    return masks;
  }

  /** The titles that matched the longest beginning of the query that was searched before, or all. */
  survivors({ key }: TitleQuery): Uint32Array {
    const earlier = this.#searched.find((searched) => key.startsWith(searched.key));
    return earlier?.survivors ?? this.#allRows();
  }

  #allRows(): Uint32Array {
    const rows = new Uint32Array(Math.max(0, this.#pool.starts.length - 1));
    for (let row = 0; row < rows.length; row++) rows[row] = row;
    return rows;
  }

  /** Remembers which titles matched. */
  remember({ key, open }: TitleQuery, survivors: Uint32Array): void {
    if (open) return;
    const shorter = this.#searched.filter((searched) => searched.key !== key && key.startsWith(searched.key));
    this.#searched = [{ key, survivors }, ...shorter].slice(0, MOST_REMEMBERED);
  }
}

function fillMasks(masks: TitleMasks, row: number, { bytes, starts }: TextPool): void {
  const start = starts[row] ?? 0;
  const end = starts[row + 1] ?? start;
  let letters = 0;
  let initials = 0;
  let pairs = 0;
  let triples = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    const bit = BITS[byte] ?? 0;
    letters |= bit;
    if (!startsWord(bytes, start, at)) continue;
    initials |= bit;
    if (at + 1 < end) pairs |= pairBit(byte, bytes[at + 1] ?? 0);
    if (at + 2 < end) triples |= tripleBit(byte, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0);
  }
  masks.letters[row] = letters;
  masks.initials[row] = initials;
  masks.pairs[row] = pairs;
  masks.triples[row] = triples;
}
