// Which of the linted files cite which article, so that those are linted again when the article changes.
// Only numbers are kept, and only of articles that cite others.
import { findReferences } from "../../model/references.ts";
import type { Article } from "../../syntax/article.ts";

/** The citations of the linted files, both ways. */
export class Citers {
  readonly #cited = new Map<string, readonly string[]>();
  readonly #citers = new Map<string, Set<string>>();

  /** Takes what a file cites now. */
  set(path: string, article: Article): void {
    this.remove(path);
    // Joined and cut, the numbers keep no article's text alive.
    const ids = [...new Set(findReferences(article).map(({ id }) => id))].join(" ");
    if (ids === "") return;
    const owned = Buffer.from(ids, "latin1").toString("latin1").split(" ");
    this.#cited.set(path, owned);
    for (const id of owned) {
      const paths = this.#citers.get(id) ?? new Set();
      this.#citers.set(id, paths.add(path));
    }
  }

  /** Forgets a file. */
  remove(path: string): void {
    for (const id of this.#cited.get(path) ?? []) {
      const paths = this.#citers.get(id);
      paths?.delete(path);
      if (paths?.size === 0) this.#citers.delete(id);
    }
    this.#cited.delete(path);
  }

  /** The files that cite an article. */
  of(id: string): Iterable<string> {
    return this.#citers.get(id) ?? [];
  }
}
