// Tells the client how far the index is: as progress where the client shows such, and to our own client as a status.
// Sends little, however fast the work is.
import type { Connection } from "vscode-languageserver";
import type { ScanProgress } from "../host/folder-indexer.ts";
import { INDEX_STATUS, type IndexStatus } from "../protocol/protocol.ts";
import type { ClientSupport } from "./client-support.ts";
import { WorkProgress } from "./work-progress.ts";

const INTERVAL = 150;

/** Reports one scan after the other. */
export class IndexProgress {
  readonly #connection: Connection;
  readonly #support: ClientSupport;
  #progress: WorkProgress | undefined;
  #last = 0;

  constructor(connection: Connection, support: ClientSupport) {
    this.#connection = connection;
    this.#support = support;
  }

  /** A scan begins; another that runs already goes on under the same heading. */
  begin(): void {
    this.#status({ state: "indexing", articles: 0, done: 0, total: 0 });
    const parts = { connection: this.#connection, support: this.#support };
    this.#progress ??= new WorkProgress({ ...parts, title: "KB: reading the archive" });
  }

  /** The scan is this far. */
  report({ done, total, articles }: ScanProgress): void {
    this.#progress?.report(done, total, `${articles.toLocaleString("en-US")} articles`);
    const now = performance.now();
    if (now - this.#last < INTERVAL) return;
    this.#last = now;
    this.#status({ state: "indexing", articles, done, total });
  }

  /** All scans are done. */
  end(articles: number): void {
    this.#progress?.end();
    this.#progress = undefined;
    this.#status({ state: "ready", articles, done: 0, total: 0 });
  }

  #status(status: IndexStatus): void {
    if (this.#support.ownClient) void this.#connection.sendNotification(INDEX_STATUS, status);
  }
}
