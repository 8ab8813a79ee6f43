// Where reports of the archive's files go: to a client that asks for them, or by push.
import type { FileReport } from "./archive-lint-file.ts";

/** Takes reports on their way to the client. */
export interface ReportSink {
  /** Takes a file's report; `owed` says that the client must hear of the file even where nothing seems new. */
  take(report: FileReport, owed: boolean): void;
  /** Sends what is held back; resolves when it is on its way, so that a slow client slows the work. */
  flush(): Promise<void>;
  /** Nothing waits for a look any more. */
  settled(): void;
  /** A document was opened or closed: what the client shows of the file is no longer what the sink sent. */
  forget(uri: string): void;
  /** Another sink takes over, or none: what only this one can take back is taken back. */
  retire(): void;
}
