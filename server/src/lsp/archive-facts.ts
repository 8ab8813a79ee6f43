// What rules may ask of the archive beyond its index: articles of one title, an article's other container, and the
// disclaimer that raw texts agree on. Read when a rule asks, and kept until the archive changes.

import { agreedBoilerplate, SAMPLE_SIZE } from "../config/learn-boilerplate.ts";
import { type ArchiveFacts, knownArticle } from "../features/archive-view.ts";
import type { KnownArticle } from "../lint/rule.ts";
import type { Container } from "../syntax/article.ts";
import { parseArticle } from "../syntax/parse-article.ts";
import type { IndexChange } from "./index-keeper.ts";
import type { Workspace } from "./workspace.ts";

/** Answers rules' questions about a workspace's archives. */
export class WorkspaceFacts {
  readonly #workspace: Workspace;
  #boilerplate: { readonly text: string | undefined } | undefined;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /**
   * Forgets what was kept; called when an article came, went, or changed its number or title.
   * What most raw texts agree on does not hang on one of them: it is learned again after a scan only.
   */
  archiveChanged({ numbers }: IndexChange): void {
    if (numbers === "all") this.#boilerplate = undefined;
  }

  /** What the rules for a file may ask: the archive's articles, and what its settings say. */
  of(uri: string): ArchiveFacts {
    const { archives } = this.#workspace.configuration;
    const { boilerplate, ...configured } = archives.of(uri)?.config.facts ?? {};
    return {
      ...configured,
      rootOf: (other) => archives.rootOf(other),
      sameTitle: (title) => this.#sameTitle(title),
      counterpart: (id, container) => this.#counterpart(archives.rootOf(uri), id, container),
      boilerplate: () => boilerplate ?? this.#learnedBoilerplate,
    };
  }

  #sameTitle(title: string): readonly KnownArticle[] {
    const { archives } = this.#workspace.configuration;
    return this.#workspace.index.index.titled(title).map((entry) => knownArticle(entry, archives.rootOf(entry.uri)));
  }

  // The text of the same article in the other container, where it can be read at once. Another archive's is no twin.
  #counterpart(root: string | undefined, id: string, container: Container): string | undefined {
    const { archives } = this.#workspace.configuration;
    const other = this.#workspace.index.index
      .find(id)
      .find(({ uri, summary }) => summary.container !== container && archives.rootOf(uri) === root);
    return other && this.#workspace.textNow(other.uri);
  }

  // The disclaimer that most of a sample of raw texts close with.
  get #learnedBoilerplate(): string | undefined {
    this.#boilerplate ??= { text: this.#learned() };
    return this.#boilerplate.text;
  }

  #learned(): string | undefined {
    const sample = this.#workspace.index.index.sampleByNumber("text", SAMPLE_SIZE);
    const readable = sample.map(({ uri }) => this.#workspace.textNow(uri)).filter((text) => text !== undefined);
    return agreedBoilerplate(readable.map((text) => parseArticle(text, "text")));
  }
}
