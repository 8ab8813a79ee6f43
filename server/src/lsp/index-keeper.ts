// Owns the workspace's index: scans folders, follows file changes, and lets open documents stand before their files.
// Jobs run one after the other; the index they make is immutable, so a request never sees one half made.
import { isConfigUri } from "../host/candidates.ts";
import type { FolderContent, FolderIndexer, ScanProgress } from "../host/folder-indexer.ts";
import type { Host } from "../host/host.ts";
import { hasParentIn, isBelow } from "../host/uris.ts";
import { ArticleIndex } from "../index/article-index.ts";
import { ArticleStore } from "../index/article-store.ts";
import type { Columns } from "../index/columns.ts";
import { compact, MOST_CHANGES } from "../index/compact.ts";
import { type ArticleSummary, sameSummary } from "../model/article-summary.ts";
import { KeptFolders } from "./kept-folders.ts";
import { describeError, type Log } from "./log.ts";
import { numbersTouched } from "./numbers-touched.ts";
import type { Pace } from "./pace.ts";
import { listCandidates, readSummaries } from "./scan.ts";
import { SlicedIndexer } from "./sliced-indexer.ts";

/** What other documents may have to be looked at again for. */
export interface IndexChange {
  /** Numbers whose article came, went, moved or has another title; "all" after a scan. */
  readonly numbers: ReadonlySet<string> | "all";
  /** The open document whose editing made the change. */
  readonly origin: string | undefined;
}

/** Who wants to know of the index's state. */
export interface IndexListener {
  /** Folders are about to be read. */
  onBegin(): void;
  onChange(change: IndexChange): void;
  /** The index is another one, if only in who cites whom. */
  onUpdate?(): void;
  onProgress(progress: ScanProgress): void;
  onReady(articles: number): void;
}

const QUIET = 60;
// So many changed files at once are read beside the typing, where that can be done.
const BURST = 200;
// What lies in more folders than this is found by one walk through the index.
const FEW_FOLDERS = 16;
const ALL_BELONG: Membership = { listed: () => Promise.resolve(), isRestricted: false, isExcluded: () => false };

type Job = () => Promise<void>;
type Changes = Map<string, ArticleSummary | undefined>;

/** What was read of a folder, and which of its rows settings keep out. */
interface ReadFolder {
  readonly columns: Columns;
  readonly excluded: ReadonlySet<number>;
}

/** Which files belong to the archives. */
export interface Membership {
  /** Takes the settings files that a listing of a folder found; resolves once they are read. */
  listed(folder: string, configs: readonly string[]): Promise<void>;
  /** Whether settings keep any file out of its archive. */
  readonly isRestricted: boolean;
  /** Whether settings keep a file out of its archive. */
  isExcluded(uri: string): boolean;
}

/** What a keeper works with. */
export interface KeeperParts {
  readonly host: Host;
  readonly pace: Pace;
  readonly log: Log;
  readonly listener: IndexListener;
  /** Default: every file that may be an article belongs. */
  readonly membership?: Membership;
  /** Default: works in slices on this thread. */
  readonly indexer?: FolderIndexer | undefined;
  /** How long changes are collected before files are read again, in milliseconds. */
  readonly quiet?: number;
}

/** The keeper of the index. */
export class IndexKeeper {
  readonly #host: Host;
  readonly #pace: Pace;
  readonly #log: Log;
  readonly #listener: IndexListener;
  readonly #membership: Membership;
  readonly #quiet: number;
  readonly #indexer: FolderIndexer;
  readonly #folders = new KeptFolders();
  readonly #stores = new Map<string, ReadFolder>();
  /** What open documents say; it holds before what their files say. */
  readonly #overlays = new Map<string, ArticleSummary | undefined>();
  readonly #changed = new Set<string>();
  readonly #deleted = new Set<string>();
  readonly #jobs: Job[] = [];
  #index: ArticleIndex = ArticleIndex.empty;
  #scans = 0;
  #running: Promise<void> | undefined;

