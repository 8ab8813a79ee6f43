// The work of linting files of the archive: takes them from the queue, keeps what came out, hands reports to the sink.
// Runs in short slices between the messages of the client, and only while somebody waits for its results.
import { LintFailures } from "./archive-lint-failures.ts";
import {
  closedFileReport,
  emptyReport,
  errorsOnly,
  type FileLintParts,
  type FileReport,
  isListedDiagnostic,
  openFileReport,
} from "./archive-lint-file.ts";
import { ArchiveLintQueue, type QueueParts } from "./archive-lint-queue.ts";
import { ArchiveResults } from "./archive-lint-results.ts";
import { guarded } from "./log.ts";
import type { ReportSink } from "./workspace-diagnostics-sink.ts";

/** How far a look at the archive is. */
export interface LintProgress {
  /** Files looked at, and files to look at in all. */
  readonly done: number;
  readonly total: number;
  /** Articles among those that were looked at. */
  readonly articles: number;
}

/** Who wants to know how the work goes on. */
export interface LintWatcher {
  onProgress(progress: LintProgress): void;
  /** The work is over: because nothing is left to do, or because the session ends. */
  onEnd(isWhole: boolean): void;
}

/** What the work needs. */
export interface WorkParts extends FileLintParts, QueueParts {}

/** Editors grow slow over longer lists of problems; beyond it only errors are shown. */
export const MOST_LISTED = 20_000;
// So many files are asked for at once where the client reads them.
const AHEAD = 16;
const FLUSH_INTERVAL = 150;

/** The work. */
export class ArchiveLintWork {
  readonly queue: ArchiveLintQueue;
  readonly results: ArchiveResults = new ArchiveResults();
  /** Files that the client must hear of: closed ones, whose editor may have shown something else. */
  readonly owed: Set<string> = new Set();
  readonly watchers: Set<LintWatcher> = new Set();
  sink: ReportSink | undefined;
  /** Whether files that are not open are wanted at all. */
  isOn = false;
  readonly #parts: WorkParts;
  readonly #failures: LintFailures;
  #running = false;
  #stopped = false;
  #flushed = 0;
  /** Files of the look at the whole archive that are not done yet. */
  #ahead = new Set<string>();
  #progress: LintProgress = { done: 0, total: 0, articles: 0 };

  constructor(parts: WorkParts) {
    this.#parts = parts;
    this.queue = new ArchiveLintQueue(parts);
    this.#failures = new LintFailures(parts.log);
  }

  /** Goes to work where there is some that somebody waits for. */
  begin(): void {
    if (this.#running || !this.#isWanted) return;
    this.#running = true;
    guarded(this.#parts.log, "linting the archive", async () => {
      try {
        await this.#run();
      } finally {
        this.#running = false;
      }
      this.#end();
    });
  }

  /** Ends all work: no request is left without an answer. */
  stop(): void {
    this.#stopped = true;
    this.sink?.retire();
    for (const watcher of [...this.watchers]) watcher.onEnd(false);
  }

  /** Whether the work was stopped for good. */
  get isStopped(): boolean {
    return this.#stopped;
  }

  /** How far the work is. */
  get progress(): LintProgress {
    return this.#progress;
  }

  // Each part costs the client an update of its list.
  async #flushNowAndThen(): Promise<void> {
    const now = performance.now();
    if (now - this.#flushed < FLUSH_INTERVAL) return;
    this.#flushed = now;
    await this.sink?.flush();
  }

  // While the archive is read nothing is known of other articles; its end begins the work anew.
  get #isWanted(): boolean {
    if (this.#stopped || this.#parts.workspace.index.state === "indexing") return false;
    return this.sink !== undefined || this.watchers.size > 0;
  }

  async #run(): Promise<void> {
    const { pace, support, workspace } = this.#parts;
    await workspace.configuration.ready;
    await pace.rest();
    while (this.#isWanted && !this.queue.isEmpty) {
      if (this.queue.needsListing) await this.#list();
      const uris = this.queue.take(support.clientFiles ? AHEAD : 1);
      for (const report of await Promise.all(uris.map((uri) => this.#look(uri)))) this.#take(report);
      if (!pace.due) continue;
      for (const watcher of this.watchers) watcher.onProgress(this.#progress);
      await this.#flushNowAndThen();
      await pace.rest();
    }
    await this.sink?.flush();
  }

  #end(): void {
    // Something may have come while the last reports were on their way.
    if (!this.queue.isEmpty) {
      this.begin();
      return;
    }
    this.#failures.end();
    if (!this.#isWanted) return;
    this.sink?.settled();
    for (const watcher of [...this.watchers]) watcher.onEnd(true);
  }

  async #list(): Promise<void> {
    const everything = await this.queue.list();
    if (!everything) return;
    // What is not there any more has to be taken back.
    for (const uri of this.results.uris()) this.queue.add(uri);
    this.#ahead = new Set(this.queue.files());
    this.#progress = { done: 0, total: this.#ahead.size, articles: 0 };
  }

  async #look(uri: string): Promise<FileReport> {
    try {
      return await this.reportOf(uri);
    } catch (error) {
      this.#failures.note(uri, error);
      return emptyReport(uri);
    }
  }

  /** What is to be shown of a file. */
  async reportOf(uri: string): Promise<FileReport> {
    const { workspace, linter } = this.#parts;
    if (!this.isOn || !workspace.index.covers(uri)) return emptyReport(uri);
    const article = workspace.documents.at(uri) ? undefined : await workspace.articleOf(uri);
    // It may have been opened while it was read.
    const document = workspace.documents.at(uri);
    if (document) return openFileReport(document, linter);
    return article ? closedFileReport(uri, article, this.#parts) : emptyReport(uri);
  }

  #take(report: FileReport): void {
    // A file that changes meanwhile is looked at twice and counts once.
    if (this.#ahead.delete(report.uri)) {
      const { done, total, articles } = this.#progress;
      this.#progress = { done: done + 1, total, articles: articles + (report.isArticle ? 1 : 0) };
    }
    const listed = report.items.filter(isListedDiagnostic).length;
    const isFull = this.results.listedBeside(report.uri) + listed > MOST_LISTED;
    const shown = isFull ? errorsOnly(report) : report;
    this.results.set(report, shown);
    if (!this.sink) return;
    this.sink.take(shown, this.owed.delete(report.uri));
  }
}
