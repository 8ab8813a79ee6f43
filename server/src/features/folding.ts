// What can be folded: header, applies-to block, sections, footer and the closing part of a raw text.
// Ranges are whole lines; blank lines at a range's end stay visible.
import type { Article } from "../syntax/article.ts";
import { LineKind } from "../syntax/line-kind.ts";

/** Lines that fold into the first of them. */
export interface FoldingRange {
  readonly startLine: number;
  /** The last line that is hidden. */
  readonly endLine: number;
}

/** The ranges of an article in the order of the text; ranges of a single line are left out. */
export function foldingRanges(article: Article): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const add = (startLine: number | undefined, behind: number): void => {
    if (startLine === undefined) return;
    const endLine = lastTextLine(article, startLine, behind);
    if (endLine > startLine) ranges.push({ startLine, endLine });
  };
  add(article.frontMatter?.openLine, (article.frontMatter?.closeLine ?? -1) + 1);
  add(article.header[0]?.line, (article.header[article.header.length - 1]?.line ?? -1) + 1);
  if (article.residue) add(article.residue.firstLine, article.residue.endLine);
  if (article.appliesTo) add(article.appliesTo.firstLine, article.appliesTo.endLine);
  for (const section of article.sections) add(section.headingLine, section.endLine);
  if (article.footer) add(article.footer.firstLine, article.footer.endLine);
  add(firstLineOf(article, LineKind.disclaimer), article.source.lineCount);
  return ranges;
}

function lastTextLine(article: Article, from: number, behind: number): number {
  let line = behind - 1;
  while (line > from && (article.kinds[line] === LineKind.blank || article.kinds[line] === LineKind.copyright)) line--;
  return line;
}

function firstLineOf(article: Article, kind: LineKind): number | undefined {
  const line = article.kinds.indexOf(kind);
  return line < 0 ? undefined : line;
}
