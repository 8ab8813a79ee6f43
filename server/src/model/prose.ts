// Paragraphs of running text, and whether one is prose: sentences, as against code, tables, dumps and messages.
// Asked for single places only, so it looks at a line's neighbourhood and keeps nothing.
import type { Article } from "../syntax/article.ts";
import { LineKind } from "../syntax/line-kind.ts";

/** A run of text lines that belong together: a paragraph, or one list item with its further lines. */
export interface Paragraph {
  readonly firstLine: number;
  /** The line behind the paragraph's last. */
  readonly endLine: number;
  /** Whether it begins with a bullet, a number or a letter of a list. */
  readonly item: boolean;
}

const SPACE = 32;
const ITEM = /^ *(?:[-*o\u00b7\u2022]|\d{1,3}[.)]|[A-Za-z][.)]) +\S/;

/** A line's own text: without the TAB of a page and without trailing blanks. */
export function lineText(article: Article, line: number): string {
  return article.source.text.slice(article.contents[line] ?? 0, article.source.end(line)).trimEnd();
}

/** Whether the line is running text: no heading, ruler, field or blank line. */
export function isTextLine(article: Article, line: number): boolean {
  return article.kinds[line] === LineKind.text;
}

/** Whether the line begins a list item. */
export function isListItem(text: string): boolean {
  return ITEM.test(text);
}

/** The line behind the last that can be running text. */
export function textEndLine(article: Article): number {
  return article.footer?.firstLine ?? article.bodyEndLine;
}

/** The column of a line's first character that is not blank, in its own text. */
export function indentOf(article: Article, line: number): number {
  const { text } = article.source;
  const start = article.contents[line] ?? 0;
  const end = article.source.end(line);
  let at = start;
  while (at < end && text.charCodeAt(at) === SPACE) at++;
  return at - start;
}

/** A line's indent in columns of raw texts: conversion took one blank off every line of a page that began with one. */
export function rawIndentOf(article: Article, line: number): number {
  return indentOf(article, line) + lostColumns(article, lineText(article, line));
}

/** How many columns a line of a page lost in conversion: one, or none at the left. */
export function lostColumns(article: Article, text: string): number {
  return article.container === "page" && (text.startsWith(" ") || text.startsWith("- ")) ? 1 : 0;
}

/** The paragraph that holds a line of running text; `undefined` for any other line. */
export function paragraphAt(article: Article, line: number): Paragraph | undefined {
  if (!isTextLine(article, line)) return undefined;
  let firstLine = line;
  while (isTextLine(article, firstLine - 1) && !opensParagraph(article, firstLine)) firstLine--;
  let endLine = line + 1;
  while (isTextLine(article, endLine) && !opensParagraph(article, endLine)) endLine++;
  return { firstLine, endLine, item: isListItem(lineText(article, firstLine)) };
}

// Directly under another text line: a list item begins a paragraph of its own, and so does a change of indent
// other than that of an item's further lines.
function opensParagraph(article: Article, line: number): boolean {
  if (isListItem(lineText(article, line))) return true;
  const indent = indentOf(article, line);
  const above = indentOf(article, line - 1);
  if (indent === above) return false;
  return !(indent > above && isListItem(lineText(article, line - 1)));
}

/** A paragraph's lines joined by blanks, without indents. */
export function paragraphText(article: Article, paragraph: Paragraph): string {
  let joined = "";
  for (let line = paragraph.firstLine; line < paragraph.endLine; line++) {
    joined += `${joined === "" ? "" : " "}${lineText(article, line).trimStart()}`;
  }
  return joined;
}

const COLUMNS = /\S {3,}\S|\t|\|/;
// The marks of code, dumps and logs, each of which prose practically never has.
const CODE_MARKS: readonly RegExp[] = [
  // Ends of statements and of lines that go on, and brackets of blocks.
  /[;{}&]$| _$|\w\(\);/,
  // Operators and marks of other languages.
  /:=|==|&&|\|\||->|::|<%|%>|\$\$|"""|"=/,
  // Comments.
  /^ *(?:'|\/\/|\/\*|\*|#|--|REM )/,
  // Assignments and calls.
  /^ *(?:Set )?[A-Za-z_.\\[\]]+ ?= ?\S|^ *[A-Za-z]+\.[A-Za-z]+ ["(]/,
  /\b(?:select|SELECT) \*/,
  // Times and fields of a log, and tags of a page.
  /\d\d:\d\d:\d\d|^ *[A-Z][A-Za-z ]+: {2,}/,
  /<\/?(?:[ABIPU]|BODY|BR|DIV|FONT|HEAD|HTML|IMG|LI|META|OL|SPAN|TABLE|TD|TR|UL)\b[^<>]*>/i,
];
const CODE_LINE = new RegExp(CODE_MARKS.map((mark) => mark.source).join("|"));
const WORD = /[A-Za-z][A-Za-z'-]*/g;
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    "a an and are as at be because been but by can cannot do does for from has have how if in into is it its may " +
    "must no not of on only or should so than that the their then there these they this to use used using was " +
    "were what when where which while will with you your"
  ).split(" "),
);
const DEEPEST = 15;
const FEWEST_WORDS = 4;
const LEAST_SHARE = 0.2;

/** Whether lines of running text are prose: sentences without columns or marks of code. */
export function readsAsProse(lines: readonly string[]): boolean {
  let words = 0;
  let small = 0;
  for (const line of lines) {
    if (COLUMNS.test(line.replace(/^ +/, "")) || CODE_LINE.test(line)) return false;
    for (const [word] of line.matchAll(WORD)) {
      words++;
      if (FUNCTION_WORDS.has(word)) small++;
    }
  }
  return words >= FEWEST_WORDS && small >= words * LEAST_SHARE;
}

/** Whether a paragraph is prose. So deep an indent is a table's column or code. */
export function isProse(article: Article, paragraph: Paragraph): boolean {
  if (rawIndentOf(article, paragraph.firstLine) > DEEPEST) return false;
  const lines: string[] = [];
  for (let line = paragraph.firstLine; line < paragraph.endLine; line++) lines.push(lineText(article, line));
  return readsAsProse(lines);
}

/**
 * Gives the prose paragraph that holds a line, `undefined` where there is none. Remembers the last one: asked line by
 * line, a long paragraph is read once.
 */
export function proseFinder(article: Article): (line: number) => Paragraph | undefined {
  let last: Paragraph | undefined;
  let prose = false;
  return (line) => {
    if (!last || line < last.firstLine || line >= last.endLine) {
      last = paragraphAt(article, line);
      prose = last !== undefined && isProse(article, last);
    }
    return prose ? last : undefined;
  };
}
