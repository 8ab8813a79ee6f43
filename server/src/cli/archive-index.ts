// Who is who in the archive: for each number the files that claim it, with their titles.
// Built once before linting from the files' first lines, in columns that threads can share.
import { finish } from "../base/steps.ts";
import { encodedPath, pathBelow, rootUri, uriBelow } from "../host/uris.ts";
import { ArticleIndex, type IndexEntry } from "../index/article-index.ts";
import { ArticleStore } from "../index/article-store.ts";
import type { Columns } from "../index/columns.ts";
import { ColumnsBuilder } from "../index/columns-builder.ts";
import { compact, MOST_CHANGES } from "../index/compact.ts";
import type { KnownArticle } from "../lint/rule.ts";
import type { ArticleSummary } from "../model/article-summary.ts";
import type { Glance } from "./glance.ts";
import { own } from "./own-string.ts";

/** An article's file; `path` is relative to the archive's root. */
export interface IndexedFile extends KnownArticle {
  readonly path: string;
}

/** The articles of one archive by number. */
export class ArchiveIndex {
  /** The files with an article, in the order in which they were added. */
  readonly articles: string[] = [];
  /** The root folder's path. */
  readonly root: string;
  readonly #root: string;
  #builder: ColumnsBuilder | undefined;
  #index: ArticleIndex | undefined;

  constructor(root: string) {
    this.root = root;
    this.#root = rootUri(root);
  }

  /** Takes articles that were learned elsewhere, instead of adding files. */
  adopt(columns: readonly Columns[], articles: Iterable<string> = []): void {
    for (const path of articles) this.articles.push(path);
    this.#index = ArticleIndex.of(columns.map((some) => new ArticleStore(this.#root, some)));
  }

  /** What was added so far, as columns. */
  get columns(): Columns {
    return (this.#builder ?? new ColumnsBuilder()).finish();
  }

  /** Adds a file, before anything is asked. */
  add(path: string, seen: Glance): void {
    this.articles.push(path);
    this.#builder ??= new ColumnsBuilder();
    this.#builder.add(encodedPath(path), summaryOf(seen));
  }

  /** The title of a file's article; while files are being added, and in the order of their paths, of one that was. */
  titleOf(path: string): string | undefined {
    if (this.#index) return this.at(path)?.title;
    const at = placeInOrder(this.articles, path);
    return at < 0 ? undefined : this.#builder?.title(at);
  }

  /** The URI of a file below the root, in the server's form. */
  uriOf(path: string): string {
    return uriBelow(this.#root, path);
  }

  /** What a file's article is known as. */
  at(path: string): IndexedFile | undefined {
    const entry = this.#current.at(this.uriOf(path));
    return entry && this.#file(entry);
  }

  /**
   * Takes what a file says now, where its text was changed or, without `seen`, it holds no article any more. Says
   * whether other articles can see a change.
   */
  update(path: string, seen: Glance | undefined): boolean {
    const uri = this.uriOf(path);
    const old = this.#current.at(uri)?.summary;
    if (old?.id === seen?.id && (!old || (old.title === seen?.title && old.container === seen.container))) return false;
    this.#index = this.#current.with(new Map([[uri, seen && ownSummary(seen)]]));
    if (this.#index.changes.size > MOST_CHANGES) this.#compact();
    return true;
  }

  #compact(): void {
    const [view, ...others] = this.#current.views;
    if (!view) return;
    const columns = finish(compact(view.store, this.#current.changes));
    this.#index = ArticleIndex.of([new ArticleStore(this.#root, columns), ...others.map(({ store }) => store)]);
  }

  /** The files that claim a number: pages first, then by path, as in the server's index. */
  find(id: string): IndexedFile[] {
    return this.#current.find(id).map((entry) => this.#file(entry));
  }

  /** The files whose article has exactly this title. */
  sameTitle(title: string): IndexedFile[] {
    return this.#current.titled(title).map((entry) => this.#file(entry));
  }

  /** The places in {@link articles} of those that seem to share their title with an article of another number. */
  namesakes(): ReadonlySet<number> {
    return new Set(this.#current.views.flatMap(({ store }) => [...store.namesakes()]));
  }

  /** At most so many raw texts, spread evenly over the archive by their numbers. */
  sampleOfTexts(size: number): IndexedFile[] {
    return this.#current.sampleByNumber("text", size).map((entry) => this.#file(entry));
  }

  get #current(): ArticleIndex {
    this.#index ??= ArticleIndex.of(this.#builder ? [new ArticleStore(this.#root, this.#builder.finish())] : []);
    this.#builder = undefined;
    return this.#index;
  }

  #file(entry: IndexEntry): IndexedFile {
    return new IndexedEntry(this.#root, entry);
  }
}

// Of a text among sorted ones; negative where it is none of them.
function placeInOrder(texts: readonly string[], text: string): number {
  let [low, high] = [0, texts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((texts[middle] ?? "") < text) low = middle + 1;
    else high = middle;
  }
  return texts[low] === text ? low : -1;
}

// Every article asks for the files of its own number; nearly always only how many there are.
class IndexedEntry implements IndexedFile {
  readonly #root: string;
  readonly #entry: IndexEntry;

  constructor(root: string, entry: IndexEntry) {
    this.#root = root;
    this.#entry = entry;
  }

  get id(): string {
    return this.#entry.summary.id;
  }

  get title(): string {
    return this.#entry.summary.title;
  }

  get container(): ArticleSummary["container"] {
    return this.#entry.summary.container;
  }

  get uri(): string {
    return this.#entry.uri;
  }

  get path(): string {
    return pathBelow(this.#root, this.uri);
  }
}

function summaryOf({ id, title, container }: Glance): ArticleSummary | undefined {
  return id === undefined ? undefined : { id, title, container, product: "", citations: [] };
}

// For what is kept as it is: columns copy by themselves.
function ownSummary(seen: Glance): ArticleSummary | undefined {
  return summaryOf({ ...seen, title: own(seen.title) });
}
