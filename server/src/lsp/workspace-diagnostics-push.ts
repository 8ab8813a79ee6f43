// Reports of files that are not open, by push: for clients that do not ask for the diagnostics of a workspace.
// Open documents are left to those who speak of them, so that nothing is shown twice.
import type { Connection } from "vscode-languageserver";
import type { FileReport } from "./archive-lint-file.ts";
import type { ReportSink } from "./workspace-diagnostics-sink.ts";

/** Pushes reports and remembers of which files. */
export class WorkspacePush implements ReportSink {
  readonly #connection: Connection;
  /** Whether open documents are pulled: then what was pushed for one is taken back when it is opened. */
  readonly #pulled: boolean;
  readonly #shown = new Map<string, string>();
  #sent: Promise<void> = Promise.resolve();

  constructor(connection: Connection, pulled: boolean) {
    this.#connection = connection;
    this.#pulled = pulled;
  }

  take({ uri, version, items, resultId }: FileReport): void {
    if (version !== null || resultId === this.#shown.get(uri)) return;
    if (resultId === undefined) this.#shown.delete(uri);
    else this.#shown.set(uri, resultId);
    this.#send(uri, items);
  }

  flush(): Promise<void> {
    return this.#sent;
  }

  settled(): void {}

  forget(uri: string): void {
    if (this.#shown.delete(uri) && this.#pulled) this.#send(uri, []);
  }

  retire(): void {
    for (const uri of this.#shown.keys()) this.#send(uri, []);
    this.#shown.clear();
  }

  #send(uri: string, items: FileReport["items"]): void {
    this.#sent = this.#connection.sendDiagnostics({ uri, diagnostics: [...items] }).catch(() => {});
  }
}
