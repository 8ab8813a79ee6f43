// Decides when diagnostics are sent: by push at once after a change, by asking a pulling client to pull again.
// Other documents follow after a pause, because a number is typed digit by digit.
import type { Connection } from "vscode-languageserver";
import { isConfigUri } from "../host/candidates.ts";
import type { ArchiveLint } from "./archive-lint.ts";
import type { ClientSupport } from "./client-support.ts";
import { Debounce } from "./debounce.ts";
import type { IndexChange } from "./index-keeper.ts";
import type { DiagnosticReport, Linter } from "./linter.ts";
import { describeError, guarded, type Log } from "./log.ts";
import type { OpenDocument } from "./open-document.ts";
import type { Workspace } from "./workspace.ts";

/** What the scheduler works with. */
export interface SchedulerParts {
  readonly connection: Connection;
  readonly support: ClientSupport;
  readonly log: Log;
  readonly workspace: Workspace;
  readonly linter: Linter;
  readonly archiveLint: ArchiveLint;
}

const QUIET = 150;
// An article that takes long to lint is linted less often, so that typing keeps most of the time.
const SHARE = 4;
const LONGEST_DELAY = 300;

/** The scheduler of diagnostics. */
export class DiagnosticsScheduler {
  readonly #parts: SchedulerParts;
  readonly #waiting = new Set<OpenDocument>();
  readonly #dependents = new Set<OpenDocument>();
  readonly #published = new WeakMap<OpenDocument, DiagnosticReport>();
  readonly #publishing: Debounce;
  readonly #refreshing: Debounce;
  #cost = 0;

  constructor(parts: SchedulerParts) {
    this.#parts = parts;
    this.#publishing = new Debounce(parts.log, "publishing diagnostics", () => this.#publishWaiting());
    this.#refreshing = new Debounce(parts.log, "refreshing diagnostics", () => this.#refreshDependents());
  }

  /** The session begins. */
  start(): void {
    guarded(this.#parts.log, "announcing diagnostics", () => this.#parts.archiveLint.start());
  }

  /** A document was opened. */
  documentOpened(document: OpenDocument): void {
    this.#parts.archiveLint.documentOpened(document);
  }

  /** A document was opened or changed. */
  documentChanged(document: OpenDocument): void {
    this.#parts.archiveLint.documentChanged(document);
    this.#publishLater(document);
  }

  #publishLater(document: OpenDocument): void {
    if (this.#parts.support.pullDiagnostics || isConfigUri(document.key)) return;
    this.#waiting.add(document);
    this.#publishing.after(Math.min(this.#cost * SHARE, LONGEST_DELAY));
  }

  /** A document was saved: clients that pull after changes only are told to pull where saving is what counts. */
  documentSaved(document: OpenDocument): void {
    this.documentChanged(document);
    if (this.#parts.workspace.configuration.editorSettings(document.key).run === "onSave") this.#refresh(document);
  }

  /** A document was closed: what was pushed for it is taken back. */
  documentClosed(document: OpenDocument): void {
    this.#waiting.delete(document);
    this.#dependents.delete(document);
    if (!this.#parts.support.pullDiagnostics && !isConfigUri(document.key))
      this.#send({ uri: document.uri, diagnostics: [] });
    this.#parts.archiveLint.documentClosed(document);
  }

  /** Files or folders were changed or made, or deleted. */
  filesChanged(changed: readonly string[], deleted: readonly string[]): void {
    this.#parts.archiveLint.filesChanged(changed, deleted);
  }

  /** The archive changed: documents that cite what changed, or bear its number, are looked at again. */
  archiveChanged(change: IndexChange): void {
    const { numbers, origin } = change;
    this.#parts.linter.archiveChanged(change);
    this.#parts.archiveLint.archiveChanged(change);
    for (const document of this.#parts.workspace.documents.all()) {
      if (document.key !== origin && (numbers === "all" || namesOneOf(document, numbers))) this.#refresh(document);
    }
  }

  /** The settings changed: all documents are looked at again. */
  settingsChanged(): void {
    this.#parts.archiveLint.settingsChanged();
    for (const document of this.#parts.workspace.documents.all()) this.#refresh(document);
  }

  #refresh(document: OpenDocument): void {
    this.#dependents.add(document);
    this.#refreshing.after(QUIET);
  }

  #refreshDependents(): void {
    const { connection, support, log } = this.#parts;
    const documents = [...this.#dependents];
    this.#dependents.clear();
    if (!support.pullDiagnostics) for (const document of documents) this.#publishLater(document);
    else if (support.diagnosticRefresh) {
      connection.languages.diagnostics.refresh().catch((error) => log.info(`no refresh: ${describeError(error)}`));
    }
  }

  async #publishWaiting(): Promise<void> {
    await this.#parts.workspace.configuration.ready;
    const documents = [...this.#waiting];
    this.#waiting.clear();
    for (const document of documents) this.#publish(document);
  }

  #publish(document: OpenDocument): void {
    const { linter, log, support, workspace } = this.#parts;
    if (workspace.documents.at(document.key) !== document) return;
    const started = performance.now();
    try {
      const report = linter.report(document);
      const { items, version } = report;
      // Until a text is saved again nothing new is said of it, lest marks jump back to where they were.
      if (isSame(this.#published.get(document), report)) return;
      this.#published.set(document, report);
      this.#send({ uri: document.uri, diagnostics: [...items], ...(support.diagnosticVersions ? { version } : {}) });
    } catch (error) {
      log.error(`linting ${document.uri} failed: ${describeError(error)}`);
    }
    this.#cost = performance.now() - started;
  }

  #send(params: Parameters<Connection["sendDiagnostics"]>[0]): void {
    this.#parts.connection.sendDiagnostics(params).catch(() => {});
  }
}

function isSame(before: DiagnosticReport | undefined, now: DiagnosticReport): boolean {
  return before?.resultId === now.resultId && before.version === now.version;
}

function namesOneOf(document: OpenDocument, numbers: ReadonlySet<string>): boolean {
  const { summary } = document.parsed;
  if (!summary) return false;
  return numbers.has(summary.id) || summary.citations.some(({ id }) => numbers.has(id));
}
