// Reads a folder of a local disk into columns. What was known of it before is taken over wherever a file's stamp is the
// same, so that a second start costs a look at each file's status and no reading at all.
import { lstatSync, type Stats } from "node:fs";
import { rowOfPath } from "../index/article-store.ts";
import { type Columns, STAMP_SIZE } from "../index/columns.ts";
import { ColumnsBuilder, NO_STAMP, type Stamp } from "../index/columns-builder.ts";
import { poolText } from "../index/text-pool.ts";
import { summarizeArticle } from "../model/article-summary.ts";
import { parseIfArticle } from "../syntax/parse-article.ts";
import { isConfigUri } from "./candidates.ts";
import { FileReader } from "./file-reader.ts";
import type { FolderContent, ScanProgress } from "./folder-indexer.ts";
import { LARGEST_FILE } from "./host.ts";
import { pathOf } from "./node-host.ts";
import { walk } from "./node-walk.ts";

// A file that was changed so shortly before it was read may change again without another time of change (milliseconds).
const SETTLED = 2000;
const UNKNOWN = -1;
// Files between two reports of progress.
const STEP = 64;

/** A file that was found: its path in the columns, and its row in the older ones where it is unchanged. */
interface FoundFile {
  readonly path: string;
  readonly row: number;
}

/** Reads one folder. */
export class FolderReader {
  readonly #uri: string;
  readonly #path: string;
  readonly #reader = new FileReader();
  readonly #found: FoundFile[] = [];
  readonly #configs: string[] = [];
  readonly #known: Columns | undefined;
  #lastRow = UNKNOWN;
  #filesRead = 0;

  /** A reader of the folder of a `file:` URI; `known` is what was read of it earlier. */
  constructor(uri: string, known: Columns | undefined) {
    this.#uri = uri;
    this.#path = pathOf(uri);
    this.#known = known;
  }

  /** How many files had to be read. */
  get filesRead(): number {
    return this.#filesRead;
  }

  /** The folder's content; each step is some files. Throws where the folder cannot be read. */
  *read(): Generator<ScanProgress, FolderContent> {
    for (const uri of walk(this.#path, this.#uri)) this.#take(uri);
    return yield* this.#content();
  }

  #pathIn(uri: string): string {
    return uri.slice(this.#uri.length + 1);
  }

  #take(uri: string | undefined): void {
    if (uri === undefined) return;
    if (isConfigUri(uri)) this.#configs.push(uri);
    else this.#add(this.#pathIn(uri));
  }

  #add(path: string): void {
    const row = this.#rowOf(path);
    if (row === UNKNOWN) this.#found.push({ path, row });
    else {
      const stat = this.#statOf(path);
      if (stat) this.#found.push({ path, row: this.#isUnchanged(row, stat) ? row : UNKNOWN });
    }
  }

  // A walk finds files in the same order as the last time, so the next row is nearly always the right one.
  #rowOf(path: string): number {
    if (!this.#known) return UNKNOWN;
    const next = this.#lastRow + 1;
    this.#lastRow = poolText(this.#known.paths, next) === path ? next : rowOfPath(this.#known, path);
    return this.#lastRow;
  }

  #statOf(path: string): Stats | undefined {
    const stat = lstatSync(this.#wholePath(path), { throwIfNoEntry: false });
    return stat?.isFile() ? stat : undefined;
  }

  #wholePath(path: string): string {
    return `${this.#path}/${path.includes("%") ? decodeURIComponent(path) : path}`;
  }

  #isUnchanged(row: number, stat: Stats): boolean {
    const stamps = this.#known?.stamps;
    const at = row * STAMP_SIZE;
    return (
      stamps !== undefined &&
      stamps[at] !== 0 &&
      stamps[at] === stat.mtimeMs &&
      stamps[at + 1] === stat.ctimeMs &&
      stamps[at + 2] === stat.size
    );
  }

  *#content(): Generator<ScanProgress, FolderContent> {
    const configs = this.#configs;
    if (this.#known && this.#nothingChanged(this.#known)) return { columns: this.#known, configs };
    const builder = new ColumnsBuilder();
    const total = this.#found.length;
    for (const { path, row } of this.#found) {
      if (this.#known && row !== UNKNOWN) builder.keep(this.#known, row);
      else this.#readFile(path, builder);
      if (builder.files % STEP === 0) yield { done: builder.files, total, articles: builder.articles };
    }
    return { columns: builder.finish(), configs };
  }

  #nothingChanged(known: Columns): boolean {
    return this.#found.length === known.numbers.length && this.#found.every(({ row }) => row !== UNKNOWN);
  }

  // A file that is not there is no row; one that cannot be read now is looked at again the next time.
  #readFile(path: string, builder: ColumnsBuilder): void {
    this.#filesRead++;
    try {
      const { text, stat } = this.#reader.read(this.#wholePath(path), LARGEST_FILE);
      const article = text === undefined ? undefined : parseIfArticle(text);
      builder.add(path, article && summarizeArticle(article), stampOf(stat));
    } catch (error) {
      if (!isMissing(error)) builder.add(path, undefined, NO_STAMP);
    }
  }
}

function stampOf({ mtimeMs, ctimeMs, size }: Stats): Stamp {
  return Date.now() - Math.max(mtimeMs, ctimeMs) < SETTLED ? NO_STAMP : [mtimeMs, ctimeMs, size];
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
