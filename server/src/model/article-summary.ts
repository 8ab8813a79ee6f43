// The small stable extract of an article that the index knows. Editing a body's prose leaves it equal,
// so that typing in one article touches no other article's facts.
import type { Article } from "../syntax/article.ts";
import { articleId, articleTitle, dateSpan, headerValue, textAt } from "./facts.ts";
import { findReferences } from "./references.ts";

/** One citation: the cited number and the offset at which it stands (UTF-16 units). */
export interface Citation {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** What the index keeps of an article. Strings own their text and keep no file's text alive. */
export interface ArticleSummary {
  readonly id: string;
  readonly title: string;
  readonly container: Article["container"];
  readonly product: string;
  readonly version: string;
  readonly lastModified: string;
  readonly citations: readonly Citation[];
}

/** Summarises an article; `undefined` where it says no number. */
export function summarizeArticle(article: Article): ArticleSummary | undefined {
  const id = articleId(article);
  if (id === undefined) return undefined;
  const date = dateSpan(article);
  return {
    id: own(id),
    title: own(articleTitle(article) ?? ""),
    container: article.container,
    product: own(headerValue(article, "product") ?? ""),
    version: own(headerValue(article, "version") ?? ""),
    lastModified: own(date ? textAt(article, date) : ""),
    citations: findReferences(article).map(({ id: cited, span }) => ({
      id: own(cited),
      start: span.start,
      end: span.end,
    })),
  };
}

// A slice of a long string keeps all of it in memory; joining characters makes a string of its own (PERF §4).
function own(text: string): string {
  return text.length < 13 ? text : text.split("").join("");
}

/** Whether two summaries tell the index the same. */
export function sameSummary(a: ArticleSummary | undefined, b: ArticleSummary | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return (
    a.id === b.id &&
    a.title === b.title &&
    a.product === b.product &&
    a.version === b.version &&
    a.lastModified === b.lastModified &&
    sameCitations(a.citations, b.citations)
  );
}

function sameCitations(a: readonly Citation[], b: readonly Citation[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((citation, at) => citation.id === b[at]?.id && citation.start === b[at]?.start);
}
