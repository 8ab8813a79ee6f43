// Which article number stands under the cursor: a reference in the body, or the article's own number in its head.
// Shared by all features that start from a number.
import { idClaims } from "../model/facts.ts";
import { type Reference, referenceAtOffset } from "../model/references.ts";
import type { Article } from "../syntax/article.ts";
import { type Span, span, touches } from "../text/span.ts";

/** A number and the text that stands for it. */
export interface NumberAt {
  readonly id: string;
  readonly span: Span;
  /** The number together with the title quoted behind it, where both stand on one line; else the span. */
  readonly whole: Span;
  /** Whether it is one of the places where the article names itself. */
  readonly own: boolean;
}

/** The number at an offset, or `undefined`. A reference's quoted title counts as the reference. */
export function numberAt(article: Article, offset: number): NumberAt | undefined {
  const claim = idClaims(article).find((candidate) => touches(candidate.span, offset));
  if (claim) return { id: claim.id, span: claim.span, whole: claim.span, own: true };
  const reference = referenceAtOffset(article, offset);
  if (!reference) return undefined;
  const inTitle = reference.title !== undefined && offset > reference.span.end;
  const at = inTitle ? (reference.title ?? reference.span) : reference.span;
  return { id: reference.id, span: at, whole: onOneLine(article, reference) ?? at, own: false };
}

// Words behind a number that hold another one are no title of it.
function onOneLine({ source }: Article, { line, span: number, title }: Reference): Span | undefined {
  if (!title || title.end > source.end(line)) return undefined;
  return /Q\d{5}/.test(source.text.slice(title.start, title.end)) ? undefined : span(number.start, title.end);
}
