// Keeps the findings of the whole archive up to date where they are wanted: by the scope that the settings say, or since
// the command “Lint Whole Archive”. Knows what to look at again after a change, and who is to hear of it.
import {
  type CancellationToken,
  type Connection,
  type ProgressToken,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
} from "vscode-languageserver";
import { hasParentIn } from "../host/uris.ts";
import type { FileReport } from "./archive-lint-file.ts";
import type { Counts } from "./archive-lint-results.ts";
import { ArchiveLintWork, type LintProgress, type WorkParts } from "./archive-lint-work.ts";
import { Debounce } from "./debounce.ts";
import type { IndexChange } from "./index-keeper.ts";
import type { OpenDocument } from "./open-document.ts";
import { WorkspaceAnswer } from "./workspace-diagnostics-answer.ts";
import { WorkspacePush } from "./workspace-diagnostics-push.ts";
import { DiagnosticRegistration } from "./workspace-diagnostics-registration.ts";

/** What the archive is linted with. */
export interface ArchiveLintParts extends WorkParts {
  readonly connection: Connection;
}

/** What a client asks for and has. */
export interface WorkspacePull {
  /** The results that the client has, by URI in normal form. */
  readonly known: ReadonlyMap<string, string>;
  /** Under it parts of the answer can be sent. */
  readonly partToken?: ProgressToken | undefined;
}

/** What a look at the whole archive gave. */
export interface ArchiveTotals extends Counts {
  /** Findings that are shown. */
  readonly listed: number;
  /** Articles that were looked at. */
  readonly files: number;
  readonly milliseconds: number;
  readonly cancelled: boolean;
}

// The index hears of changed files a little later than we do, and changes come in bursts.
const QUIET = 120;
// What is typed in an open document is shown by its editor; the list of the archive may follow later.
const TYPING = 500;
// A client that asks for diagnostics of documents and not of workspaces gets the latter by push after so long.
const PATIENCE = 2000;

/** The linter of the whole archive. */
export class ArchiveLint {
  /** The way to the client. */
  readonly connection: Connection;
  readonly #parts: ArchiveLintParts;
  readonly #work: ArchiveLintWork;
  readonly #registration: DiagnosticRegistration;
  readonly #waking: Debounce;
  readonly #typing: Debounce;
  readonly #fallingBack: Debounce;
  readonly #typed = new Set<string>();
  /** Since the command, until the problems are cleared. */
  #isShown = false;
  #hasPulled = false;
  #isStarted = false;

  constructor(parts: ArchiveLintParts) {
    const { connection, log, support } = parts;
    this.#parts = parts;
    this.connection = connection;
    this.#work = new ArchiveLintWork(parts);
    this.#registration = new DiagnosticRegistration(connection, support, log);
    this.#waking = new Debounce(log, "linting the archive", () => this.#work.begin());
    this.#typing = new Debounce(log, "linting the archive", () => this.#takeTyped());
    this.#fallingBack = new Debounce(log, "linting the archive", () => this.#fallBack());
  }

  /** The session begins: the client can be told how to ask for diagnostics, once it is known what is wanted. */
  async start(): Promise<void> {
    await this.#parts.workspace.configuration.ready;
    this.#isStarted = true;
    this.settingsChanged();
    this.#registration.announce(this.#work.isOn);
  }

