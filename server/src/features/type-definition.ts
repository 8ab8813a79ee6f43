// Go to type definition: from a keyword, technology, product or product code to its entry in the archive's taxonomy.
// Built-in words have no file to go to; only what a kb.config.json declares has a place.
import type { TaxonomyName } from "../config/config.ts";
import { footerField, headerField, textAt } from "../model/facts.ts";
import type { Article } from "../syntax/article.ts";
import { type Span, span, touches } from "../text/span.ts";

/** A word of one of the vocabularies, where an article uses it. */
export interface VocabularyWord {
  readonly list: TaxonomyName;
  readonly word: string;
  readonly span: Span;
}

/** The word of a vocabulary at an offset; `undefined` where none stands. */
export function vocabularyWordAt(article: Article, offset: number): VocabularyWord | undefined {
  for (const { list, value } of vocabularyFields(article)) {
    if (!value || !touches(value, offset)) continue;
    const at = list === "products" ? trimmed(article, value) : tokenAt(article, value, offset);
    if (at && touches(at, offset)) return { list, word: textAt(article, at), span: at };
  }
  return undefined;
}

interface VocabularyField {
  readonly list: TaxonomyName;
  readonly value: Span | undefined;
}

function vocabularyFields(article: Article): VocabularyField[] {
  return [
    { list: "products", value: headerField(article, "product")?.value },
    { list: "products", value: article.document?.code },
    { list: "keywords", value: headerField(article, "keywords")?.value },
    { list: "keywords", value: footerField(article, "Keywords")?.value },
    { list: "technology", value: footerField(article, "Technology")?.value },
  ];
}

function tokenAt(article: Article, value: Span, offset: number): Span | undefined {
  const { text } = article.source;
  let start = offset;
  while (start > value.start && text[start - 1] !== " ") start--;
  let end = offset;
  while (end < value.end && text[end] !== " ") end++;
  return end > start ? span(start, end) : undefined;
}

function trimmed(article: Article, value: Span): Span | undefined {
  const written = textAt(article, value);
  const start = value.start + written.length - written.trimStart().length;
  const end = value.start + written.trimEnd().length;
  return end > start ? span(start, end) : undefined;
}
