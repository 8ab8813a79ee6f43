// The archive's line wrap (FORMAT §8): filled greedily to column 80, where the first line of a paragraph at the left
// may reach 81. Columns are those of raw texts; pages have one fewer on lines that begin with a blank or a bullet.
import type { Article } from "../syntax/article.ts";
import { LineKind } from "../syntax/line-kind.ts";
import { isListItem, lineText, lostColumns, type Paragraph, rawIndentOf } from "./prose.ts";

/** The column that lines are filled to. */
export const WRAP_COLUMN = 80;

/** How far a paragraph's lines are indented and may reach. */
export interface WrapShape {
  readonly firstIndent: number;
  readonly indent: number;
  readonly firstLimit: number;
}

/** Fills words into lines; blanks between words are kept but at the ends of lines. A word too long stands alone. */
export function wrapText(text: string, shape: WrapShape): string[] {
  const lines: string[] = [];
  let line = " ".repeat(shape.firstIndent);
  let empty = true;
  for (const [, gap = "", word = ""] of text.matchAll(/( *)([^ ]+)/g)) {
    const limit = lines.length === 0 ? shape.firstLimit : WRAP_COLUMN;
    const added = (empty ? "" : gap) + word;
    if (!empty && line.length + added.length > limit) {
      lines.push(line);
      line = " ".repeat(shape.indent) + word;
    } else {
      line += added;
    }
    empty = false;
  }
  return empty ? lines : [...lines, line];
}

const LOST_BYTE = /<[0-9A-F]{2}>/g;

/** How wide a line is in columns of raw texts, trailing blanks excluded; a lost byte's number counts as the byte. */
export function widthOf(article: Article, line: number): number {
  const text = lineText(article, line);
  const bytes = article.container === "page" && text.includes("<") ? text.replace(LOST_BYTE, "?") : text;
  return bytes.length + lostColumns(article, text);
}

/** A line's text in columns of raw texts. */
export function rawText(article: Article, line: number): string {
  const text = lineText(article, line);
  return lostColumns(article, text) > 0 ? ` ${text}` : text;
}

/** A line of a raw text as the container has it, without the TAB of pages. */
export function asWritten(article: Article, rawLine: string): string {
  return article.container === "page" ? rawLine.replace(/^ /, "") : rawLine;
}

// The first line of a paragraph one column further, but not below a heading.
function limitOf(article: Article, paragraph: Paragraph, line: number): number {
  if (line > paragraph.firstLine || isBelowHeading(article, paragraph.firstLine)) return WRAP_COLUMN;
  return WRAP_COLUMN + 1;
}

/** How the rest of a paragraph from one of its lines on is to be wrapped. */
export function shapeFrom(article: Article, paragraph: Paragraph, line: number): WrapShape {
  const firstIndent = rawIndentOf(article, line);
  const atLeft = firstIndent === 0 && !paragraph.item;
  return {
    firstIndent,
    indent: line + 1 < paragraph.endLine ? rawIndentOf(article, line + 1) : hangingIndent(article, line),
    firstLimit: atLeft ? limitOf(article, paragraph, line) : WRAP_COLUMN,
  };
}

// Further lines of a list item stand three columns in from its number or letter, and under a bullet's text.
function hangingIndent(article: Article, line: number): number {
  const text = rawText(article, line);
  const indent = text.length - text.trimStart().length;
  if (!isListItem(text)) return indent;
  return indent + (/^ *[-*o\u00b7\u2022] /.test(text) ? 2 : 3);
}

function isBelowHeading(article: Article, line: number): boolean {
  let above = line - 1;
  while (article.kinds[above] === LineKind.blank) above--;
  return article.kinds[above] === LineKind.headingUnderline;
}
