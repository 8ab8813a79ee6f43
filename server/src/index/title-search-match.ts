// How well one title matches a query: every word must match, and the worst of them decides the level.
// Within a level whole words, words side by side and words at the title's beginning come first.
import { BITS, FOLDED, isWordByte, startsWord } from "./title-search-bytes.ts";
import { ABSENT, fuzzyMatch, SCATTERED, type TitleSpan } from "./title-search-fuzzy.ts";
import type { QueryWord, TitleQuery, TypedNumber } from "./title-search-query.ts";

/** An article as the search sees it. */
export interface SearchedTitle extends TitleSpan {
  /** The article's number in the form of article-number.ts. */
  readonly number: number;
  /** The bits of the letters that words of the title begin with. */
  readonly initials: number;
}

/** The title does not match. */
export const NO_MATCH = -1;
/** Too weak to be shown, but typing on may still find the title. */
export const TOO_WEAK = 0;
/** From here on the article's number is what was typed. */
export const NUMBER_LEVEL: number = 6 << 9;

const LEVEL_BITS = 9;
const EXACT_NUMBER = 7;
const NUMBER = 6;
const WORDS_IN_ORDER = 5;
const WORDS = 4;
/** Words stand in the title, but not each at the beginning of one of its words. */
export const PARTS = 3;
const LETTERS = 2;

const SIDE_BY_SIDE = 256;
const WHOLE_WORDS = 128;
const AT_BEGINNING = 64;
const EACH_WORD = 8;
// Fewer letters stand somewhere in every title.
const SHORTEST_FUZZY = 3;
const LONGEST_TAG = 12;

const DIGIT_BASE = 10 ** 8;
const POWERS = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000] as const;
const BLANK = 0x20;
const COLON = 0x3a;

/** Whether an article's number begins with a number of the query. */
export function matchesNumber({ words }: TitleQuery, number: number): boolean {
  return words.some((word) => word.number !== undefined && numberLevel(word.number, number) > 0);
}

/**
 * The score of a title from 0 to 4095, or {@link NO_MATCH}. Titles below the level `wanted` need not be told apart:
 * those that may match are {@link TOO_WEAK}.
 */
export function scoreTitle({ words }: TitleQuery, title: SearchedTitle, wanted: number): number {
  const [only] = words;
  if (words.length === 1 && only) return scoreOnly(only, title, wanted);
  const match = new Match(title, wanted);
  for (const word of words) if (!match.take(word)) return NO_MATCH;
  return match.score(words.length);
}

/** The level of a score. */
export function levelOf(score: number): number {
  return score >> LEVEL_BITS;
}

// What the class below does for several words, without its bookkeeping: most keystrokes are in the first word.
function scoreOnly(word: QueryWord, title: SearchedTitle, wanted: number): number {
  const level = word.number ? numberLevel(word.number, title.number) : 0;
  if (level > 0) return level << LEVEL_BITS;
  const place = findWord(word, title, title.start);
  if (place >= 0) {
    const bonus =
      (endsWord(title, place + word.bytes.length) ? WHOLE_WORDS : 0) + (isAtBeginning(title, place) ? AT_BEGINNING : 0);
    return (WORDS_IN_ORDER << LEVEL_BITS) | bonus;
  }
  if (place !== ABSENT_WORD) return PARTS << LEVEL_BITS;
  const quality = letters(word, title, wanted);
  if (quality === ABSENT) return NO_MATCH;
  return quality === SCATTERED ? TOO_WEAK : (LETTERS << LEVEL_BITS) | quality;
}

function letters(word: QueryWord, title: SearchedTitle, wanted: number): number {
  if (!word.wordy || (title.initials & (BITS[word.bytes[0] ?? 0] ?? 0)) === 0) return ABSENT;
  if (wanted > LETTERS || word.number || word.bytes.length < SHORTEST_FUZZY) return SCATTERED;
  return fuzzyMatch(word, title);
}

function endsWord({ bytes, end }: SearchedTitle, at: number): boolean {
  return at === end || !isWordByte(bytes[at] ?? 0);
}

// At its very beginning, or behind a tag such as `HOWTO: `.
function isAtBeginning({ bytes, start }: SearchedTitle, at: number): boolean {
  if (at === start) return true;
  return at > start && at - start <= LONGEST_TAG && bytes[at - 1] === BLANK && bytes[at - 2] === COLON;
}

