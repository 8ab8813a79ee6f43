// A file's article as rules get it. Its URI is made when a rule asks for it: few do, and making it costs a little.
import type { ArchiveView } from "../lint/rule.ts";
import type { LintInput } from "../lint/run-rules.ts";
import type { Article } from "../syntax/article.ts";
import type { ArchiveIndex } from "./archive-index.ts";
import { join } from "./files/paths.ts";

/** An article to lint. */
export class FileInput implements LintInput {
  readonly article: Article;
  readonly path: string;
  readonly archive: ArchiveView;
  readonly #index: ArchiveIndex;
  readonly #path: string;

  /** `path` is relative to the root. */
  constructor(index: ArchiveIndex, path: string, article: Article, archive: ArchiveView) {
    this.article = article;
    this.path = join(index.root, path);
    this.archive = archive;
    this.#index = index;
    this.#path = path;
  }

  get uri(): string {
    return this.#index.uriOf(this.#path);
  }
}
