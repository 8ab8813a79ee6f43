// What the lines of running text are (FORMAT §8): prose, lists, indented blocks, tables, subheadings, references.
// Told by each line's first columns and its neighbours; the one-blank difference between containers is looked through.
import type { Article } from "./article.ts";
import { LineKind } from "./line-kind.ts";

/** The kinds of text lines. */
export type BlockKind =
  | "paragraph"
  | "numberedItem"
  | "bulletItem"
  | "continuation"
  | "indented"
  | "table"
  | "subheading"
  | "subheadingUnderline"
  | "rule"
  | "reference"
  | "callout";

const NUMBERED = /^ *(?:\d{1,3}[.)]|[A-Za-z][.)]) +\S/;
const BULLET = /^ *(?:[-*o\u00b7\u2022]) +\S/;
const REFERENCE = /^ {2,3}Q\d{5,6}:? \S/;
const CALLOUT = /^(?:NOTE|NOTES|WARNING|IMPORTANT|CAUTION|Note|Example|IMPORTANT NOTE):/;
const RULE = /^ *([-=*_~+.#])(?:[-=*_~+.# |]*)$/;
const TABLE = /^ *[|+][-=+| ]|\S {3,}\S.* {2,}\S|\S\t+\S|^\S.* \| /;

/** The kind of each line that is running text, by line; undefined for all others. */
export function classifyBlocks(article: Article): (BlockKind | undefined)[] {
  const blocks: (BlockKind | undefined)[] = [];
  for (let line = 0; line < article.kinds.length; line++) {
    blocks.push(article.kinds[line] === LineKind.text ? classify(article, line, blocks[line - 1]) : undefined);
  }
  return blocks;
}

function contentOf(article: Article, line: number): string {
  return article.source.text.slice(article.contents[line] ?? 0, article.source.end(line));
}

function classify(article: Article, line: number, before: BlockKind | undefined): BlockKind {
  const text = contentOf(article, line);
  if (RULE.test(text) && text.trim().length > 2) return before === "subheading" ? "subheadingUnderline" : "rule";
  if (isSubheading(article, line, text)) return "subheading";
  if (REFERENCE.test(text)) return "reference";
  if (CALLOUT.test(text)) return "callout";
  if (NUMBERED.test(text)) return "numberedItem";
  if (BULLET.test(text)) return "bulletItem";
  if (TABLE.test(text)) return "table";
  if (!text.startsWith(" ")) return "paragraph";
  const continues = before === "numberedItem" || before === "bulletItem" || before === "continuation";
  return continues ? "continuation" : "indented";
}

/** Whether a text line is a subheading: at column 0, alone, over dashes of its length (FORMAT §4.3). */
export function isSubheading(article: Article, line: number, text: string): boolean {
  if (text === "" || text.startsWith(" ") || article.kinds[line + 1] !== LineKind.text) return false;
  const underline = contentOf(article, line + 1).trimEnd();
  if (!/^-+$/.test(underline) || underline.length !== text.trimEnd().length) return false;
  return isBlank(article, line - 1) && isBlank(article, line + 2);
}

function isBlank(article: Article, line: number): boolean {
  const kind = article.kinds[line];
  return kind === undefined || kind === LineKind.blank || kind === LineKind.headingUnderline;
}
