// The archive as one value: which files hold which article, and who cites whom.
// Immutable: stores of columns for what was read from folders, and before them the few files that changed since.
import type { ArticleSummary, Citation } from "../model/article-summary.ts";
import { encodeNumber } from "./article-number.ts";
import type { ArticleStore } from "./article-store.ts";
import { PAGE, TEXT } from "./columns.ts";
import { orderBy } from "./sorted-order.ts";

/** An article and the file that holds it. */
export interface IndexEntry {
  readonly uri: string;
  readonly summary: ArticleSummary;
}

/** One citing place. */
export interface CitingPlace {
  readonly entry: IndexEntry;
  readonly citation: Citation;
}

/** Changes by URI; `undefined` means that the file holds no article any more. */
export type IndexChanges = ReadonlyMap<string, ArticleSummary | undefined>;

/** A store and those of its rows that changes stand before. */
export interface StoreView {
  readonly store: ArticleStore;
  readonly replaced: ReadonlySet<number>;
}

type Entries = ReadonlyMap<string, IndexEntry | undefined>;

/** An immutable index of articles. */
export class ArticleIndex {
  /** The index of no files. */
  static readonly empty: ArticleIndex = new ArticleIndex([], new Map());
  readonly #views: readonly StoreView[];
  readonly #changes: Entries;

  private constructor(views: readonly StoreView[], changes: Entries) {
    this.#views = views;
    this.#changes = changes;
  }

  /** The index of stores of which none holds a file of another, with changes that stand before them. */
  static of(stores: readonly ArticleStore[], changes: IndexChanges = new Map()): ArticleIndex {
    return new ArticleIndex(
      stores.map((store) => ({ store, replaced: new Set() })),
      new Map(),
    ).with(changes);
  }

  /** A new index with the changes applied; this one stays as it is. Changes are to be few: some hundreds. */
  with(changes: IndexChanges): ArticleIndex {
    if (changes.size === 0) return this;
    const merged = new Map(this.#changes);
    for (const [uri, summary] of changes) merged.set(uri, summary && { uri, summary });
    return new ArticleIndex(
      this.#views.map((view) => replace(view, changes.keys())),
      merged,
    );
  }

  /** The stores, and which of their rows no longer hold. */
  get views(): readonly StoreView[] {
    return this.#views;
  }

  /** The files that changed since their folder was read. */
  get changes(): Entries {
    return this.#changes;
  }

  /** The entry of a file. */
  at(uri: string): IndexEntry | undefined {
    if (this.#changes.has(uri)) return this.#changes.get(uri);
    for (const { store } of this.#views) {
      const row = store.rowOf(uri);
      if (row >= 0 && store.holds(row)) return store.entryAt(row);
    }
    return undefined;
  }

  /** The files that hold the article of this number: pages first, then by URI. */
  find(id: string): readonly IndexEntry[] {
    return this.#collect(
      (store) => store.find(id),
      (summary) => summary.id === id,
    );
  }

  /** The files whose article has exactly this title: pages first, then by URI. */
  titled(title: string): readonly IndexEntry[] {
    return this.#collect(
      (store) => store.titled(title),
      (summary) => summary.title === title,
    );
  }

