// Gives articles other numbers within one text: where the article names itself, and where it cites.
// Works on the text as it is now, never on places remembered from earlier.
import { articleId, idClaims, textAt } from "../model/facts.ts";
import { findReferences } from "../model/references.ts";
import type { Article } from "../syntax/article.ts";
import { folderOf } from "../syntax/article-id.ts";
import { span } from "../text/span.ts";
import { change, type ReasonedEdit } from "./refactor-edit.ts";
import { type Renumbering, writtenLike } from "./refactor-number.ts";

/** The edits of a text; `own` says that the article itself is one of those that get another number. */
export function renumberArticle(article: Article, numbers: Renumbering, own: boolean): ReasonedEdit[] {
  const id = articleId(article);
  const edits = own && id !== undefined ? renumberClaims(article, id, numbers.get(id)) : [];
  for (const reference of findReferences(article)) {
    const number = numbers.get(reference.id);
    if (number === undefined) continue;
    const reason = own && reference.id === id ? "article" : "citations";
    edits.push(change(reference.span, writtenLike(textAt(article, reference.span), number), reason));
  }
  return edits;
}

// A place that claims another number than the rest of the article keeps it: that is id-consistency's finding.
function renumberClaims(article: Article, id: string, number: string | undefined): ReasonedEdit[] {
  if (number === undefined) return [];
  const edits: ReasonedEdit[] = [];
  for (const claim of idClaims(article)) {
    if (claim.id !== id) continue;
    edits.push(change(claim.span, number, "article"));
    if (claim.place === "permalink") edits.push(...renumberFolder(article, claim.span.start, id, number));
  }
  return edits;
}

function renumberFolder(article: Article, at: number, id: string, number: string): ReasonedEdit[] {
  const folder = span(at - 4, at - 1);
  const isFolder = textAt(article, span(at - 5, at)) === `/${folderOf(id)}/`;
  return isFolder && folderOf(id) !== folderOf(number) ? [change(folder, folderOf(number), "article")] : [];
}
