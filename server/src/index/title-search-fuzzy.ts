// A word whose letters stand in a title in their order, but not together: `cnfg` in "Config", `gwt` in "GetWindowText".
// Gaps that lead to the beginning of a word are what people mean; few others are borne.

import { FOLDED, startsWord } from "./title-search-bytes.ts";
import type { QueryWord } from "./title-search-query.ts";

/** A title in its pool. */
export interface TitleSpan {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/** The letters stand there in order, but too far apart to be meant. */
export const SCATTERED = 0;
/** The letters do not stand there. */
export const ABSENT = -1;

const BEST = 511;
const NEAR = 4;
// What a gap inside a word costs; every second letter may be left out, or a long word may jump once.
const NEAR_GAP = 1;
const FAR_GAP = 4;
const GAP_WEIGHT = 30;
const WORD_GAP = 15;
const MOST_STEPS = 32;
const NOWHERE = 1 << 20;

/** How well the letters of a word match, up to 511; {@link SCATTERED} or {@link ABSENT}. The first must begin a word. */
export function fuzzyMatch({ bytes }: QueryWord, title: TitleSpan): number {
  let best = ABSENT;
  for (let at = title.start; at < title.end; at++) {
    if (FOLDED[title.bytes[at] ?? 0] !== bytes[0] || !startsWord(title.bytes, title.start, at)) continue;
    // What does not stand behind the first beginning stands behind no later one.
    if (best === ABSENT && !isSubsequence(bytes, title, at)) return ABSENT;
    best = Math.max(best, new Alignment(bytes, title).quality(at));
  }
  return best;
}

function isSubsequence(word: Uint8Array, { bytes, end }: TitleSpan, from: number): boolean {
  let letter = 0;
  for (let at = from; at < end && letter < word.length; at++) if (FOLDED[bytes[at] ?? 0] === word[letter]) letter++;
  return letter === word.length;
}

// Goes from letter to letter: the next one, else the next word that begins with it, else one inside a word. What leads
// nowhere is taken back, within limits: `intexp` is not to end at the `e` of "Internet".
class Alignment {
  readonly #word: Uint8Array;
  readonly #title: TitleSpan;
  #steps = MOST_STEPS;

  constructor(word: Uint8Array, title: TitleSpan) {
    this.#word = word;
    this.#title = title;
  }

  quality(from: number): number {
    const penalty = this.#penalty(1, from, this.#word.length >> 1);
    return penalty === NOWHERE ? SCATTERED : Math.max(1, BEST - penalty);
  }

  #penalty(letter: number, at: number, budget: number): number {
    if (letter === this.#word.length) return 0;
    if (this.#steps-- <= 0) return NOWHERE;
    const { bytes, end } = this.#title;
    if (at + 1 < end && FOLDED[bytes[at + 1] ?? 0] === this.#word[letter]) {
      const rest = this.#penalty(letter + 1, at + 1, budget);
      if (rest !== NOWHERE) return rest;
    }
    return Math.min(this.#toWord(letter, at, budget), NOWHERE);
  }

  #toWord(letter: number, at: number, budget: number): number {
    const { bytes, start, end } = this.#title;
    let inside = -1;
    for (let next = at + 2; next < end; next++) {
      if (FOLDED[bytes[next] ?? 0] !== this.#word[letter]) continue;
      if (!startsWord(bytes, start, next)) {
        if (inside < 0) inside = next;
        continue;
      }
      const rest = this.#penalty(letter + 1, next, budget);
      if (rest !== NOWHERE) return rest + WORD_GAP + next - at;
      break;
    }
    if (inside < 0) return NOWHERE;
    const cost = inside <= at + NEAR ? NEAR_GAP : FAR_GAP;
    if (cost > budget) return NOWHERE;
    return this.#penalty(letter + 1, inside, budget - cost) + cost * GAP_WEIGHT + inside - at;
  }
}