  /** Each place that cites the number, the article's own text included, by URI and place. */
  citing(id: string): CitingPlace[] {
    const places: CitingPlace[] = [];
    for (const { store, replaced } of this.#views) {
      let last: { readonly file: number; readonly entry: IndexEntry } | undefined;
      for (const { file, citation } of store.citing(id)) {
        if (replaced.has(file)) continue;
        if (last?.file !== file) last = { file, entry: store.entryAt(file) };
        places.push({ entry: last.entry, citation: store.citationAt(citation) });
      }
    }
    for (const entry of this.#changes.values()) if (entry) places.push(...placesIn(entry, id));
    return places.sort((a, b) => (a.entry.uri === b.entry.uri ? 0 : a.entry.uri < b.entry.uri ? -1 : 1));
  }

  /** How many articles other than itself cite the number; a page and a raw text of one article count once. */
  citedBy(id: string): number {
    const numbers = new Set<number>();
    for (const { store, replaced } of this.#views) {
      store.eachCiting(id, (file) => {
        if (!replaced.has(file)) numbers.add(store.columns.numbers[file] ?? 0);
      });
    }
    for (const entry of this.#changes.values()) {
      if (entry?.summary.citations.some((citation) => citation.id === id)) numbers.add(encodeNumber(entry.summary.id));
    }
    numbers.delete(encodeNumber(id));
    return numbers.size;
  }

  /** All entries, in no order that means anything. Goes through the whole archive: nothing for a keystroke. */
  *entries(): Generator<IndexEntry> {
    for (const { store, replaced } of this.#views) {
      for (const row of store.rows()) if (!replaced.has(row)) yield store.entryAt(row);
    }
    for (const entry of this.#changes.values()) if (entry) yield entry;
  }

  /** At most so many files of a container, spread evenly over the archive by their numbers. */
  sampleByNumber(container: ArticleSummary["container"], size: number): IndexEntry[] {
    const kind = container === "text" ? TEXT : PAGE;
    const entries = [...this.#changes.values()].filter((entry) => entry?.summary.container === container);
    const codes = entries.map((entry) => encodeNumber(entry?.summary.id ?? ""));
    // Places in the stores behind those of the changes: a view and a row each.
    const views: number[] = [];
    const rows: number[] = [];
    for (const [view, { store, replaced }] of this.#views.entries()) {
      const { containers, numbers } = store.columns;
      for (const row of store.rows()) {
        if (containers[row] !== kind || replaced.has(row)) continue;
        codes.push(numbers[row] ?? 0);
        views.push(view);
        rows.push(row);
      }
    }
    const order = orderBy(codes.length, (at) => codes[at] ?? 0);
    const step = Math.max(1, order.length / size);
    return Array.from({ length: Math.min(size, order.length) }).flatMap((_, at) => {
      const place = order[Math.floor(at * step)] ?? 0;
      const behind = place - entries.length;
      return behind < 0
        ? (entries[place] ?? [])
        : (this.#views[views[behind] ?? 0]?.store.entryAt(rows[behind] ?? 0) ?? []);
    });
  }

  /** The entries of files below a folder. */
  below(folder: string): IndexEntry[] {
    const found: IndexEntry[] = [];
    for (const { store, replaced } of this.#views) {
      for (const row of store.rowsBelow(folder)) if (!replaced.has(row)) found.push(store.entryAt(row));
    }
    for (const entry of this.#changes.values()) if (entry?.uri.startsWith(`${folder}/`)) found.push(entry);
    return found;
  }

  /** The number of files with an article. */
  get size(): number {
    let size = 0;
    for (const { store, replaced } of this.#views) {
      size += store.size;
      for (const row of replaced) if (store.holds(row)) size--;
    }
    for (const entry of this.#changes.values()) if (entry) size++;
    return size;
  }

  #collect(
    rowsIn: (store: ArticleStore) => readonly number[],
    belongs: (summary: ArticleSummary) => boolean,
  ): readonly IndexEntry[] {
    const found: IndexEntry[] = [];
    for (const { store, replaced } of this.#views) {
      for (const row of rowsIn(store)) if (!replaced.has(row)) found.push(store.entryAt(row));
    }
    for (const entry of this.#changes.values()) if (entry && belongs(entry.summary)) found.push(entry);
    return found.length < 2 ? found : found.sort(pagesFirst);
  }
}

function placesIn(entry: IndexEntry, id: string): CitingPlace[] {
  return entry.summary.citations.filter((citation) => citation.id === id).map((citation) => ({ entry, citation }));
}

function replace({ store, replaced }: StoreView, uris: Iterable<string>): StoreView {
  const rows = new Set(replaced);
  for (const uri of uris) {
    const row = store.rowOf(uri);
    if (row >= 0) rows.add(row);
  }
  return { store, replaced: rows };
}

/** The order in which an article's files are named: pages, then by URI. */
export function pagesFirst(a: IndexEntry, b: IndexEntry): number {
  if (a.summary.container !== b.summary.container) return a.summary.container === "page" ? -1 : 1;
  return a.uri < b.uri ? -1 : 1;
}
