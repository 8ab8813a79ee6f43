// What sets an article's page apart from the page that conversion makes of its raw text (FORMAT §10).
// Only what conversion carries over is compared: title, header values and body, trailing blanks aside. A character
// beyond ASCII that somebody put back into the page is the raw text's own.
import type { Article, HeaderName } from "../syntax/article.ts";
import { type Span, span } from "../text/span.ts";
import { convertBody } from "./convert-text-to-page.ts";
import { articleTitle, dateSpan, frontMatterTitleSpan, headerField, headerValue, textAt, titleSpan } from "./facts.ts";
import { lineDifferences } from "./line-differences.ts";
import { asPageWrites } from "./page-bytes.ts";
import { escapeTitle, unescapeTitle } from "./title-escape.ts";

/** One place where page and raw text are not the same article. */
export interface PairDifference {
  /** The header's name for it, or `body`. */
  readonly part: HeaderName | "body";
  readonly page: PairSide;
  readonly text: PairSide;
}

/** One file's side of a difference. */
export interface PairSide {
  /** The place; empty where the file has nothing there. */
  readonly span: Span;
  /** The lines in a page's form, without TAB. */
  readonly lines: readonly string[];
}

const VALUES: readonly HeaderName[] = ["product", "version", "operatingSystem", "keywords"];

/** The differences between a page and a raw text, in the order of the article. */
export function pairDifferences(page: Article, text: Article): PairDifference[] {
  return [...titleDifferences(page, text), ...valueDifferences(page, text), ...bodyDifferences(page, text)];
}

function titleDifferences(page: Article, text: Article): PairDifference[] {
  const right = asPageWrites(articleTitle(text) ?? "");
  const written = articleTitle(page);
  const at = titleSpan(page);
  const source = titleSpan(text);
  if (written === undefined || !at || !source || asPageWrites(written) === right) return [];
  // Where the front matter still has the right one, the two titles of the page differ: a finding of its own.
  const front = frontMatterTitleSpan(page);
  if (front && unescapeTitle(textAt(page, front)) === right) return [];
  const sides = { page: { span: at, lines: [textAt(page, at)] }, text: { span: source, lines: [escapeTitle(right)] } };
  return [{ part: "title", ...sides }];
}

function valueDifferences(page: Article, text: Article): PairDifference[] {
  const found: PairDifference[] = [];
  for (const name of VALUES) {
    const at = headerField(page, name)?.value;
    const source = headerField(text, name)?.value;
    // A missing field is a finding of its own.
    if (!at || !source) continue;
    const right = asPageWrites(headerValue(text, name) ?? "");
    const written = asPageWrites(headerValue(page, name) ?? "");
    if (written === right || (name === "version" && written === right.replace(/^:/, ""))) continue;
    const lines = [name === "version" ? right.replace(/^:/, "") : right];
    found.push({ part: name, page: { span: at, lines: [written] }, text: { span: source, lines } });
  }
  const date = dateSpan(page);
  const source = dateSpan(text);
  if (!date || !source || textAt(page, date) === textAt(text, source)) return found;
  const sides = {
    page: { span: date, lines: [textAt(page, date)] },
    text: { span: source, lines: [textAt(text, source)] },
  };
  return [...found, { part: "lastModified", ...sides }];
}

function bodyDifferences(page: Article, text: Article): PairDifference[] {
  const own = bodyOf(page);
  const converted = convertBody(text);
  const numbers = [...converted.keys()];
  const right = [...converted.values()];
  const found: PairDifference[] = [];
  const differences = lineDifferences(
    own.map((line) => asPageWrites(line.trimEnd())),
    right.map((line) => line.trimEnd()),
  );
  for (const { from, to, otherFrom, otherTo } of differences) {
    const first = numbers[0] ?? text.bodyLine;
    found.push({
      part: "body",
      page: { span: linesSpan(page, firstBodyLine(page) + from, to - from), lines: own.slice(from, to) },
      text: { span: linesSpan(text, first + otherFrom, otherTo - otherFrom), lines: right.slice(otherFrom, otherTo) },
    });
  }
  return found;
}

function bodyOf(page: Article): string[] {
  const lines: string[] = [];
  for (let line = firstBodyLine(page); line < page.bodyEndLine; line++) {
    lines.push(page.source.text.slice(page.contents[line] ?? 0, page.source.end(line)));
  }
  return lines;
}

function firstBodyLine(page: Article): number {
  let line = page.bodyLine;
  while (line < page.bodyEndLine && page.source.lineText(line).trim() === "") line++;
  return line;
}

/** The span of whole lines with their line breaks; of no lines the place above the line. */
function linesSpan(article: Article, line: number, count: number): Span {
  return span(article.source.start(line), article.source.start(line + count));
}
