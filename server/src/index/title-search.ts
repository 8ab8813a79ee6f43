// Fuzzy search over the numbers and titles of an archive: exact numbers, beginnings of numbers, words of the title in
// order, in any order, parts of words, letters in order. Fast enough for a keystroke at 60,000 articles.

import type { IndexEntry } from "./article-index.ts";
import type { TitleColumn } from "./title-search-columns.ts";
import {
  levelOf,
  matchesNumber,
  NO_MATCH,
  NUMBER_LEVEL,
  PARTS,
  type SearchedTitle,
  scoreTitle,
  TOO_WEAK,
} from "./title-search-match.ts";
import { type TitleMasks, TitleMemory } from "./title-search-memory.ts";
import { parseQuery, type TitleQuery, type WordBeginnings } from "./title-search-query.ts";
import { TopHits } from "./title-search-top.ts";

// Rows of several columns in one number.
const COLUMN = 2 ** 32;
const SLICE = 4096;
const LONGEST_TITLE = 511;
const SCORE_STEP = 2 ** 39;
const LENGTH_STEP = 2 ** 30;
// A page and a raw text of one article are two hits, of which one is shown.
const FILES_OF_ARTICLE = 2;
// With so many titles that have the words themselves, those that have only their letters are noise.
const ENOUGH = 100;
// So few digits are as likely a product's version, and begin a thousand numbers.
const FEW_DIGITS = 3;

/**
 * The articles that match what was typed, the best first and at most `limit`; without a query the newest ones. Each
 * step is a short slice of work. Of a page and a raw text of one article the page is given.
 */
export function* searchTitles(
  columns: readonly TitleColumn[],
  typed: string,
  limit: number,
): Generator<void, IndexEntry[]> {
  const query = parseQuery(typed);
  const search = new Search(query, limit);
  for (const [at, column] of columns.entries()) yield* search.look(column, at * COLUMN);
  return search.take(columns);
}

class Search {
  readonly #query: TitleQuery;
  readonly #limit: number;
  // The number may be another one than an article's: titles get half the room.
  readonly #ambiguous: boolean;
  readonly #numbers: TopHits;
  readonly #titles: TopHits;
  // What lies below this level is not shown.
  #wanted = 0;
  #literal = 0;

  constructor(query: TitleQuery, limit: number) {
    this.#query = query;
    const number = query.words.length === 1 ? query.words[0]?.number : undefined;
    this.#ambiguous = number !== undefined && !number.marked && number.digits <= FEW_DIGITS;
    this.#limit = limit;
    this.#numbers = new TopHits(limit * FILES_OF_ARTICLE);
    this.#titles = new TopHits(limit * FILES_OF_ARTICLE);
  }