function numberLevel({ digits, value }: TypedNumber, number: number): number {
  const more = Math.floor(number / DIGIT_BASE) - digits;
  if (more < 0 || Math.floor((number % DIGIT_BASE) / (POWERS[more] ?? 1)) !== value) return 0;
  return more === 0 ? EXACT_NUMBER : NUMBER;
}

// The words of a query, put into a title one after the other.
class Match {
  readonly #title: SearchedTitle;
  #level = WORDS_IN_ORDER;
  #fuzzy = 0;
  #begun = 0;
  #whole = 0;
  // Where the first word stands, and the place behind the last one.
  #first = -1;
  #behind: number;
  #sideBySide = true;
  readonly #wanted: number;

  constructor(title: SearchedTitle, wanted: number) {
    this.#title = title;
    this.#wanted = wanted;
    this.#behind = title.start;
  }

  take(word: QueryWord): boolean {
    if (word.number && numberLevel(word.number, this.#title.number) > 0) {
      if (!word.number.marked) this.#lower(PARTS);
      return true;
    }
    const place = this.#find(word);
    if (place >= 0) this.#put(place, word);
    else if (place === ABSENT_WORD) return this.#takeLetters(word);
    else this.#lower(PARTS);
    return true;
  }

  score(words: number): number {
    if (this.#level === LETTERS) return this.#fuzzy === 0 ? TOO_WEAK : (LETTERS << LEVEL_BITS) | this.#fuzzy;
    if (this.#level === PARTS) return (PARTS << LEVEL_BITS) | (this.#begun * EACH_WORD + this.#whole);
    const bonus =
      (words > 1 && this.#sideBySide ? SIDE_BY_SIDE : 0) +
      (this.#whole === words ? WHOLE_WORDS : 0) +
      (isAtBeginning(this.#title, this.#first) ? AT_BEGINNING : 0);
    return (this.#level << LEVEL_BITS) | bonus;
  }

  #lower(level: number): void {
    if (level < this.#level) this.#level = level;
  }

  // Behind the last word if it can be, else anywhere.
  #find(word: QueryWord): number {
    const { start } = this.#title;
    const place = findWord(word, this.#title, this.#behind);
    if (place >= 0 || this.#behind === start) return place;
    const earlier = findWord(word, this.#title, start);
    if (earlier >= 0) {
      this.#lower(WORDS);
      this.#sideBySide = false;
    }
    return earlier;
  }

  #put(place: number, { bytes }: QueryWord): void {
    const end = place + bytes.length;
    if (this.#first < 0) this.#first = place;
    else if (!this.#onlySigns(this.#behind, place)) this.#sideBySide = false;
    this.#begun++;
    if (endsWord(this.#title, end)) this.#whole++;
    this.#behind = end;
  }

  #onlySigns(from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (isWordByte(this.#title.bytes[at] ?? 0)) return false;
    return from <= to;
  }

  #takeLetters(word: QueryWord): boolean {
    const quality = letters(word, this.#title, this.#wanted);
    if (quality === ABSENT) return false;
    this.#fuzzy = this.#level === LETTERS ? Math.min(this.#fuzzy, quality) : quality;
    this.#lower(LETTERS);
    if (quality === SCATTERED) this.#fuzzy = 0;
    return true;
  }
}

const ABSENT_WORD = -1;

/** Where a word of a title begins with the query's word; below {@link ABSENT_WORD} where it stands only inside one. */
function findWord({ bytes: word, wordy }: QueryWord, title: SearchedTitle, from: number): number {
  const { bytes, start, end, initials } = title;
  const first = word[0] ?? 0;
  const last = end - word.length;
  const mayBegin = !wordy || (initials & (BITS[first] ?? 0)) !== 0;
  let inside = ABSENT_WORD;
  for (let at = from; at <= last; at++) {
    if (FOLDED[bytes[at] ?? 0] !== first || !standsAt(word, bytes, at)) continue;
    if (!wordy || (mayBegin && startsWord(bytes, start, at))) return at;
    if (!mayBegin) return ABSENT_WORD - 1;
    inside = ABSENT_WORD - 1;
  }
  return inside;
}

function standsAt(word: Uint8Array, bytes: Uint8Array, at: number): boolean {
  for (let letter = 1; letter < word.length; letter++) {
    if (FOLDED[bytes[at + letter] ?? 0] !== word[letter]) return false;
  }
  return true;
}
