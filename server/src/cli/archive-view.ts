// The archive as the rules of one file see it: its articles, and what the settings in force say of numbers and texts.
// Whatever costs reading is read when a rule asks for it, and once.
import type { ConfiguredFacts } from "../config/archive-config.ts";
import { agreedBoilerplate, SAMPLE_SIZE } from "../config/learn-boilerplate.ts";
import type { ArchiveView } from "../lint/rule.ts";
import type { Article } from "../syntax/article.ts";
import { parseArticle } from "../syntax/parse-article.ts";
import type { ArchiveIndex } from "./archive-index.ts";

/** An archive's articles, with a way to their texts. */
export class ArchiveTexts {
  readonly index: ArchiveIndex;
  readonly #read: (path: string) => string | undefined;
  #learned: { readonly boilerplate: string | undefined } | undefined;

  constructor(index: ArchiveIndex, read: (path: string) => string | undefined) {
    this.index = index;
    this.#read = read;
  }

  /** The text of the same article in the other container. */
  counterpart(id: string, container: Article["container"]): string | undefined {
    const path = this.counterpartPath(id, container);
    return path === undefined ? undefined : this.#read(path);
  }

  /** The file of the same article in the other container. */
  counterpartPath(id: string, container: Article["container"]): string | undefined {
    return this.index.find(id).find((file) => file.container !== container)?.path;
  }

  /** The disclaimer that the raw texts agree on. */
  get learnedBoilerplate(): string | undefined {
    this.#learned ??= { boilerplate: agreedBoilerplate(this.#sample()) };
    return this.#learned.boilerplate;
  }

  *#sample(): Generator<Article> {
    for (const { path } of this.index.sampleOfTexts(SAMPLE_SIZE)) {
      const text = this.#read(path);
      if (text !== undefined) yield parseArticle(text, "text");
    }
  }
}

/** The rules' view. */
export function archiveView(texts: ArchiveTexts, { boilerplate, ...facts }: ConfiguredFacts): ArchiveView {
  return {
    ...facts,
    find: (id) => texts.index.find(id),
    sameTitle: (title) => texts.index.sameTitle(title),
    counterpart: (id, container) => texts.counterpart(id, container),
    boilerplate: () => boilerplate ?? texts.learnedBoilerplate,
  };
}
