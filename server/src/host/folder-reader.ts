// Reads a folder of a local disk into columns. What was known of it before is taken over wherever a file's stamp is the
// same, so that a second start costs a look at each file's status and no reading at all.
import type { Stats } from "node:fs";
import { rowOfPath } from "../index/article-store.ts";
import type { Columns } from "../index/columns.ts";
import { ColumnsBuilder, NO_STAMP, type Stamp } from "../index/columns-builder.ts";
import { poolHas } from "../index/text-pool.ts";
import { summarizeArticle } from "../model/article-summary.ts";
import { parseIfArticle } from "../syntax/parse-article.ts";
import { isConfigUri } from "./candidates.ts";
import { FileReader } from "./file-reader.ts";
import type { FolderContent, ScanProgress } from "./folder-indexer.ts";
import { LARGEST_FILE } from "./host.ts";
import { pathOf } from "./node-host.ts";
import { walk } from "./node-walk.ts";
import { FileState, type StampCheck, stateOf, statOf, wholePath } from "./stamp-check.ts";

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
  readonly #check: StampCheck | undefined;
  #lastRow = UNKNOWN;
  #filesRead = 0;

  /** A reader of the folder of a `file:` URI; `known` is what was read of it earlier, `check` looks at part of it. */
  constructor(uri: string, known: Columns | undefined, check?: StampCheck) {
    this.#uri = uri;
    this.#path = pathOf(uri);
    this.#known = known;
    this.#check = check;
  }

  /** How many files had to be read. */
  get filesRead(): number {
    return this.#filesRead;
  }

  /** The folder's content; each step is some files. Throws where the folder cannot be read. */
  *read(): Generator<ScanProgress, FolderContent> {
    for (const path of walk(this.#path)) this.#take(path);
    const found = this.#known ? this.#compared(this.#known) : this.#found;
    return yield* this.#content(found);
  }

  #take(path: string | undefined): void {
    if (path === undefined) return;
    const whole = `/${path}`;
    if (isConfigUri(whole)) this.#configs.push(this.#uri + whole);
    else this.#found.push({ path, row: this.#rowOf(path) });
  }

  // A walk finds files in the same order as the last time, so the next row is nearly always the right one.
  #rowOf(path: string): number {
    if (!this.#known) return UNKNOWN;
    const next = this.#lastRow + 1;
    this.#lastRow = poolHas(this.#known.paths, next, path) ? next : rowOfPath(this.#known, path);
    return this.#lastRow;
  }

  // What is gone is left out, what was changed has no row any more.
  #compared(known: Columns): FoundFile[] {
    const own = this.#check?.from ?? known.numbers.length;
    const states = new Map<number, number>();
    for (const { path, row } of this.#found) {
      if (row !== UNKNOWN && row < own) states.set(row, stateOf(known, row, statOf(this.#path, path)));
    }
    const others = this.#check?.states();
    return this.#found.flatMap((file) => {
      const { path, row } = file;
      if (row === UNKNOWN) return file;
      const told = states.get(row) ?? others?.[row - own];
      const state = told ?? stateOf(known, row, statOf(this.#path, path));
      if (state === FileState.gone) return [];
      return state === FileState.same ? file : { path, row: UNKNOWN };
    });
  }

  *#content(found: readonly FoundFile[]): Generator<ScanProgress, FolderContent> {
    const configs = this.#configs;
    if (this.#known && isUnchanged(found, this.#known)) return { columns: this.#known, configs };
    const builder = new ColumnsBuilder();
    const total = found.length;
    for (const { path, row } of found) {
      if (this.#known && row !== UNKNOWN) builder.keep(this.#known, row);
      else this.#readFile(path, builder);
      if (builder.files % STEP === 0) yield { done: builder.files, total, articles: builder.articles };
    }
    return { columns: builder.finish(), configs };
  }

  // A file that is not there is no row; one that cannot be read now is looked at again the next time.
  #readFile(path: string, builder: ColumnsBuilder): void {
    this.#filesRead++;
    try {
      const { text, stat } = this.#reader.read(wholePath(this.#path, path), LARGEST_FILE);
      const article = text === undefined ? undefined : parseIfArticle(text);
      builder.add(path, article && summarizeArticle(article), stampOf(stat));
    } catch (error) {
      if (!isMissing(error)) builder.add(path, undefined, NO_STAMP);
    }
  }
}

function isUnchanged(found: readonly FoundFile[], known: Columns): boolean {
  return found.length === known.numbers.length && found.every(({ row }) => row !== UNKNOWN);
}

function stampOf({ mtimeMs, ctimeMs, size }: Stats): Stamp {
  return Date.now() - Math.max(mtimeMs, ctimeMs) < SETTLED ? NO_STAMP : [mtimeMs, ctimeMs, size];
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
