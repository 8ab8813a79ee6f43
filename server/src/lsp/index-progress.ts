// Tells the client how far the index is: as progress where the client shows such, and to our own client as a status.
// Sends little, however fast the work is.
import type { Connection, WorkDoneProgressServerReporter } from "vscode-languageserver";
import { INDEX_STATUS, type IndexStatus } from "../protocol/protocol.ts";
import type { ClientSupport } from "./client-support.ts";
import type { ScanProgress } from "./scan.ts";

const INTERVAL = 150;

/** Reports one scan after the other. */
export class IndexProgress {
  readonly #connection: Connection;
  readonly #support: ClientSupport;
  #reporter: Promise<WorkDoneProgressServerReporter> | undefined;
  #last = 0;

  constructor(connection: Connection, support: ClientSupport) {
    this.#connection = connection;
    this.#support = support;
  }

  /** A scan begins; another that runs already goes on under the same heading. */
  begin(): void {
    this.#status({ state: "indexing", articles: 0, done: 0, total: 0 });
    if (!this.#support.progress || this.#reporter) return;
    this.#reporter = this.#connection.window.createWorkDoneProgress();
    this.#tell((reporter) => reporter.begin("KB: reading the archive", 0));
  }

  /** The scan is this far. */
  report({ done, total, articles }: ScanProgress): void {
    const now = performance.now();
    if (now - this.#last < INTERVAL) return;
    this.#last = now;
    this.#status({ state: "indexing", articles, done, total });
    this.#tell((reporter) => reporter.report((done / total) * 100, `${articles} articles`));
  }

  /** All scans are done. */
  end(articles: number): void {
    this.#tell((reporter) => reporter.done());
    this.#reporter = undefined;
    this.#status({ state: "ready", articles, done: 0, total: 0 });
  }

  // A client that cannot show progress after all is left alone.
  #tell(message: (reporter: WorkDoneProgressServerReporter) => void): void {
    this.#reporter?.then(message, () => {});
  }

  #status(status: IndexStatus): void {
    if (this.#support.ownClient) void this.#connection.sendNotification(INDEX_STATUS, status);
  }
}
