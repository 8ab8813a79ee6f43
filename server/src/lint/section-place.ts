// Where a section belongs in an article, and what in the article says that it does.
// Shared by the rules that ask for sections by type.
import { footerField, textAt, titleSpan } from "../model/facts.ts";
import type { Article } from "../syntax/article.ts";
import { type SectionName, sectionRank } from "../syntax/sections.ts";
import type { Span } from "../text/span.ts";
import type { TextEdit } from "../text/text-edit.ts";
import { insertLines } from "./edits.ts";

/** The place that says the article's type: the footer's issue type, else the title. */
export function typeEvidence(article: Article): Span {
  const field = footerField(article, "Issue type");
  if (field && textAt(article, field.value).trim() !== "") return field.value;
  return titleSpan(article) ?? { start: 0, end: article.source.end(0) };
}

/** The edit that inserts an empty section at its place in the canonical order. */
export function insertSection(article: Article, name: SectionName): TextEdit {
  const after = article.sections.find((section) => section.name && sectionRank(section.name) > sectionRank(name));
  const end = article.queryWords[0] ?? article.footer?.firstLine ?? article.bodyEndLine;
  return insertLines(article, after?.headingLine ?? end, [name, "=".repeat(name.length), "", "", ""]);
}
