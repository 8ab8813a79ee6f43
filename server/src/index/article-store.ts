// The articles of one folder, looked up in its columns. Rows are numbers of files; what a row says is made into an
// object only when somebody asks for it.
import type { ArticleSummary, Citation } from "../model/article-summary.ts";
import { decodeNumber, encodeNumber } from "./article-number.ts";
import { type Columns, hashAt, hashBytes, TEXT } from "./columns.ts";
import { firstAt, rowsOf } from "./sorted-order.ts";
import { poolText, type TextPool, utf8Bytes } from "./text-pool.ts";

/** One citing place by rows. */
export interface CitingRow {
  readonly file: number;
  readonly citation: number;
}

/** A folder's articles. */
export class ArticleStore {
  /** The folder's URI in normal form. */
  readonly root: string;
  readonly columns: Columns;
  // Files that settings keep out of the archive.
  readonly #excluded: ReadonlySet<number>;
  readonly #words: (string | undefined)[] = [];
  #size: number | undefined;

  constructor(root: string, columns: Columns, excluded: ReadonlySet<number> = new Set()) {
    this.root = root;
    this.columns = columns;
    this.#excluded = excluded;
  }

  /** The number of rows, files without an article included. */
  get count(): number {
    return this.columns.numbers.length;
  }

  /** The number of articles. */
  get size(): number {
    this.#size ??= [...this.rows()].length;
    return this.#size;
  }

  /** Whether the row's file holds an article of the archive. */
  holds(row: number): boolean {
    return (this.columns.numbers[row] ?? 0) > 0 && !this.#excluded.has(row);
  }

  /** All rows that hold an article. */
  *rows(): Generator<number> {
    for (let row = 0; row < this.count; row++) if (this.holds(row)) yield row;
  }

  /** The row of a file, whether or not it holds an article; -1 where it is not in the folder. */
  rowOf(uri: string): number {
    if (!uri.startsWith(this.root) || uri[this.root.length] !== "/") return -1;
    return rowOfPath(this.columns, uri.slice(this.root.length + 1));
  }

  /** The rows of files below a folder. */
  rowsBelow(folder: string): number[] {
    const below = `${folder}/`;
    const outer = `${this.root}/`;
    if (outer.startsWith(below)) return [...this.rows()];
    if (!below.startsWith(outer)) return [];
    const prefix = utf8Bytes(below.slice(outer.length));
    return [...this.rows()].filter((row) => startsWith(this.columns.paths, row, prefix));
  }

  /** The rows of an article's files. */
  find(id: string): number[] {
    const number = encodeNumber(id);
    if (number === 0) return [];
    const { byNumber, numbers } = this.columns;
    return rowsOf(byNumber, number, (row) => numbers[row] ?? 0).filter((row) => this.holds(row));
  }

  /** The rows of the articles with exactly this title. */
  titled(title: string): number[] {
    const { byTitle, titles } = this.columns;
    const bytes = utf8Bytes(title);
    const same = rowsOf(byTitle, hashBytes(bytes, 0, bytes.length), (row) => hashAt(titles, row));
    return same.filter((row) => this.holds(row) && this.titleAt(row) === title);
  }

  /** The rows of articles whose title an article of another number seems to have too: titles are told by their hashes. */
  *namesakes(): Generator<number> {
    const { byTitle, titles, numbers } = this.columns;
    for (let at = 0; at < byTitle.length; ) {
      const hash = hashAt(titles, byTitle[at] ?? 0);
      let end = at + 1;
      while (end < byTitle.length && hashAt(titles, byTitle[end] ?? 0) === hash) end++;
      const rows = byTitle.subarray(at, end);
      if (rows.some((row) => numbers[row] !== numbers[rows[0] ?? 0])) yield* rows;
      at = end;
    }
  }

  /** The places that cite a number. */
  citing(id: string): CitingRow[] {
    const number = encodeNumber(id);
    if (number === 0) return [];
    const { byCited, cited } = this.columns;
    const places = rowsOf(byCited, number, (row) => cited[row] ?? 0).map((citation) => ({
      file: this.#fileOf(citation),
      citation,
    }));
    return places.filter(({ file }) => this.holds(file));
  }

