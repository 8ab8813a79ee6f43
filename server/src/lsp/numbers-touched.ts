// Whom a change of one file concerns: others see of an article its number and its title, and articles of one title are
// told of each other. Who cites whom is no business of theirs.
import type { ArticleIndex } from "../index/article-index.ts";
import type { ArticleSummary } from "../model/article-summary.ts";

/** The numbers by which documents are found that may say something else once a file holds another article, or none. */
export function numbersTouched(
  index: ArticleIndex,
  before: ArticleSummary | undefined,
  now: ArticleSummary | undefined,
): string[] {
  if (before?.id === now?.id && before?.title === now?.title) return [];
  return [before, now].flatMap((summary) => {
    if (!summary) return [];
    const namesakes = summary.title === "" ? [] : index.titled(summary.title);
    return [summary.id, ...namesakes.map((entry) => entry.summary.id)];
  });
}
