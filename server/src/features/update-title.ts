// Makes everyone quote an article's title as it is now: citations, index pages, and the article's own other titles.
// After it the rules reference-title, title-consistency and pair-mismatch have nothing to say of this title.
import { articleId, articleTitle, frontMatterTitleSpan, textAt } from "../model/facts.ts";
import { asPageWrites } from "../model/page-bytes.ts";
import { writeTitle } from "../model/quoted-title.ts";
import { findReferences } from "../model/references.ts";
import { escapeTitle, unescapeTitle } from "../model/title-escape.ts";
import { titleMismatch } from "../model/title-mismatch.ts";
import { titleSpans } from "../model/title-spans.ts";
import type { Article } from "../syntax/article.ts";
import { touches } from "../text/span.ts";
import { change, type ReasonedEdit } from "./refactor-edit.ts";

/** An article's title as its author wants it. */
export interface WantedTitle {
  readonly id: string;
  readonly title: string;
}

/** The title that is meant at an offset: of a page's two titles the one under the cursor, else the one that readers see. */
export function wantedTitle(article: Article, offset?: number): WantedTitle | undefined {
  const id = articleId(article);
  const front = frontMatterTitleSpan(article);
  const inFront = offset !== undefined && front !== undefined && touches(front, offset);
  const title = inFront ? unescapeTitle(textAt(article, front)) : articleTitle(article);
  return id === undefined || title === undefined || title === "" ? undefined : { id, title };
}

/** Whether an offset lies in one of the article's titles. */
export function isInTitle(article: Article, offset: number): boolean {
  return titleSpans(article).some((title) => touches(title, offset));
}

/** The edits that make an article quote the title; a quite different title may mean that the number is wrong. */
export function updateQuotedTitles(article: Article, { id, title }: WantedTitle): ReasonedEdit[] {
  if (articleId(article) === id) return [];
  return findReferences(article).flatMap((reference) => {
    const mismatch = reference.id === id ? titleMismatch(article, reference, [{ title }]) : undefined;
    if (!mismatch) return [];
    const reason = mismatch.difference === "another" ? "doubtful" : "citations";
    return [change(mismatch.quoted.span, writeTitle(article, mismatch.quoted, mismatch.title), reason)];
  });
}

/** The edits that give the article's own files the title. */
export function updateOwnTitles(article: Article, { title }: WantedTitle): ReasonedEdit[] {
  const written = article.container === "page" ? escapeTitle(asPageWrites(title)) : title;
  return titleSpans(article).flatMap((at) => {
    const now = textAt(article, at);
    // A raw text may have characters that no page has.
    const same = article.container === "page" ? now === written : asPageWrites(now) === asPageWrites(title);
    return same ? [] : [change(at, written, "article")];
  });
}
