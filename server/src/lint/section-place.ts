// Where a section belongs in an article, and what in the article says that it does.
// Shared by the rules that ask for sections by type.
import { footerField, textAt, titleSpan } from "../model/facts.ts";
import type { Article, Section } from "../syntax/article.ts";
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

/**
 * The edits that insert empty sections at their places in the canonical order.
 * Two that belong in the same place are one insertion: two would have no order.
 */
export function insertSections(article: Article, names: readonly SectionName[]): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const name of names) {
    const edit = insertSection(article, name);
    const last = edits[edits.length - 1];
    if (last?.span.start === edit.span.start)
      edits[edits.length - 1] = { ...last, newText: last.newText + edit.newText };
    else edits.push(edit);
  }
  return edits;
}

function insertSection(article: Article, name: SectionName): TextEdit {
  const after = article.sections.find((section) => section.name && sectionRank(section.name) > sectionRank(name));
  const end = article.queryWords[0] ?? article.footer?.firstLine ?? article.bodyEndLine;
  return insertLines(article, after?.headingLine ?? end, [name, "=".repeat(name.length), "", "", ""]);
}

/** The line behind a section's last, parts under other headings included: down to the next canonical heading. */
export function sectionEnd(article: Article, section: Section): number {
  let end = section.endLine;
  for (const other of article.sections) {
    if (other.headingLine < section.bodyLine) continue;
    if (other.name !== undefined && other.mark !== "dashes") return other.headingLine;
    end = other.endLine;
  }
  return end;
}
