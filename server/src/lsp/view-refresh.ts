// Asks the client to fetch code lenses and inlay hints again when the archive made other ones of them.
// Compares what open documents would show, because most changes of the archive change nothing on screen.
import { CodeLensRefreshRequest, type Connection, InlayHintRefreshRequest } from "vscode-languageserver";
import type { ClientSupport } from "./client-support.ts";
import { Debounce } from "./debounce.ts";
import type { IndexChange } from "./index-keeper.ts";
import { describeError, type Log } from "./log.ts";
import type { OpenDocument } from "./open-document.ts";
import type { Workspace } from "./workspace.ts";

/** What the refresher works with. */
export interface ViewRefreshParts {
  readonly connection: Connection;
  readonly support: ClientSupport;
  readonly log: Log;
  readonly workspace: Workspace;
}

const QUIET = 250;

/** Keeps code lenses and inlay hints up to date. */
export class ViewRefresh {
  readonly #parts: ViewRefreshParts;
  readonly #counts = new WeakMap<OpenDocument, number>();
  readonly #counting: Debounce;
  readonly #hinting: Debounce;

  constructor(parts: ViewRefreshParts) {
    this.#parts = parts;
    this.#counting = new Debounce(parts.log, "refreshing code lenses", () => this.#refreshLenses());
    this.#hinting = new Debounce(parts.log, "refreshing inlay hints", () => this.#send("hints"));
  }

  /** The index is another one than before: articles may be cited by more or fewer. */
  indexChanged(): void {
    if (this.#parts.support.codeLensRefresh) this.#counting.after(QUIET);
  }

  /** Titles changed, or articles came and went: documents that cite them show other titles. */
  archiveChanged({ numbers }: IndexChange): void {
    if (numbers === "all") this.settingsChanged();
    else if (this.#parts.support.inlayHintRefresh && this.#citesOneOf(numbers)) this.#hinting.after(QUIET);
  }

  /** The settings changed, or all of the archive. */
  settingsChanged(): void {
    const { support, workspace } = this.#parts;
    for (const document of workspace.documents.all()) this.#counts.delete(document);
    if (support.codeLensRefresh) this.#counting.after(QUIET);
    if (support.inlayHintRefresh) this.#hinting.after(QUIET);
  }

  #refreshLenses(): void {
    const { configuration, documents, index } = this.#parts.workspace;
    let changed = false;
    for (const document of documents.all()) {
      const { summary } = document.parsed;
      const shown = summary && configuration.editorSettings(document.key).codeLens;
      const count = shown && index.state === "ready" ? index.index.citedBy(summary.id) : -1;
      if (this.#counts.get(document) !== count) changed = true;
      this.#counts.set(document, count);
    }
    if (changed) this.#send("lenses");
  }

  #citesOneOf(numbers: ReadonlySet<string>): boolean {
    const { configuration, documents } = this.#parts.workspace;
    for (const document of documents.all()) {
      if (!configuration.editorSettings(document.key).inlayHints) continue;
      if (document.parsed.summary?.citations.some(({ id }) => numbers.has(id))) return true;
    }
    return false;
  }

  #send(what: "lenses" | "hints"): void {
    const { connection, log } = this.#parts;
    const type = what === "lenses" ? CodeLensRefreshRequest.type : InlayHintRefreshRequest.type;
    connection.sendRequest(type).catch((error: unknown) => log.info(`no refresh: ${describeError(error)}`));
  }
}
