// What somebody types to find an article, as the search understands it: words, of which each may be a number.
// Signs that editors' search boxes give a meaning of their own are taken away.

import { utf8Bytes } from "./text-pool.ts";
import { BITS, FOLDED, isWordByte, pairBit, tripleBit } from "./title-search-bytes.ts";

/** A number as typed: its digits may be the beginning of an article's number. */
export interface TypedNumber {
  readonly digits: number;
  readonly value: number;
  /** Written with its `Q`: it can be nothing else than an article's number. */
  readonly marked: boolean;
}

/** A word of a query. */
export interface QueryWord {
  /** In UTF-8, without case. */
  readonly bytes: Uint8Array;
  readonly number: TypedNumber | undefined;
  /** Whether it begins with a letter or digit; what begins with a sign may stand anywhere. */
  readonly wordy: boolean;
}

/** The bits of what words begin with: a letter, two and three. */
export interface WordBeginnings {
  readonly initials: number;
  readonly pairs: number;
  readonly triples: number;
}

/** A query. */
export interface TitleQuery {
  readonly words: readonly QueryWord[];
  /** The query in one form: a query whose key begins with this one's finds nothing that this one does not. */
  readonly key: string;
  /** The bits that a title must have to match all words. */
  readonly mask: number;
  /** Those that it must have where the article's number stands for the numbers. */
  readonly maskWithoutNumbers: number;
  /** What a title must have, by its masks, for each word to begin one of its words; none where a number may do. */
  readonly begins: WordBeginnings;
  /** Whether typing on may find what this query does not: `Q` becomes a number with the next digit. */
  readonly open: boolean;
}

const LONGEST = 256;
const MOST_WORDS = 8;
const NUMBER = /^(q|kb)?([0-9]{1,8})[:;.,]?$/;
const BEFORE_NUMBER = /^(?:q|kb?)$/;

/** Reads a query; it has no words where nothing was typed. */
export function parseQuery(typed: string): TitleQuery {
  const folded = typed
    .slice(0, LONGEST)
    .replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
    .replace(/["*\u2026]/g, "");
  const texts = folded.split(/\s+/).filter((text) => text !== "");
  const words = texts.slice(0, MOST_WORDS).map(readWord);
  return {
    words,
    key: texts.join(" "),
    mask: maskOf(words),
    maskWithoutNumbers: maskOf(words.filter((word) => !word.number)),
    begins: beginningsOf(words.some((word) => word.number) ? [] : words.filter((word) => word.wordy)),
    open: BEFORE_NUMBER.test(texts[words.length - 1] ?? ""),
  };
}

function beginningsOf(words: readonly QueryWord[]): WordBeginnings {
  let [initials, pairs, triples] = [0, 0, 0];
  for (const {
    bytes: [first = 0, second, third],
  } of words) {
    initials |= BITS[first] ?? 0;
    if (second !== undefined) pairs |= pairBit(first, second);
    if (second !== undefined && third !== undefined) triples |= tripleBit(first, second, third);
  }
  return { initials, pairs, triples };
}

function maskOf(words: readonly QueryWord[]): number {
  let mask = 0;
  for (const { bytes } of words) for (const byte of bytes) mask |= BITS[byte] ?? 0;
  return mask;
}

function readWord(text: string): QueryWord {
  const bytes = utf8Bytes(text).map((byte) => FOLDED[byte] ?? 0);
  const [, mark, digits = ""] = NUMBER.exec(text) ?? [];
  const number =
    digits === "" ? undefined : { digits: digits.length, value: Number(digits), marked: mark !== undefined };
  return { bytes, number, wordy: isWordByte(bytes[0] ?? 0) };
}
