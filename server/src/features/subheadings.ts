// Headings of second rank inside a section: a text at the margin over dashes of its own length, blank lines around
// both (FORMAT §4.3). Pairs that are not set apart so are table heads.
import type { Article, Section } from "../syntax/article.ts";
import { LineKind } from "../syntax/line-kind.ts";
import { type Span, span } from "../text/span.ts";

/** A heading of second rank and the line behind its last. */
export interface Subheading {
  readonly text: Span;
  readonly line: number;
  readonly endLine: number;
}

/** The subheadings of a section in order; each reaches to the next one or to the section's end. */
export function subheadings(article: Article, section: Section): Subheading[] {
  const lines: number[] = [];
  for (let line = section.bodyLine; line < section.endLine - 1; line++) {
    if (isSubheading(article, line)) lines.push(line);
  }
  return lines.map((line, at) => ({
    line,
    text: contentOf(article, line),
    endLine: lines[at + 1] ?? section.endLine,
  }));
}

function isSubheading(article: Article, line: number): boolean {
  if (article.kinds[line] !== LineKind.text || !isBlank(article, line - 1) || !isBlank(article, line + 2)) return false;
  const { text } = article.source;
  const heading = contentOf(article, line);
  const underline = contentOf(article, line + 1);
  if (text[heading.start] === " " || heading.end - heading.start !== underline.end - underline.start) return false;
  return isDashes(text, underline) && !isDashes(text, heading);
}

function isBlank(article: Article, line: number): boolean {
  return (article.kinds[line] ?? LineKind.blank) === LineKind.blank;
}

function contentOf(article: Article, line: number): Span {
  const start = article.contents[line] ?? 0;
  let end = article.source.end(line);
  while (end > start && article.source.text[end - 1] === " ") end--;
  return span(start, end);
}

function isDashes(text: string, at: Span): boolean {
  for (let offset = at.start; offset < at.end; offset++) if (text[offset] !== "-") return false;
  return at.end > at.start;
}
