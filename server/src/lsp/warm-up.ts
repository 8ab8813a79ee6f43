// Runs once through what requests run through, when the archive is known and nobody is waiting: code that has not run
// yet is several times slower, and the first search builds what the later ones use. Nothing comes of it but speed.
import { diagnostics } from "../features/diagnostics.ts";
import { hover, hoverTarget } from "../features/hover.ts";
import type { Snapshot } from "../features/snapshot.ts";
import { workspaceSymbols } from "../features/workspace-symbols.ts";
import { pathOfUri } from "../host/uris.ts";
import { parseIfArticle } from "../syntax/parse-article.ts";
import type { Linter } from "./linter.ts";
import { describeError, type Log } from "./log.ts";
import type { Pace } from "./pace.ts";
import type { Workspace } from "./workspace.ts";

// Enough for V8 to compile what matters; together some tenths of a second in the background.
const ARTICLES = 48;
const ROUNDS = 4;
const SYMBOLS = 256;
// Typed letter by letter, as people do: a number, a word, two words, letters of a word.
const QUERIES: readonly string[] = ["Q1020", "setup", "error in", "windows pr", "prntr", "acces"];

/** What a warm-up works with. */
export interface WarmUpParts {
  readonly workspace: Workspace;
  readonly linter: Linter;
  readonly pace: Pace;
  readonly log: Log;
}

/** The warm-up of one server. */
export class WarmUp {
  readonly #parts: WarmUpParts;
  #begun = false;

  constructor(parts: WarmUpParts) {
    this.#parts = parts;
  }

  /** Begins when it is first called; never throws. */
  async begin(): Promise<void> {
    if (this.#begun) return;
    this.#begun = true;
    try {
      await this.#search();
      await this.#lookAtArticles();
    } catch (error) {
      this.#parts.log.info(`warming up failed: ${describeError(error)}`);
    }
  }

  async #search(): Promise<void> {
    const { workspace, pace } = this.#parts;
    for (const typed of QUERIES) {
      for (let length = 1; length <= typed.length; length++) {
        const steps = workspaceSymbols(workspace.index.index, typed.slice(0, length), SYMBOLS);
        for (const _step of steps) if (pace.due) await pace.rest();
        await pace.rest();
      }
    }
  }

  async #lookAtArticles(): Promise<void> {
    const { workspace, pace } = this.#parts;
    const { index } = workspace.index;
    const sample = [...index.sampleByNumber("page", ARTICLES), ...index.sampleByNumber("text", ARTICLES)];
    for (let round = 0; round < ROUNDS; round++) {
      for (const { uri } of sample) {
        await pace.rest();
        this.#lookAt(uri);
      }
    }
  }

  #lookAt(uri: string): void {
    const { workspace, linter } = this.#parts;
    const text = workspace.textNow(uri);
    const article = text === undefined ? undefined : parseIfArticle(text);
    if (!article) return;
    const { index, state } = workspace.index;
    const snapshot: Snapshot = { uri, path: pathOfUri(uri), article, archive: state, inArchive: true, index };
    diagnostics(snapshot, linter.setupFor({ key: uri }));
    for (const { line, character } of index.at(uri)?.summary.citations.slice(0, 2) ?? []) {
      const target = hoverTarget(snapshot, article.source.offsetAt({ line, character }));
      if (target) hover(snapshot, target, article, "markdown");
      if (target) index.citing(target.id);
    }
  }
}