  *look(column: TitleColumn, base: number): Generator<void> {
    if (this.#query.words.length === 0) yield* this.#lookForNewest(column, base);
    else yield* this.#lookForMatches(column, base);
  }

  *#lookForNewest(column: TitleColumn, base: number): Generator<void> {
    for (let row = 0; row < column.numbers.length; row++) {
      const key = column.numbers[row] ?? 0;
      if (key > this.#titles.least && column.isLive(row)) this.#titles.add(key, base + row);
      if (row % SLICE === SLICE - 1) yield;
    }
  }

  *#lookForMatches(column: TitleColumn, base: number): Generator<void> {
    const memory = TitleMemory.of(column.titles);
    const title = new RowTitle(column, yield* memory.masks());
    const rows = memory.survivors(this.#query);
    const survivors = new Uint32Array(rows.length);
    let count = 0;
    for (let at = 0; at < rows.length; at += SLICE) {
      for (const row of rows.subarray(at, at + SLICE)) {
        if (this.#matches(title, row, base)) survivors[count++] = row;
      }
      yield;
    }
    memory.remember(this.#query, survivors.slice(0, count));
  }

  // What is no match for sure, or a weaker one than all that are shown, is not looked at.
  #matches(title: RowTitle, row: number, base: number): boolean {
    const { mask, maskWithoutNumbers, begins } = this.#query;
    if (!title.mayMatch(row, maskWithoutNumbers)) return false;
    if (!title.mayMatch(row, mask) && !matchesNumber(this.#query, title.numberAt(row))) return false;
    if (this.#wanted > PARTS && !title.mayBegin(row, begins)) return true;
    const score = scoreTitle(this.#query, title.at(row), this.#wanted);
    if (score > TOO_WEAK) this.#add(score, title, row, base);
    return score !== NO_MATCH;
  }

  #add(score: number, title: RowTitle, row: number, base: number): void {
    const isNumber = score >= NUMBER_LEVEL;
    const hits = isNumber ? this.#numbers : this.#titles;
    const shortness = isNumber ? 0 : LONGEST_TITLE - Math.min(title.end - title.start, LONGEST_TITLE);
    const key = score * SCORE_STEP + shortness * LENGTH_STEP + (LENGTH_STEP - 1 - title.number);
    if (key <= hits.least || !title.isLive(row)) return;
    hits.add(key, base + row);
    if (levelOf(score) >= PARTS && ++this.#literal === ENOUGH) this.#wanted = Math.max(this.#wanted, PARTS);
    if (!isNumber && hits.isFull) this.#wanted = Math.max(this.#wanted, levelOf(scoreOf(hits.least)));
  }

  take(columns: readonly TitleColumn[]): IndexEntry[] {
    const numbers = this.#entriesOf(this.#numbers, columns);
    const titles = this.#entriesOf(this.#titles, columns);
    const share = this.#ambiguous ? Math.max(this.#limit >> 1, this.#limit - titles.length) : this.#limit;
    return [...numbers.slice(0, share), ...titles].slice(0, this.#limit);
  }

  #entriesOf(hits: TopHits, columns: readonly TitleColumn[]): IndexEntry[] {
    const taken: IndexEntry[] = [];
    const places = new Map<string, number>();
    for (const { key, row } of hits.best()) {
      // One more is taken than wanted, for the last one's page may come behind its raw text.
      if (taken.length > this.#limit || levelOf(scoreOf(key)) < this.#wanted) break;
      const entry = columns[Math.floor(row / COLUMN)]?.entry(row % COLUMN);
      if (entry) takeEntry(entry, taken, places);
    }
    return taken.slice(0, this.#limit);
  }
}

function scoreOf(key: number): number {
  return Math.floor(key / SCORE_STEP);
}

function takeEntry(entry: IndexEntry, taken: IndexEntry[], places: Map<string, number>): void {
  const { id, container } = entry.summary;
  const place = places.get(id);
  const other = place === undefined ? undefined : taken[place];
  if (place === undefined || other?.summary.container === container) {
    if (place === undefined) places.set(id, taken.length);
    taken.push(entry);
  } else if (container === "page") taken[place] = entry;
}

// One object for all rows: a search looks at most of them.
class RowTitle implements SearchedTitle {
  readonly bytes: Uint8Array;
  start = 0;
  end = 0;
  number = 0;
  initials = 0;
  readonly #column: TitleColumn;
  readonly #masks: TitleMasks;

  constructor(column: TitleColumn, masks: TitleMasks) {
    this.#column = column;
    this.#masks = masks;
    this.bytes = column.titles.bytes;
  }

  mayMatch(row: number, mask: number): boolean {
    return ((this.#masks.letters[row] ?? 0) & mask) === mask;
  }

  mayBegin(row: number, { initials, pairs, triples }: WordBeginnings): boolean {
    return (
      ((this.#masks.initials[row] ?? 0) & initials) === initials &&
      ((this.#masks.pairs[row] ?? 0) & pairs) === pairs &&
      ((this.#masks.triples[row] ?? 0) & triples) === triples
    );
  }

  numberAt(row: number): number {
    return this.#column.numbers[row] ?? 0;
  }

  isLive(row: number): boolean {
    return this.#column.isLive(row);
  }

  at(row: number): this {
    const { titles, numbers } = this.#column;
    this.start = titles.starts[row] ?? 0;
    this.end = titles.starts[row + 1] ?? this.start;
    this.number = numbers[row] ?? 0;
    this.initials = this.#masks.initials[row] ?? 0;
    return this;
  }
}
