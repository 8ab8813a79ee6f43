// Owns the workspace's index: scans folders, follows file changes, and lets open documents stand before their files.
// Jobs run one after the other; the index they make is immutable, so a request never sees one half made.
import { isCandidateUri, isConfigUri } from "../host/candidates.ts";
import type { Host } from "../host/host.ts";
import { hasParentIn, isBelow } from "../host/uris.ts";
import { ArticleIndex } from "../index/article-index.ts";
import { type ArticleSummary, sameSummary } from "../model/article-summary.ts";
import { describeError, type Log } from "./log.ts";
import type { Pace } from "./pace.ts";
import { listCandidates, readSummaries, type ScanProgress } from "./scan.ts";

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
  onProgress(progress: ScanProgress): void;
  onReady(articles: number): void;
}

const QUIET = 60;
const ALL_BELONG: Membership = { listed: () => Promise.resolve(), isExcluded: () => false };

type Job = () => Promise<void>;
type Changes = Map<string, ArticleSummary | undefined>;

/** Which files belong to the archives. */
export interface Membership {
  /** Takes the settings files that a listing of a folder found; resolves once they are read. */
  listed(folder: string, configs: readonly string[]): Promise<void>;
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
  readonly #folders = new Set<string>();
  /** What open documents say; it holds before what their files say. */
  readonly #overlays = new Map<string, ArticleSummary | undefined>();
  readonly #changed = new Set<string>();
  readonly #deleted = new Set<string>();
  readonly #jobs: Job[] = [];
  #index: ArticleIndex = ArticleIndex.empty;
  #scans = 0;
  #running: Promise<void> | undefined;

  constructor({ host, pace, log, listener, membership = ALL_BELONG, quiet = QUIET }: KeeperParts) {
    this.#host = host;
    this.#pace = pace;
    this.#log = log;
    this.#listener = listener;
    this.#membership = membership;
    this.#quiet = quiet;
  }

  /** The index as it stands. */
  get index(): ArticleIndex {
    return this.#index;
  }

