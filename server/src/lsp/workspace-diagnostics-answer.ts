// The answer to one `workspace/diagnostic` request: held until there is news, because editors ask again after each one.
// Streams where the client takes parts; such an answer names only what changed, a single list names the rest as unchanged.
import type { WorkspaceDiagnosticReport, WorkspaceDocumentDiagnosticReport } from "vscode-languageserver";
import type { FileReport } from "./archive-lint-file.ts";
import type { ReportSink } from "./workspace-diagnostics-sink.ts";

type Item = WorkspaceDocumentDiagnosticReport;

/** How an answer reaches its client. */
export interface AnswerWay {
  /** The results that the client has, by URI in normal form. */
  readonly known: ReadonlyMap<string, string>;
  /** Sends a part of the answer; without it everything goes at the end. */
  readonly stream: ((items: Item[]) => Promise<void>) | undefined;
  /** The URI under which the client knows a file. */
  clientUri(uri: string): string;
}

const LARGEST_PART = 50;
// After news in a held request the answer waits a little: more news may follow, and the client rests after each answer.
const LINGER = 3000;

/** A request that waits for its answer. */
export class WorkspaceAnswer implements ReportSink {
  /** Resolves with what is left to say when the request is to be answered. */
  readonly result: Promise<WorkspaceDiagnosticReport>;
  readonly #way: AnswerWay;
  readonly #known: Map<string, string>;
  /** Results that the client has and that still hold, as far as is known; for a single list. */
  readonly #unchanged: Map<string, string>;
  /** What waits to be sent, by URI: a newer report takes the place of an older one. */
  readonly #items = new Map<string, Item>();
  #told = false;
  #wasSettled = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #resolve: (report: WorkspaceDiagnosticReport) => void = () => {};

  constructor(way: AnswerWay) {
    this.#way = way;
    this.#known = new Map(way.known);
    this.#unchanged = new Map(way.stream ? [] : way.known);
    this.result = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  /** The name of the result that the client has of a file. */
  known(uri: string): string | undefined {
    return this.#known.get(uri);
  }

  /** The files of which the client has results. */
  uris(): Iterable<string> {
    return this.#known.keys();
  }

  take({ uri, version, items, resultId }: FileReport, owed: boolean): void {
    if (!owed && resultId === this.#known.get(uri)) return;
    const named = resultId === undefined ? {} : { resultId };
    this.#items.set(uri, { kind: "full", uri: this.#way.clientUri(uri), version, items: [...items], ...named });
    if (resultId === undefined) this.#known.delete(uri);
    else this.#known.set(uri, resultId);
    this.#unchanged.delete(uri);
    this.#told = true;
  }

  async flush(): Promise<void> {
    const { stream } = this.#way;
    if (!stream) return;
    while (this.#items.size > 0) await stream(this.#takeItems(LARGEST_PART));
  }

  settled(): void {
    const isFirst = !this.#wasSettled;
    this.#wasSettled = true;
    if (!this.#told) return;
    if (isFirst || !this.#way.stream) this.retire();
    else this.#timer ??= setTimeout(() => this.retire(), LINGER);
  }

  forget(uri: string): void {
    this.#known.delete(uri);
  }

  retire(): void {
    clearTimeout(this.#timer);
    const unchanged = [...this.#unchanged].map(([uri, resultId]) => ({
      kind: "unchanged" as const,
      uri: this.#way.clientUri(uri),
      version: null,
      resultId,
    }));
    this.#resolve({ items: this.#told ? [...this.#takeItems(this.#items.size), ...unchanged] : [] });
  }

  #takeItems(count: number): Item[] {
    const taken = [...this.#items].slice(0, count);
    for (const [uri] of taken) this.#items.delete(uri);
    return taken.map(([, item]) => item);
  }
}
