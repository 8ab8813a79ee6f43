// The archive as one value: which files hold which article, and who cites whom.
// Immutable; a change makes a new index that shares all but a small difference with the old one.
import type { ArticleSummary, Citation } from "../model/article-summary.ts";

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

// Differences are copied with each change, so they are merged into the base before they grow slow.
const MERGE_AT = 512;

interface Base {
  readonly byUri: ReadonlyMap<string, IndexEntry>;
  readonly byId: ReadonlyMap<string, readonly IndexEntry[]>;
  readonly citing: ReadonlyMap<string, readonly IndexEntry[]>;
}

const EMPTY: Base = { byUri: new Map(), byId: new Map(), citing: new Map() };

/** An immutable index of articles. */
export class ArticleIndex {
  /** The index of no files. */
  static readonly empty: ArticleIndex = new ArticleIndex(EMPTY, new Map());
  readonly #base: Base;
  readonly #changes: ReadonlyMap<string, IndexEntry | undefined>;

  private constructor(base: Base, changes: ReadonlyMap<string, IndexEntry | undefined>) {
    this.#base = base;
    this.#changes = changes;
  }

  /** A new index with the changes applied; this one stays as it is. */
  with(changes: IndexChanges): ArticleIndex {
    const merged = new Map(this.#changes);
    for (const [uri, summary] of changes) merged.set(uri, summary && { uri, summary });
    return merged.size > MERGE_AT
      ? new ArticleIndex(mergeBase(this.#base, merged), new Map())
      : new ArticleIndex(this.#base, merged);
  }

  /** The entry of a file. */
  at(uri: string): IndexEntry | undefined {
    return this.#changes.has(uri) ? this.#changes.get(uri) : this.#base.byUri.get(uri);
  }

  /** The files that hold the article of this number: pages first, then by URI. */
  find(id: string): readonly IndexEntry[] {
    const found = this.#current(this.#base.byId.get(id), (entry) => entry.summary.id === id);
    return found.length < 2 ? found : [...found].sort(pagesFirst);
  }

  /** The files whose article has exactly this title: pages first, then by URI. */
  titled(title: string): readonly IndexEntry[] {
    const found: IndexEntry[] = [];
    for (const entry of this.entries()) if (entry.summary.title === title) found.push(entry);
    return found.sort(pagesFirst);
  }

  /** Each place that cites the number, the article's own text included, by URI and place. */
  citing(id: string): CitingPlace[] {
    const cites = (entry: IndexEntry): boolean => entry.summary.citations.some((citation) => citation.id === id);
    const entries = [...this.#current(this.#base.citing.get(id), cites)].sort((a, b) => (a.uri < b.uri ? -1 : 1));
    const places: CitingPlace[] = [];
    for (const entry of entries) {
      for (const citation of entry.summary.citations) if (citation.id === id) places.push({ entry, citation });
    }
    return places;
  }

  /** How many articles other than itself cite the number; a page and a raw text of one article count once. */
  citedBy(id: string): number {
    const numbers = new Set<string>();
    for (const { entry } of this.citing(id)) if (entry.summary.id !== id) numbers.add(entry.summary.id);
    return numbers.size;
  }

  /** All entries, in no order that means anything. */
  *entries(): Generator<IndexEntry> {
    for (const entry of this.#base.byUri.values()) if (!this.#changes.has(entry.uri)) yield entry;
    for (const entry of this.#changes.values()) if (entry) yield entry;
  }

  /** The number of files with an article. */
  get size(): number {
    let size = this.#base.byUri.size;
    for (const [uri, entry] of this.#changes) size += Number(entry !== undefined) - Number(this.#base.byUri.has(uri));
    return size;
  }

  #current(base: readonly IndexEntry[] = [], belongs: (entry: IndexEntry) => boolean): readonly IndexEntry[] {
    if (this.#changes.size === 0) return base;
    const kept = base.filter((entry) => !this.#changes.has(entry.uri));
    for (const entry of this.#changes.values()) if (entry && belongs(entry)) kept.push(entry);
    return kept;
  }
}

/** The order in which an article's files are named: pages, then by URI. */
export function pagesFirst(a: IndexEntry, b: IndexEntry): number {
  if (a.summary.container !== b.summary.container) return a.summary.container === "page" ? -1 : 1;
  return a.uri < b.uri ? -1 : 1;
}

function mergeBase(base: Base, changes: ReadonlyMap<string, IndexEntry | undefined>): Base {
  const byUri = new Map(base.byUri);
  for (const [uri, entry] of changes) {
    if (entry) byUri.set(uri, entry);
    else byUri.delete(uri);
  }
  const byId = new Map<string, IndexEntry[]>();
  const citing = new Map<string, IndexEntry[]>();
  for (const entry of byUri.values()) {
    push(byId, entry.summary.id, entry);
    for (const id of new Set(entry.summary.citations.map((citation) => citation.id))) push(citing, id, entry);
  }
  return { byUri, byId, citing };
}

function push(map: Map<string, IndexEntry[]>, key: string, entry: IndexEntry): void {
  const list = map.get(key);
  if (list) list.push(entry);
  else map.set(key, [entry]);
}