  /** Whether a folder is open that can be read, and whether all of them have been. */
  get state(): "none" | "indexing" | "ready" {
    if (this.#folders.size === 0) return "none";
    return this.#scans > 0 ? "indexing" : "ready";
  }

  /** Whether a file lies in one of the folders and may be an article by its name. */
  covers(uri: string): boolean {
    for (const folder of this.#folders) {
      if (isBelow(uri, folder) && isCandidateUri(uri, folder)) return !this.#membership.isExcluded(uri);
    }
    return false;
  }

  /** Whether a URI lies in one of the folders. */
  isInside(uri: string): boolean {
    for (const folder of this.#folders) if (isBelow(uri, folder)) return true;
    return false;
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
    for (const folder of folders) this.#folders.delete(folder);
    for (const uri of this.#overlays.keys()) if (!this.isInside(uri)) this.#overlays.delete(uri);
    this.#apply(
      this.#entriesWhere((uri) => !this.isInside(uri)),
      undefined,
      "all",
    );
  }

  /** Lets an open document stand for its file; a document outside the folders is left out. */
  setOverlay(uri: string, summary: ArticleSummary | undefined): void {
    if (!this.isInside(uri)) return;
    this.#overlays.set(uri, summary);
    this.#apply(new Map([[uri, summary]]), uri);
  }

  /** Lets the file stand for itself again. */
  dropOverlay(uri: string): void {
    const held = this.#overlays.delete(uri);
    if (this.covers(uri)) this.filesChanged([uri], []);
    else if (held) this.#apply(new Map([[uri, undefined]]));
  }

  /** Follows changes on disk; a deleted URI may be a folder's. */
  filesChanged(changed: readonly string[], deleted: readonly string[]): void {
    if (this.#folders.size === 0) return;
    const waiting = this.#changed.size + this.#deleted.size > 0;
    for (const uri of changed) if (this.covers(uri) || this.#mayBeFolder(uri)) this.#changed.add(uri);
    for (const uri of deleted) if (this.isInside(uri) || this.#holdsFolder(uri)) this.#deleted.add(uri);
    if (!waiting && this.#changed.size + this.#deleted.size > 0) this.#enqueue(() => this.#refresh());
  }

  // A folder made together with its files is often reported alone.
  #mayBeFolder(uri: string): boolean {
    return this.isInside(uri) && !uri.slice(uri.lastIndexOf("/")).includes(".");
  }

  #holdsFolder(uri: string): boolean {
    for (const folder of this.#folders) if (folder === uri || isBelow(folder, uri)) return true;
    return false;
  }

  #entriesWhere(holds: (uri: string) => boolean): Changes {
    const changes: Changes = new Map();
    for (const { uri } of this.#index.entries()) if (holds(uri)) changes.set(uri, undefined);
    return changes;
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
    try {
      const uris = new Set<string>();
      for (const folder of folders) for (const uri of await this.#list(folder)) uris.add(uri);
      const onProgress = (progress: ScanProgress): void => this.#listener.onProgress(progress);
      const found = await readSummaries(this.#host, [...uris], this.#pace, onProgress);
      this.#scans--;
      this.#replace(folders, found);
    } catch (error) {
      this.#scans--;
      for (const folder of folders) this.#folders.delete(folder);
      throw error;
    } finally {
      if (this.#scans === 0) this.#listener.onReady(this.#index.size);
    }
  }

  // What is not found any more goes: a folder may have been away for a while.
  #replace(folders: readonly string[], found: Changes): void {
    const changes = this.#entriesWhere((uri) => folders.some((folder) => isBelow(uri, folder)));
    for (const [uri, summary] of found) if (summary) changes.set(uri, summary);
    this.#apply(changes, undefined, "all");
  }

  // A folder that cannot be read must not make every reference look unresolved.
  async #list(folder: string): Promise<readonly string[]> {
    try {
      return await this.#membersOf(folder);
    } catch (error) {
      this.#folders.delete(folder);
      this.#log.warn(`${folder} cannot be read: ${describeError(error)}`);
      return [];
    }
  }

  // What has no suffix may be a file as well, or be gone again: then there is nothing in it.
  async #listNew(folder: string): Promise<readonly string[]> {
    try {
      return await this.#membersOf(folder);
    } catch {
      return [];
    }
  }

  async #membersOf(folder: string): Promise<string[]> {
    const listed = await listCandidates(this.#host, folder, this.#pace);
    await this.#membership.listed(folder, listed.filter(isConfigUri));
    return listed.filter((uri) => !isConfigUri(uri) && !this.#membership.isExcluded(uri));
  }

  // Changes come in bursts (a checkout, a search and replace); one look at each file is enough.
  async #refresh(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, this.#quiet));
    const changed = [...this.#changed];
    const uris = new Set([...changed.filter((uri) => this.covers(uri)), ...this.#heldBelow(this.#deleted)]);
    this.#changed.clear();
    this.#deleted.clear();
    for (const uri of changed) if (!this.covers(uri)) for (const inside of await this.#listNew(uri)) uris.add(inside);
    this.#apply(await readSummaries(this.#host, [...uris], this.#pace));
  }

  // Asked only now, because a scan that ran when the files were deleted may have read them before.
  #heldBelow(deleted: ReadonlySet<string>): string[] {
    const files = [...deleted].filter((uri) => this.#index.at(uri) !== undefined);
    if (files.length === deleted.size) return files;
    return [...files, ...this.#entriesWhere((uri) => hasParentIn(uri, deleted)).keys()];
  }

  // A folder may have gone while its files were read.
  #held(uri: string, fromFile: ArticleSummary | undefined): ArticleSummary | undefined {
    if (!this.isInside(uri) || this.#membership.isExcluded(uri)) return undefined;
    return this.#overlays.has(uri) ? this.#overlays.get(uri) : fromFile;
  }

  #apply(found: Changes, origin?: string, numbers?: "all"): void {
    const changes: Changes = new Map();
    const touched = new Set<string>();
    for (const [uri, fromFile] of found) {
      const summary = this.#held(uri, fromFile);
      const before = this.#index.at(uri)?.summary;
      if (sameSummary(before, summary)) continue;
      changes.set(uri, summary);
      for (const id of numbersTouched(before, summary)) touched.add(id);
    }
    if (changes.size > 0) this.#index = this.#index.with(changes);
    // While folders are read nobody may speak of other articles; the scan's end tells everyone.
    const heard = numbers === "all" || (touched.size > 0 && this.#scans === 0);
    if (heard) this.#listener.onChange({ numbers: numbers ?? touched, origin });
  }
}

// Others see of an article its number and title; who cites whom is no business of theirs.
function numbersTouched(before: ArticleSummary | undefined, now: ArticleSummary | undefined): string[] {
  if (before?.id === now?.id && before?.title === now?.title) return [];
  return [before, now].flatMap((summary) => (summary ? [summary.id] : []));
}
