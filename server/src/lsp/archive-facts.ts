// What rules may ask of the archive beyond its index: articles of one title, an article's other container, and the
// disclaimer that raw texts agree on. Read when a rule asks, and kept until the archive changes.

import { agreedBoilerplate, boilerplateSample } from "../config/learn-boilerplate.ts";
import { type ArchiveFacts, knownArticle } from "../features/archive-view.ts";
import type { KnownArticle } from "../lint/rule.ts";
import type { Container } from "../syntax/article.ts";
import { parseArticle } from "../syntax/parse-article.ts";
import type { IndexChange } from "./index-keeper.ts";
import type { Workspace } from "./workspace.ts";

/** Answers rules' questions about a workspace's archive. */
export class WorkspaceFacts implements ArchiveFacts {
  readonly #workspace: Workspace;
  #titles: ReadonlyMap<string, readonly KnownArticle[]> | undefined;
  #boilerplate: { readonly text: string | undefined } | undefined;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /**
   * Forgets what was kept; called when an article came, went, or changed its number or title.
   * What most raw texts agree on does not hang on one of them: it is learned again after a scan only.
   */
  archiveChanged({ numbers }: IndexChange): void {
    this.#titles = undefined;
    if (numbers === "all") this.#boilerplate = undefined;
  }

  /** The articles of exactly this title. */
  readonly sameTitle = (title: string): readonly KnownArticle[] => {
    this.#titles ??= this.#byTitle();
    return this.#titles.get(title) ?? [];
  };

  /** The text of the same article in the other container, where it can be read at once. */
  readonly counterpart = (id: string, container: Container): string | undefined => {
    const other = this.#workspace.index.index.find(id).find(({ summary }) => summary.container !== container);
    return other && this.#workspace.textNow(other.uri);
  };

  /** The disclaimer that most of a sample of raw texts close with. */
  readonly boilerplate = (): string | undefined => {
    this.#boilerplate ??= { text: this.#learned() };
    return this.#boilerplate.text;
  };

  #byTitle(): ReadonlyMap<string, readonly KnownArticle[]> {
    const titles = new Map<string, KnownArticle[]>();
    for (const entry of this.#workspace.index.index.entries()) {
      const known = titles.get(entry.summary.title);
      if (known) known.push(knownArticle(entry));
      else titles.set(entry.summary.title, [knownArticle(entry)]);
    }
    return titles;
  }

  #learned(): string | undefined {
    const texts = [...this.#workspace.index.index.entries()].filter(({ summary }) => summary.container === "text");
    const sample = boilerplateSample(texts.map(({ uri, summary }) => ({ id: summary.id, uri })));
    const readable = sample.map(({ uri }) => this.#workspace.textNow(uri)).filter((text) => text !== undefined);
    return agreedBoilerplate(readable.map((text) => parseArticle(text, "text")));
  }
}
