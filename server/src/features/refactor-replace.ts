// Cites another article instead of one: the number in its form, and the quoted title with it where a title is quoted.
// What stands behind a number without being a title is left alone.
import { articleId, textAt } from "../model/facts.ts";
import { asPageWrites } from "../model/page-bytes.ts";
import { type QuotedTitle, quotedTitle, writeTitle } from "../model/quoted-title.ts";
import { findReferences, type Reference } from "../model/references.ts";
import { titleDifference } from "../model/title-difference.ts";
import { titleMismatch } from "../model/title-mismatch.ts";
import type { Article } from "../syntax/article.ts";
import { span } from "../text/span.ts";
import { change, type ReasonedEdit } from "./refactor-edit.ts";
import { writtenLike } from "./refactor-number.ts";

/** An article and the titles that its files have. */
export interface CitedArticle {
  readonly id: string;
  readonly titles: readonly string[];
}

/** The edits that make an article cite `by` where it cites `old`; none in `by` itself, which cannot cite itself. */
export function replaceCitations(article: Article, old: CitedArticle, by: CitedArticle): ReasonedEdit[] {
  if (articleId(article) === by.id) return [];
  const edits: ReasonedEdit[] = [];
  for (const reference of findReferences(article)) {
    if (reference.id !== old.id) continue;
    const number = writtenLike(textAt(article, reference.span), by.id);
    edits.push(change(reference.span, number, "citations"));
    const shift = number.length - (reference.span.end - reference.span.start);
    edits.push(...replaceTitle(article, { reference, shift }, old, by));
  }
  return edits;
}

function replaceTitle(
  article: Article,
  { reference, shift }: { readonly reference: Reference; readonly shift: number },
  old: CitedArticle,
  by: CitedArticle,
): ReasonedEdit[] {
  const [first = ""] = by.titles;
  const title = article.container === "page" ? asPageWrites(first) : first;
  const quoted = quotedOf(article, reference, old, by);
  if (!quoted || title === "" || quoted.text === title) return [];
  // The line is wrapped for where the title begins behind the new number.
  const placed = { ...quoted, span: span(quoted.span.start + shift, quoted.span.end) };
  return [change(quoted.span, writeTitle(article, placed, title), "citations")];
}

// What resembles the old title is a title in any form; else the rules' own judgement holds.
function quotedOf(
  article: Article,
  reference: Reference,
  old: CitedArticle,
  by: CitedArticle,
): QuotedTitle | undefined {
  for (const title of old.titles) {
    const quoted = quotedTitle(article, reference, title);
    if (quoted && titleDifference(asPageWrites(quoted.text), asPageWrites(title)) !== "another") return quoted;
  }
  const targets = by.titles.map((title) => ({ title }));
  return titleMismatch(article, reference, targets)?.quoted;
}