  /** The session ends: no request is left without an answer. */
  stop(): void {
    for (const timer of [this.#waking, this.#typing, this.#fallingBack]) timer.cancel();
    this.#work.stop();
  }

  /** A document was opened. */
  documentOpened({ key }: OpenDocument): void {
    this.#work.sink?.forget(key);
    this.#touch(key);
  }

  /** A document was changed. */
  documentChanged({ key }: OpenDocument): void {
    if (!this.#work.isOn) return;
    this.#typed.add(key);
    this.#typing.after(TYPING);
  }

  /** A document was closed: what its editor showed last need not be what its file holds. */
  documentClosed({ key }: OpenDocument): void {
    this.#work.sink?.forget(key);
    if (!this.#work.isOn && !this.#hasPulled) return;
    this.#work.owed.add(key);
    this.#work.queue.add(key);
    this.#waking.after(QUIET);
  }

  /** Files or folders were changed or made, or deleted. */
  filesChanged(changed: readonly string[], deleted: readonly string[]): void {
    if (!this.#work.isOn) return;
    const { index } = this.#parts.workspace;
    for (const uri of changed) {
      if (index.covers(uri)) this.#touch(uri);
      else if (index.isInside(uri)) this.#work.queue.addFolder(uri);
    }
    const gone = new Set(deleted);
    for (const uri of gone) this.#touchPair(uri);
    for (const uri of this.#work.results.uris()) if (gone.has(uri) || hasParentIn(uri, gone)) this.#touch(uri);
    this.#waking.after(QUIET);
  }

  /** Articles came, went, or changed their numbers or titles. */
  archiveChanged(change: IndexChange): void {
    if (!this.#work.isOn) return;
    const uris = this.#work.results.affectedBy(change, this.#parts.workspace.index.index);
    if (!uris) this.#work.queue.addEverything();
    else for (const uri of uris) this.#work.queue.add(uri);
    this.#waking.after(uris ? QUIET : 0);
  }

  /** The archive is read: now something can be said of other articles. */
  archiveRead(): void {
    this.#waking.after(0);
  }

  /** The settings changed, of the editor or of an archive. */
  settingsChanged(): void {
    if (!this.#isStarted) return;
    const wanted = this.#isShown || this.#parts.workspace.configuration.editorSettings("").scope === "workspace";
    if (wanted !== this.#work.isOn) this.#turn(wanted);
    if (!wanted) return;
    this.#work.queue.addEverything();
    this.#waking.after(QUIET);
  }

  /** Answers a request for the workspace's diagnostics, when there is something to say. */
  async pull({ known, partToken }: WorkspacePull, token: CancellationToken): Promise<WorkspaceDiagnosticReport> {
    const work = this.#work;
    this.#hasPulled = true;
    this.#fallingBack.cancel();
    work.sink?.retire();
    const answer = new WorkspaceAnswer({
      known,
      stream: partToken === undefined ? undefined : (items) => this.#sendPart(partToken, items),
      clientUri: (uri) => this.#parts.workspace.clientUri(uri),
    });
    work.sink = answer;
    for (const uri of work.results.uris()) if (answer.known(uri) !== work.results.resultId(uri)) work.queue.add(uri);
    for (const uri of answer.uris()) if (work.results.resultId(uri) === undefined) work.queue.add(uri);
    for (const uri of work.owed) work.queue.add(uri);
    const cancelled = token.onCancellationRequested(() => answer.retire());
    if (work.isStopped || token.isCancellationRequested) answer.retire();
    this.#waking.after(0);
    const result = await answer.result;
    cancelled.dispose();
    if (work.sink === answer) work.sink = undefined;
    return result;
  }

  /** What is to be shown of a file that is not open: nothing where only open ones are wanted. */
  reportOf(uri: string): Promise<FileReport> {
    return this.#work.reportOf(uri);
  }

  /** Lints the whole archive now, and shows its problems from now on. */
  async lintAll(onProgress: (progress: LintProgress) => void, token: CancellationToken): Promise<ArchiveTotals> {
    const started = performance.now();
    const work = this.#work;
    this.#isShown = true;
    this.settingsChanged();
    work.queue.addEverything();
    const settled = new Promise<boolean>((resolve) => {
      const watcher = {
        onProgress,
        onEnd: (isWhole: boolean): void => {
          if (work.watchers.delete(watcher)) resolve(isWhole);
        },
      };
      work.watchers.add(watcher);
      token.onCancellationRequested(() => watcher.onEnd(false));
      if (token.isCancellationRequested || work.isStopped) watcher.onEnd(false);
    });
    // A client that is about to ask for the workspace's diagnostics gets them from the same go.
    this.#waking.after(work.sink ? 0 : QUIET);
    const whole = await settled;
    if (!whole && this.#parts.workspace.configuration.editorSettings("").scope !== "workspace") work.queue.clear();
    const milliseconds = Math.round(performance.now() - started);
    return {
      ...work.results.totals,
      listed: work.results.listed,
      files: work.progress.articles,
      milliseconds,
      cancelled: !whole,
    };
  }

  /** Takes back what the command showed. */
  clear(): void {
    this.#isShown = false;
    this.settingsChanged();
  }

  #sendPart(token: ProgressToken, items: WorkspaceDiagnosticReport["items"]): Promise<void> {
    return this.connection.sendProgress(WorkspaceDiagnosticRequest.partialResult, token, { items }).catch(() => {});
  }

  #turn(isOn: boolean): void {
    const { connection, support } = this.#parts;
    const work = this.#work;
    work.isOn = isOn;
    this.#registration.announce(isOn);
    if (isOn && !work.sink && !support.pullDiagnostics) work.sink = new WorkspacePush(connection, false);
    if (isOn && !work.sink && !this.#hasPulled) this.#fallingBack.after(PATIENCE);
    if (isOn) return;
    this.#fallingBack.cancel();
    work.queue.clear();
    if (work.sink instanceof WorkspacePush) {
      work.sink.retire();
      work.sink = undefined;
    }
    // Each of them is said to have no findings now.
    for (const uri of work.results.uris()) work.queue.add(uri);
    work.results.clear();
    this.#waking.after(0);
  }

  #fallBack(): void {
    const work = this.#work;
    if (!work.isOn || work.sink) return;
    work.sink = new WorkspacePush(this.#parts.connection, true);
    for (const uri of work.results.uris()) work.queue.add(uri);
    work.begin();
  }

  #takeTyped(): void {
    for (const uri of this.#typed) this.#touch(uri);
    this.#typed.clear();
  }

  // A page and the raw text of the same article are compared with each other.
  #touch(uri: string): void {
    if (!this.#work.isOn) return;
    this.#work.queue.add(uri);
    this.#touchPair(uri);
    this.#waking.after(QUIET);
  }

  #touchPair(uri: string): void {
    const { index } = this.#parts.workspace.index;
    const entry = index.at(uri);
    if (entry) for (const other of index.find(entry.summary.id)) this.#work.queue.add(other.uri);
  }
}
