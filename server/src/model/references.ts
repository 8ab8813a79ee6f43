// Cross references: article numbers in running text, in every form of FORMAT §7 and none of its lookalikes.
// Found by hopping from Q to Q, so that a text without references costs next to nothing.

import type { Article } from "../syntax/article.ts";
import { LineKind } from "../syntax/line-kind.ts";
import { type Span, span } from "../text/span.ts";

/** How a reference is written. */
export type ReferenceForm = "own-line" | "column-0" | "numbered" | "list" | "article-id" | "url" | "glued" | "inline";

/** A reference to an article; spans are those of the citing text. */
export interface Reference {
  readonly id: string;
  readonly form: ReferenceForm;
  readonly line: number;
  /** The number itself, in its written form (`q140/3/41` in a URL). */
  readonly span: Span;
  /** The title quoted behind the number, for the forms that quote one. */
  readonly title: Span | undefined;
}

const ZERO = 48;
const NINE = 57;
const COLON = 58;
const CAPITAL_Q = 81;
const SMALL_Q = 113;
const BEFORE = /[A-Za-z0-9_\\/\-+=.&]/;
// The knowledge base's own addresses: pages and raw texts with the digits split 3/1/2, and questions to its service.
const URL = /kb\/(?:articles\/)?q(\d{2,3})\/(\d)\/(\d{2})\.(?:asp|txt)|(?:\bsc|[?&])id=kb;[a-z-]+;q(\d{5,6})\b/gi;
const OWN_LINE = /^ {0,12}$/;
const LIST_ITEM = /^ *(?:[-*o]|\d{1,3}[.)]|[a-z][.)]) +$/;
const ARTICLE_ID = /^ *ARTICLE[- ]ID *: *$/i;

/** The references of an article's body in the order of the text; its own number counts where it is cited. */
export function findReferences(article: Article): Reference[] {
  const found: Reference[] = [];
  if (article.dialect === "mspl") return found;
  const { text } = article.source;
  const from = article.source.start(article.bodyLine);
  const to = article.source.start(article.footer?.firstLine ?? article.bodyEndLine);
  for (let at = text.indexOf("Q", from); at >= 0 && at < to; at = text.indexOf("Q", at + 1)) {
    const reference = referenceAt(article, at);
    if (reference) found.push(reference);
  }
  addUrls(article, from, to, found);
  return found;
}

/** The reference that holds an offset of the body, or `undefined`. */
export function referenceAtOffset(article: Article, offset: number): Reference | undefined {
  // The nearest one before it: what looks like a quoted title may hold further numbers.
  let nearest: Reference | undefined;
  for (const reference of findReferences(article)) {
    if (reference.span.start > offset) break;
    nearest = reference;
  }
  return nearest && offset <= (nearest.title ?? nearest.span).end ? nearest : undefined;
}