  constructor({ host, pace, log, listener, membership = ALL_BELONG, quiet = QUIET, indexer }: KeeperParts) {
    this.#host = host;
    this.#pace = pace;
    this.#log = log;
    this.#listener = listener;
    this.#membership = membership;
    this.#quiet = quiet;
    this.#indexer = indexer ?? new SlicedIndexer(host, pace);
  }

  /** The index as it stands. */
  get index(): ArticleIndex {
    return this.#index;
  }

  /** Whether a folder is open that can be read, and whether all of them have been. */
  get state(): "none" | "indexing" | "ready" {
    if (this.#folders.isEmpty) return "none";
    return this.#scans > 0 ? "indexing" : "ready";
  }

  /** Whether a file lies in one of the folders and may be an article by its name. */
  covers(uri: string): boolean {
    return this.#folders.holdsCandidate(uri) && !this.#membership.isExcluded(uri);
  }

  /** Whether a URI lies in one of the folders that can be read. */
  isInside(uri: string): boolean {
    return this.#folders.holds(uri);
  }

  /** Resolves once nothing is left to do. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  /** Takes folders in and scans them. */
  addFolders(folders: readonly string[]): void {
    const added = folders.filter((folder) => this.#host.serves(folder) && !this.#folders.has(folder));
    if (added.length === 0) return;
    for (const folder of added) this.#folders.add(folder);
    this.#enqueueScan(added);
  }

  /** Reads folders again, because other files than before belong to them. */
  readAgain(folders: readonly string[]): void {
    const open = folders.filter((folder) => this.#folders.has(folder));
    if (open.length > 0) this.#enqueueScan(open);
  }

  #enqueueScan(folders: readonly string[]): void {
    this.#scans++;
    this.#listener.onBegin();
    this.#enqueue(() => this.#scan(folders));
  }

  /** Lets folders go, with all that is known of them. */
  removeFolders(folders: readonly string[]): void {
    for (const folder of folders) {
      this.#folders.delete(folder);
      this.#stores.delete(folder);
    }
    for (const uri of this.#overlays.keys()) if (!this.#folders.isOpen(uri)) this.#overlays.delete(uri);
    this.#install([]);
    this.#readOuter(folders);
  }

  // What an inner folder kept track of alone has to be looked at again for the outer one.
  #readOuter(folders: readonly string[]): void {
    this.readAgain(this.#folders.all.filter((outer) => folders.some((folder) => isBelow(folder, outer))));
  }

  /** Lets an open document stand for its file; a document outside the folders is left out. */
  setOverlay(uri: string, summary: ArticleSummary | undefined): void {
    if (!this.#folders.isOpen(uri)) return;
    this.#overlays.set(uri, summary);
    this.#apply(new Map([[uri, summary]]), uri);
  }

  /** Lets the file stand for itself again. */
  dropOverlay(uri: string): void {
    const held = this.#overlays.delete(uri);
    // Read by itself: hundreds of documents that are closed at once are no checkout, after which all would be read.
    if (this.covers(uri)) this.#enqueue(() => this.#readFiles([uri]));
    else if (held) this.#apply(new Map([[uri, undefined]]));
  }

  /** Follows changes on disk; a deleted URI may be a folder's. */
  filesChanged(changed: readonly string[], deleted: readonly string[]): void {
    this.readAgain(this.#folders.backBy(changed));
    const waiting = this.#changed.size + this.#deleted.size > 0;
    // Whether settings keep files out is asked later: of the thousands of a burst never.
    for (const uri of changed)
      if (this.#folders.holdsCandidate(uri) || this.#folders.mayBeFolder(uri)) this.#changed.add(uri);
    for (const uri of deleted) if (this.#folders.mayHaveHeld(uri)) this.#deleted.add(uri);
    if (!waiting && this.#changed.size + this.#deleted.size > 0) this.#enqueue(() => this.#refresh());
  }

  #enqueue(job: Job): void {
    this.#jobs.push(job);
    this.#running ??= this.#work();
  }

  async #work(): Promise<void> {
    await this.#pace.rest();
    for (let job = this.#jobs.shift(); job; job = this.#jobs.shift()) {
      try {
        await job();
      } catch (error) {
        this.#log.error(`indexing failed: ${describeError(error)}`);
      }
    }
    this.#running = undefined;
  }

  async #scan(folders: readonly string[]): Promise<void> {
    for (const folder of folders) await this.#read(folder);
    this.#scans--;
    this.#install(folders);
    if (this.#scans === 0) this.#listener.onReady(this.#index.size);
  }

  // A folder that cannot be read must not make every reference look unresolved.
  async #read(folder: string): Promise<void> {
    try {
      const content = await this.#indexer.index(folder, {
        onProgress: (progress) => this.#listener.onProgress(progress),
        onKnown: (columns) => this.#showKnown(folder, columns),
      });
      this.#folders.note(folder, true);
      await this.#take(folder, content);
    } catch (error) {
      this.#folders.note(folder, false);
      if (this.#stores.delete(folder)) this.#readOuter([folder]);
      this.#log.warn(`${folder} cannot be read: ${describeError(error)}`);
    }
  }

  // What was known at the last time answers questions already; whether it still holds is being found out.
  #showKnown(folder: string, columns: Columns): void {
    if (this.#stores.has(folder) || !this.#folders.has(folder)) return;
    this.#stores.set(folder, { columns, excluded: new Set() });
    this.#install([]);
  }

  async #take(folder: string, { columns, configs }: FolderContent): Promise<void> {
    await this.#membership.listed(folder, configs);
    const excluded = await this.#excludedRows(folder, columns);
    if (this.#folders.has(folder)) this.#stores.set(folder, { columns, excluded });
  }

  async #excludedRows(folder: string, columns: Columns): Promise<ReadonlySet<number>> {
    const excluded = new Set<number>();
    if (!this.#membership.isRestricted) return excluded;
    const store = new ArticleStore(folder, columns);
    for (const row of store.rows()) {
      if (this.#membership.isExcluded(store.uriAt(row))) excluded.add(row);
      if (this.#pace.due) await this.#pace.rest();
    }
    return excluded;
  }

  // Makes the index of what was read; what open documents say stands before it, as does what changed elsewhere since.
  #install(read: readonly string[]): void {
    const changes: Changes = new Map();
    for (const [uri, entry] of this.#index.changes) {
      if (this.isInside(uri) && !read.includes(this.#readerOf(uri))) changes.set(uri, entry?.summary);
    }
    for (const [uri, summary] of this.#overlays) changes.set(uri, this.#held(uri, summary));
    this.#index = ArticleIndex.of(this.#disjointStores(), changes);
    if (this.#scans === 0) this.#listener.onChange({ numbers: "all", origin: undefined });
  }

  // The folder whose columns speak for a file.
  #readerOf(uri: string): string {
    let reader = "";
    for (const folder of this.#stores.keys()) {
      if (folder.length > reader.length && isBelow(uri, folder)) reader = folder;
    }
    return reader;
  }

  // Of folders within one another the inner one speaks for its files.
  #disjointStores(): ArticleStore[] {
    return [...this.#stores].map(([root, { columns, excluded }]) => {
      const inner = [...this.#stores.keys()].filter((folder) => isBelow(folder, root));
      if (inner.length === 0) return new ArticleStore(root, columns, excluded);
      const whole = new ArticleStore(root, columns);
      return new ArticleStore(
        root,
        columns,
        new Set([...excluded, ...inner.flatMap((folder) => whole.rowsBelow(folder))]),
      );
    });
  }

  // Changes come in bursts (a checkout, a search and replace); one look at each file is enough.
  async #refresh(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, this.#quiet));
    const changed = [...this.#changed];
    const deleted = new Set(this.#deleted);
    this.#changed.clear();
    this.#deleted.clear();
    if (this.#indexer.isCheap && changed.length + deleted.size > BURST) {
      this.#enqueueScan(this.#folders.touchedBy([...changed, ...deleted]));
      return;
    }
    this.readAgain(this.#folders.goneBy(deleted));
    // A folder that is new may stand for one that was there before, with other files in it.
    const folders = changed.filter((uri) => this.#folders.mayBeFolder(uri));
    const held = await this.#heldBelow(new Set([...deleted, ...folders]));
    const uris = new Set([...changed.filter((uri) => this.covers(uri)), ...held]);
    for (const folder of folders) for (const inside of await this.#listNew(folder)) uris.add(inside);
    await this.#readFiles([...uris]);
  }

  async #readFiles(uris: readonly string[]): Promise<void> {
    this.#apply(await readSummaries(this.#host, uris, this.#pace));
    if (this.#index.changes.size > MOST_CHANGES) await this.#compact();
  }

  // What has no suffix may be a file as well, or be gone again: then there is nothing in it.
  async #listNew(folder: string): Promise<readonly string[]> {
    try {
      const listed = await listCandidates(this.#host, folder, this.#pace);
      await this.#membership.listed(folder, listed.filter(isConfigUri));
      return listed.filter((uri) => this.covers(uri));
    } catch {
      return [];
    }
  }

  // Asked only now, because a scan that ran when the files were deleted may have read them before.
  async #heldBelow(gone: ReadonlySet<string>): Promise<string[]> {
    const index = this.#index;
    const held = [...gone].filter((uri) => index.at(uri));
    const folders = new Set([...gone].filter((uri) => !index.at(uri)));
    if (folders.size <= FEW_FOLDERS) {
      return [...held, ...[...folders].flatMap((folder) => index.below(folder).map((entry) => entry.uri))];
    }
    for (const { uri } of index.entries()) {
      if (hasParentIn(uri, folders)) held.push(uri);
      if (this.#pace.due) await this.#pace.rest();
    }
    return held;
  }

  // Changes stand before the columns one by one; many of them are better in columns of their own.
  async #compact(): Promise<void> {
    const roots = [...this.#stores.keys()];
    for (const [root, { columns, excluded }] of this.#stores) {
      const changes = new Map(
        [...this.#index.changes].filter(([uri]) => this.#readerOf(uri) === root && !this.#overlays.has(uri)),
      );
      if (changes.size === 0) continue;
      const store = new ArticleStore(root, columns, excluded);
      const compacted = await this.#inSlices(compact(store, changes));
      const excludedNow = await this.#excludedRows(root, compacted);
      // What changed meanwhile waits in the queue behind this job.
      if (!this.#stores.has(root)) continue;
      this.#stores.set(root, { columns: compacted, excluded: excludedNow });
    }
    this.#install(roots);
  }

  async #inSlices<T>(steps: Generator<void, T>): Promise<T> {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      if (this.#pace.due) await this.#pace.rest();
    }
  }

  // A folder may have gone while its files were read.
  #held(uri: string, fromFile: ArticleSummary | undefined): ArticleSummary | undefined {
    if (!this.isInside(uri) || this.#membership.isExcluded(uri)) return undefined;
    return this.#overlays.has(uri) ? this.#overlays.get(uri) : fromFile;
  }

  #apply(found: Changes, origin?: string): void {
    const changes: Changes = new Map();
    const touched = new Set<string>();
    for (const [uri, fromFile] of found) {
      const summary = this.#held(uri, fromFile);
      const before = this.#index.at(uri)?.summary;
      if (summary && this.#hasOpenTwin(uri, summary.id)) touched.add(summary.id);
      if (sameSummary(before, summary)) continue;
      changes.set(uri, summary);
      for (const id of numbersTouched(this.#index, before, summary)) touched.add(id);
    }
    this.#index = this.#index.with(changes);
    if (changes.size > 0) this.#listener.onUpdate?.();
    // While folders are read nobody may speak of other articles; the scan's end tells everyone.
    if (touched.size > 0 && this.#scans === 0) this.#listener.onChange({ numbers: touched, origin });
  }

  // A page and a raw text of one article are compared to the letter, of which the index knows nothing.
  #hasOpenTwin(uri: string, id: string): boolean {
    for (const [other, summary] of this.#overlays) if (other !== uri && summary?.id === id) return true;
    return false;
  }
}
