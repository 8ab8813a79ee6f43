// Makes columns of files one after the other, in the order in which they are found.
// What is known of an unchanged file is taken over from older columns without being read again.
import type { ArticleSummary, Citation } from "../model/article-summary.ts";
import { encodeNumber } from "./article-number.ts";
import { type Columns, hashAt, PAGE, STAMP_SIZE, TEXT } from "./columns.ts";
import { NumberColumn } from "./number-column.ts";
import { MOST_ROWS, orderBy } from "./sorted-order.ts";
import { poolText, TextPoolWriter } from "./text-pool.ts";

/** A file's time of change, of change of status (milliseconds) and length (bytes). */
export type Stamp = readonly [modified: number, changed: number, length: number];

/** The stamp of a file of which nothing is known. */
export const NO_STAMP: Stamp = [0, 0, 0];

const LONGEST_CITATION = 255;

/** Collects files into columns. */
export class ColumnsBuilder {
  readonly #paths = new TextPoolWriter();
  readonly #numbers = new NumberColumn();
  readonly #containers = new NumberColumn();
  readonly #titles = new TextPoolWriter();
  readonly #products = new NumberColumn();
  readonly #stamps: number[] = [];
  readonly #citationStarts = new NumberColumn();
  readonly #cited = new NumberColumn();
  readonly #lines = new NumberColumn();
  readonly #characters = new NumberColumn();
  readonly #lengths = new NumberColumn();
  readonly #sections = new NumberColumn();
  readonly #words = new TextPoolWriter();
  readonly #wordRows = new Map<string, number>();
  #articles = 0;

  constructor() {
    this.#citationStarts.push(0);
  }

  /** How many files there are so far. */
  get files(): number {
    return this.#numbers.length;
  }

  /** How many of them hold an article. */
  get articles(): number {
    return this.#articles;
  }

  /** The title of a file that was added before, counted from 0; empty where it holds no article. */
  title(row: number): string {
    return this.#titles.text(row);
  }

  /** Adds a file; without a summary it holds no article. Throws where there are more files than an index can hold. */
  add(path: string, summary: ArticleSummary | undefined, stamp: Stamp = NO_STAMP): void {
    if (this.files >= MOST_ROWS) throw new RangeError(`more than ${MOST_ROWS} files in one folder`);
    this.#paths.add(path);
    this.#stamps.push(...stamp);
    this.#numbers.push(summary ? encodeNumber(summary.id) : 0);
    this.#containers.push(summary?.container === "text" ? TEXT : PAGE);
    this.#titles.add(summary?.title ?? "");
    this.#products.push(this.#word(summary?.product ?? ""));
    if (summary) this.#articles++;
    for (const citation of summary?.citations ?? []) this.#cite(citation);
    this.#citationStarts.push(this.#cited.length);
  }

  /** Takes a file over from older columns. */
  keep(from: Columns, row: number): void {
    this.#paths.copy(from.paths, row);
    for (let at = 0; at < STAMP_SIZE; at++) this.#stamps.push(from.stamps[row * STAMP_SIZE + at] ?? 0);
    const number = from.numbers[row] ?? 0;
    this.#numbers.push(number);
    this.#containers.push(from.containers[row] ?? PAGE);
    this.#titles.copy(from.titles, row);
    this.#products.push(this.#word(poolText(from.words, from.products[row] ?? 0)));
    if (number > 0) this.#articles++;
    const end = from.citationStarts[row + 1] ?? 0;
    for (let at = from.citationStarts[row] ?? end; at < end; at++) this.#keepCitation(from, at);
    this.#citationStarts.push(this.#cited.length);
  }

  /** The columns; the builder is not used any more. */
  finish(): Columns {
    const [paths, titles] = [this.#paths.finish(), this.#titles.finish()];
    const [numbers, cited] = [this.#numbers.finish(), this.#cited.finish()];
    return {
      paths,
      numbers,
      containers: Uint8Array.from(this.#containers.finish()),
      titles,
      products: this.#products.finish(),
      stamps: Float64Array.from(this.#stamps),
      citationStarts: this.#citationStarts.finish(),
      cited,
      lines: this.#lines.finish(),
      characters: this.#characters.finish(),
      lengths: Uint8Array.from(this.#lengths.finish()),
      sections: this.#sections.finish(),
      words: this.#words.finish(),
      byPath: orderBy(numbers.length, (row) => hashAt(paths, row)),
      byNumber: orderBy(numbers.length, (row) => numbers[row] ?? 0),
      byTitle: orderBy(numbers.length, (row) => hashAt(titles, row)),
      byCited: orderBy(cited.length, (row) => cited[row] ?? 0),
    };
  }

  #cite({ id, line, character, length, section }: Citation): void {
    if (this.#cited.length >= MOST_ROWS) return;
    this.#cited.push(encodeNumber(id));
    this.#lines.push(line);
    this.#characters.push(character);
    this.#lengths.push(Math.min(length, LONGEST_CITATION));
    this.#sections.push(this.#word(section));
  }

  #keepCitation(from: Columns, at: number): void {
    this.#cited.push(from.cited[at] ?? 0);
    this.#lines.push(from.lines[at] ?? 0);
    this.#characters.push(from.characters[at] ?? 0);
    this.#lengths.push(from.lengths[at] ?? 0);
    this.#sections.push(this.#word(poolText(from.words, from.sections[at] ?? 0)));
  }

  // Some dozens of products and headings serve all articles.
  #word(text: string): number {
    let row = this.#wordRows.get(text);
    if (row === undefined) {
      row = this.#words.add(text);
      this.#wordRows.set(text, row);
    }
    return row;
  }
}
