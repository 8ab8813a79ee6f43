// Edits of footer values that the header repeats: both are changed at once, so that one repair leaves no mismatch.
import { footerField, headerField, textAt } from "../model/facts.ts";
import { headerKeywordsFor } from "../model/keyword-rule.ts";
import { headerVersionLike } from "../model/version-facts.ts";
import type { Article } from "../syntax/article.ts";
import type { Span } from "../text/span.ts";
import type { TextEdit } from "../text/text-edit.ts";
import { replaceSpan } from "./edits.ts";

/** Writes another text for a part of the footer's keywords, and the header's keywords that follow from it. */
export function replaceKeyword(article: Article, at: Span, newText: string): TextEdit[] {
  const edits = [replaceSpan(at, newText)];
  const footer = footerField(article, "Keywords");
  const header = headerField(article, "keywords");
  if (!footer || !header) return edits;
  const { text } = article.source;
  const before = headerKeywordsFor(textAt(article, footer.value));
  const after = headerKeywordsFor(
    text.slice(footer.value.start, at.start) + newText + text.slice(at.end, footer.value.end),
  );
  const written = textAt(article, header.value).trimEnd();
  if (after.includes(written)) return edits;
  // The header keeps to the reading of the footer that it has now: its last words glued on, or not.
  const asPlain = before.length > 1 && before[before.length - 1] === written;
  const expected = (asPlain ? after[after.length - 1] : after[0]) ?? "";
  edits.unshift(replaceSpan(header.value, expected));
  return edits;
}

/** Writes another version into the footer, and into the header what follows from it. */
export function replaceVersion(article: Article, newValue: string): TextEdit[] {
  const footer = footerField(article, "Version");
  if (!footer) return [];
  const edits = [replaceSpan(footer.value, newValue)];
  const header = headerField(article, "version");
  const expected = headerVersionLike(article, newValue);
  if (header && textAt(article, header.value) !== expected) edits.unshift(replaceSpan(header.value, expected));
  return edits;
}
