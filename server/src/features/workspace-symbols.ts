// The articles of all open folders by number and title, as somebody types: each article is one symbol.
// Only the order and the choice are made here; where a title stands in its file is asked of the one that is chosen.
import type { ArticleIndex, IndexEntry } from "../index/article-index.ts";
import { searchTitles } from "../index/title-search.ts";
import { titleColumns } from "../index/title-search-columns.ts";

/** An article that was found. */
export interface ArticleSymbol {
  /** Number and title, as a page's front matter writes them: what editors match against what was typed. */
  readonly name: string;
  /** The product; empty where the article names none. */
  readonly container: string;
  readonly entry: IndexEntry;
}

/**
 * The articles that match a query, the best first and at most `limit`; for an empty one those with the highest
 * numbers, which are the newest. Each step is a short slice of work.
 */
export function* workspaceSymbols(
  index: ArticleIndex,
  query: string,
  limit: number,
): Generator<void, readonly ArticleSymbol[]> {
  const found = yield* searchTitles(titleColumns(index), query, limit);
  return found.map((entry) => {
    const { id, title, product } = entry.summary;
    return { name: title === "" ? id : `${id}: ${title}`, container: product, entry };
  });
}
