// The title that a reference quotes, down to its last line: titles longer than the line wrap as lists do (FORMAT §7, §8).
// Also the way back: a title written behind a reference, wrapped where the line would grow too long.
import type { Article } from "../syntax/article.ts";
import { LineKind } from "../syntax/line-kind.ts";
import { type Span, span } from "../text/span.ts";
import { textAt } from "./facts.ts";
import type { Reference } from "./references.ts";

/** A quoted title. */
export interface QuotedTitle {
  /** The title in one line, without what some articles put before it (`: `, `Title: `). */
  readonly text: string;
  /** From its first character to the last one on its last line. */
  readonly span: Span;
  /** Whether it goes on below its first line. */
  readonly wrapped: boolean;
}

// Column limit of continued lines in a raw text (FORMAT §8); in pages lines that begin with a blank have lost one.
const WIDTH = 80;
const DECORATION = /^(?:: *|- +|Title: *)+/i;
const MOST_LINES = 3;

/** The title that a reference quotes, or `undefined`; `expected` helps to tell a wrapped line from a following one. */
export function quotedTitle(article: Article, reference: Reference, expected: string): QuotedTitle | undefined {
  if (!reference.title) return undefined;
  const first = textAt(article, reference.title).trimEnd();
  const decoration = DECORATION.exec(first)?.[0].length ?? 0;
  const start = reference.title.start + decoration;
  const own = first.slice(decoration);
  const line = article.source.lineAt(start);
  let quoted = { text: own, span: span(start, start + own.length), wrapped: false };
  let before = line;
  let text = own;
  for (let next = line + 1; next < line + MOST_LINES && continues(article, line, next); next++) {
    const more = textOf(article, next);
    text = `${text} ${more.text}`;
    const joined = { text, span: span(start, more.end), wrapped: true };
    if (!isFull(article, before, more.text) && !sameWords(text, expected)) break;
    quoted = joined;
    before = next;
  }
  return quoted;
}

/** Whether two titles have the same letters and digits, in whatever case and with whatever punctuation. */
export function sameWords(a: string, b: string): boolean {
  return lettersOf(a) === lettersOf(b);
}

function lettersOf(title: string): string {
  return title.toLowerCase().replace(/[^a-z0-9]+/g, "");
}

interface LineText {
  readonly text: string;
  readonly indent: number;
  readonly end: number;
}

function textOf(article: Article, line: number): LineText {
  const start = article.contents[line] ?? 0;
  const written = article.source.text.slice(start, article.source.end(line)).trimEnd();
  const text = written.trimStart();
  return { text, indent: written.length - text.length, end: start + written.length };
}

// A continued line stands under the number, or under the text of a list item, and begins no reference of its own.
function continues(article: Article, line: number, next: number): boolean {
  if (article.kinds[next] !== LineKind.text) return false;
  const head = textOf(article, line);
  const below = textOf(article, next);
  if (/^(?:Q\d{5,6}\b|[-*o] |\d{1,3}[.)] |TITLE *:)/.test(below.text)) return false;
  const hanging = /^(?:[-*o] +|\d{1,3}[.)] +|TITLE *: *)?/.exec(head.text)?.[0].length ?? 0;
  return below.indent === head.indent || (hanging > 0 && below.indent > head.indent);
}

// The next word had no room on the line before: the writer's program broke it there.
function isFull(article: Article, line: number, next: string): boolean {
  const word = next.indexOf(" ") < 0 ? next.length : next.indexOf(" ");
  return columnsOf(article, line) + 1 + word > WIDTH;
}

function columnsOf(article: Article, line: number): number {
  const { indent, text } = textOf(article, line);
  return indent + text.length + lostBlank(article, indent);
}

function lostBlank(article: Article, indent: number): number {
  return article.container === "page" && indent > 0 ? 1 : 0;
}

/** A title as it stands from a place in the article onwards: wrapped at the width, under the line's own beginning. */
export function writeTitle(article: Article, quoted: QuotedTitle, title: string): string {
  const line = article.source.lineAt(quoted.span.start);
  const head = textOf(article, line);
  const hanging = /^(?:[-*o] +|\d{1,3}[.)] +)?/.exec(head.text)?.[0].length ?? 0;
  const indent = quoted.wrapped ? textOf(article, line + 1).indent : head.indent + hanging;
  const room = WIDTH - lostBlank(article, head.indent);
  const lines = wrapWords(title, { column: quoted.span.start - (article.contents[line] ?? 0), indent, room });
  const prefix = article.source.lineBreak + (article.container === "page" ? "\t" : "") + " ".repeat(indent);
  return lines.join(prefix);
}

function wrapWords(
  title: string,
  { column, indent, room }: { column: number; indent: number; room: number },
): readonly string[] {
  const lines: string[] = [];
  let written: string | undefined;
  let start = column;
  for (const word of title.split(" ")) {
    if (written !== undefined && start + written.length + 1 + word.length > room) {
      lines.push(written);
      written = word;
      start = indent;
    } else {
      written = written === undefined ? word : `${written} ${word}`;
    }
  }
  return [...lines, written ?? ""];
}