  /** Calls `take` with the file of each place that cites a number; a file that cites it twice comes twice. */
  eachCiting(id: string, take: (file: number) => void): void {
    const number = encodeNumber(id);
    const { byCited, cited } = this.columns;
    if (number === 0) return;
    for (let at = firstAt(byCited, number, (row) => cited[row] ?? 0); at < byCited.length; at++) {
      const citation = byCited[at] ?? 0;
      if (cited[citation] !== number) return;
      const file = this.#fileOf(citation);
      if (this.holds(file)) take(file);
    }
  }

  /** The number of a row's article. */
  idAt(row: number): string {
    return decodeNumber(this.columns.numbers[row] ?? 0);
  }

  /** The title of a row's article. */
  titleAt(row: number): string {
    return poolText(this.columns.titles, row);
  }

  /** The URI of a row's file. */
  uriAt(row: number): string {
    return `${this.root}/${poolText(this.columns.paths, row)}`;
  }

  /** The entry of a row. */
  entryAt(row: number): { readonly uri: string; readonly summary: ArticleSummary } {
    return { uri: this.uriAt(row), summary: new StoredSummary(this, row) };
  }

  /** A citation's row as a citation. */
  citationAt(row: number): Citation {
    const { cited, lines, characters, lengths, sections } = this.columns;
    return {
      id: decodeNumber(cited[row] ?? 0),
      line: lines[row] ?? 0,
      character: characters[row] ?? 0,
      length: lengths[row] ?? 0,
      section: this.#word(sections[row] ?? 0),
    };
  }

  // A few headings and products serve all articles.
  #word(row: number): string {
    let word = this.#words[row];
    if (word === undefined) {
      word = poolText(this.columns.words, row);
      this.#words[row] = word;
    }
    return word;
  }

  // The last file whose citations begin at or before the row.
  #fileOf(citation: number): number {
    const { citationStarts } = this.columns;
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((citationStarts[middle] ?? 0) <= citation) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

// Each fact is read from the columns when it is asked for: most entries are asked for one or two.
class StoredSummary implements ArticleSummary {
  readonly #store: ArticleStore;
  readonly #row: number;

  constructor(store: ArticleStore, row: number) {
    this.#store = store;
    this.#row = row;
  }

  get id(): string {
    return this.#store.idAt(this.#row);
  }

  get title(): string {
    return this.#store.titleAt(this.#row);
  }

  get container(): ArticleSummary["container"] {
    return this.#store.columns.containers[this.#row] === TEXT ? "text" : "page";
  }

  get product(): string {
    const { words, products } = this.#store.columns;
    return poolText(words, products[this.#row] ?? 0);
  }

  get citations(): readonly Citation[] {
    const { citationStarts } = this.#store.columns;
    const start = citationStarts[this.#row] ?? 0;
    const count = (citationStarts[this.#row + 1] ?? start) - start;
    return Array.from({ length: count }, (_, at) => this.#store.citationAt(start + at));
  }
}

/** The row of a path in columns; -1 where it is not there. */
export function rowOfPath({ byPath, paths }: Columns, path: string): number {
  const bytes = utf8Bytes(path);
  const hash = hashBytes(bytes, 0, bytes.length);
  const keyOf = (row: number): number => hashAt(paths, row);
  for (let at = firstAt(byPath, hash, keyOf); at < byPath.length; at++) {
    const row = byPath[at] ?? 0;
    if (keyOf(row) !== hash) return -1;
    if ((paths.starts[row + 1] ?? 0) - (paths.starts[row] ?? 0) === bytes.length && startsWith(paths, row, bytes))
      return row;
  }
  return -1;
}

function startsWith({ bytes, starts }: TextPool, row: number, prefix: Uint8Array): boolean {
  const start = starts[row] ?? 0;
  if ((starts[row + 1] ?? start) - start < prefix.length) return false;
  for (let at = 0; at < prefix.length; at++) if (bytes[start + at] !== prefix[at]) return false;
  return true;
}