function digitsEnd(text: string, from: number): number {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at++;
  return at;
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

function referenceAt(article: Article, at: number): Reference | undefined {
  const { text } = article.source;
  if (!isDigit(text.charCodeAt(at + 1))) return undefined;
  const end = digitsEnd(text, at + 1);
  const count = end - at - 1;
  if (count < 5 || count > 6) return undefined;
  const line = article.source.lineAt(at);
  const content = article.contents[line] ?? at;
  if (at > content && BEFORE.test(text.charAt(at - 1))) return undefined;
  const glued = isGlued(text, content, at, end);
  if (!glued && !endsNumber(text, end)) return undefined;
  const lineEnd = article.source.end(line);
  const form = glued ? "glued" : formOf(text, content, at, end);
  const id = text.slice(at, end);
  return { id, form, line, span: span(at, end), title: quotedTitle(article, form, end, line, lineEnd) };
}

// Not a number's end: letters, digits, `_`, `\`, and `-` or `.` with a letter or digit behind (Q307434.exe, Q12-x).
function endsNumber(text: string, end: number): boolean {
  const next = text.charAt(end);
  if (/[A-Za-z0-9_\\]/.test(next)) return false;
  return !((next === "-" || next === ".") && /[A-Za-z0-9]/.test(text.charAt(end + 1)));
}

// `Q99713How to …` alone on its line: a reference that lost its blank. A file name has no blank behind its word.
function isGlued(text: string, content: number, at: number, end: number): boolean {
  if (!OWN_LINE.test(text.slice(content, at))) return false;
  return /^[A-Z][A-Za-z'-]*\d{0,4}(?: ?:)? \S/.test(text.slice(end, end + 40));
}

function formOf(text: string, content: number, at: number, end: number): ReferenceForm {
  const before = text.slice(content, at);
  if (before === "" && text.charCodeAt(end) === COLON) return "numbered";
  if (OWN_LINE.test(before) && /^:? \S/.test(text.slice(end, end + 3))) {
    return before.length >= 2 ? "own-line" : "column-0";
  }
  if (OWN_LINE.test(before) && end === text.length) return "own-line";
  if (LIST_ITEM.test(before)) return "list";
  if (ARTICLE_ID.test(before)) return "article-id";
  return "inline";
}

// biome-ignore lint/complexity/useMaxParams: the caller has just measured these five.
function quotedTitle(
  article: Article,
  form: ReferenceForm,
  end: number,
  line: number,
  lineEnd: number,
): Span | undefined {
  if (form === "inline") return undefined;
  if (form === "article-id") return titleLineBelow(article, line + 1);
  const { text } = article.source;
  let start = end;
  if (text.charCodeAt(start) === COLON) start++;
  while (text[start] === " ") start++;
  let stop = lineEnd;
  while (stop > start && text[stop - 1] === " ") stop--;
  return stop > start ? span(start, stop) : undefined;
}

function titleLineBelow(article: Article, line: number): Span | undefined {
  if (article.kinds[line] === LineKind.blank) return undefined;
  const start = article.contents[line] ?? 0;
  const match = /^ *TITLE *: */.exec(article.source.text.slice(start, article.source.end(line)));
  if (!match) return undefined;
  const from = start + match[0].length;
  return span(from, Math.max(from, article.source.end(line)));
}

const URL_SIGNS: readonly string[] = ["/articles/", "/ARTICLES/", "/kb/q", "scid=", "?ID=KB;", "&ID=KB;", "?id=kb;"];

// The expression runs only over texts that hold one of the signs: it costs more than the rest together.
function addUrls(article: Article, from: number, to: number, found: Reference[]): void {
  // The number follows one of these signs in every address, and few texts have that.
  if (!hasQBehind(article.source.text, "/", from) && !hasQBehind(article.source.text, ";", from)) return;
  if (URL_SIGNS.some((sign) => article.source.text.indexOf(sign, from) >= 0)) collectUrls(article, from, to, found);
}

function hasQBehind(text: string, sign: string, from: number): boolean {
  // Hopping from sign to sign is faster than to look for two characters.
  for (let at = text.indexOf(sign, from); at >= 0; at = text.indexOf(sign, at + 1)) {
    const next = text.charCodeAt(at + 1);
    if (next === CAPITAL_Q || next === SMALL_Q) return true;
  }
  return false;
}

function collectUrls(article: Article, from: number, to: number, found: Reference[]): void {
  const { text } = article.source;
  const before = found.length;
  for (const match of text.slice(from, to).matchAll(URL)) {
    const start = from + match.index + match[0].search(/q\d/i);
    const id = `Q${match[4] ?? `${match[1]}${match[2]}${match[3]}`}`;
    const end = match[4] ? start + 1 + match[4].length : from + match.index + match[0].length - ".asp".length;
    found.push({ id, form: "url", line: article.source.lineAt(start), span: span(start, end), title: undefined });
  }
  if (found.length > before) found.sort((a, b) => a.span.start - b.span.start);
}
