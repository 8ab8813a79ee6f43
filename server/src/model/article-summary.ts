// The small stable extract of an article that the index knows. Editing a body's prose leaves it equal,
// so that typing in one article touches no other article's facts.
import type { Article } from "../syntax/article.ts";
import { articleId, articleTitle, headerValue, textAt } from "./facts.ts";
import { findReferences } from "./references.ts";

/** One citation: the cited number and where it stands, as in LSP (zero-based, UTF-16 units). */
export interface Citation {
  readonly id: string;
  readonly line: number;
  readonly character: number;
  /** The length of the number as written: `q140/3/41` in a URL. */
  readonly length: number;
  /** The heading of the section that holds it; empty above the first one. */
  readonly section: string;
}

/** What the index keeps of an article. Strings own their text and keep no file's text alive. */
export interface ArticleSummary {
  readonly id: string;
  readonly title: string;
  readonly container: Article["container"];
  readonly product: string;
  readonly citations: readonly Citation[];
}

/** Summarises an article; `undefined` where it says no number. */
export function summarizeArticle(article: Article): ArticleSummary | undefined {
  const id = articleId(article);
  if (id === undefined) return undefined;
  return {
    id: own(id),
    title: own(articleTitle(article) ?? ""),
    container: article.container,
    product: own(headerValue(article, "product") ?? ""),
    citations: citationsOf(article),
  };
}

// References and sections come in the order of the text, so one walk over both is enough.
function citationsOf(article: Article): Citation[] {
  let at = 0;
  return findReferences(article).map(({ id, line, span }) => {
    while (at < article.sections.length && (article.sections[at]?.endLine ?? 0) <= line) at++;
    const section = article.sections[at];
    return {
      id: own(id),
      line,
      character: span.start - article.source.start(line),
      length: span.end - span.start,
      section:
        section && section.headingLine <= line ? own(textAt(article, section.heading).slice(0, LONGEST_HEADING)) : "",
    };
  });
}

const LONGEST_HEADING = 60;

// A slice of a long string keeps all of it in memory (PERF §4). Strings this short are copied anyway; for a longer one
// V8 makes a string of its own when the joined one is cut, and the slice then keeps only that one.
function own(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}

/** Whether two summaries tell the index the same. */
export function sameSummary(a: ArticleSummary | undefined, b: ArticleSummary | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return (
    a.id === b.id &&
    a.title === b.title &&
    a.container === b.container &&
    a.product === b.product &&
    a.citations.length === b.citations.length &&
    a.citations.every((citation, at) => sameCitation(citation, b.citations[at]))
  );
}

function sameCitation(a: Citation, b: Citation | undefined): boolean {
  return (
    a.id === b?.id &&
    a.line === b.line &&
    a.character === b.character &&
    a.length === b.length &&
    a.section === b.section
  );
}
