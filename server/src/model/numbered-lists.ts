// The numbered lists of running text, told apart where one lies within another or follows it.
// A number counts as an item only where a list can have one: not a number that prose wrapped to a line's beginning.
import type { Article } from "../syntax/article.ts";
import { LineKind } from "../syntax/line-kind.ts";
import type { Span } from "../text/span.ts";
import { indentOf, isTextLine, textEndLine } from "./prose.ts";

/** One item: its number as written. */
export interface NumberedItem {
  readonly line: number;
  readonly number: number;
  /** The digits. */
  readonly span: Span;
}

/** A list: items at one column with one delimiter, each counted on from the one before or close to it. */
export interface NumberedList {
  readonly column: number;
  readonly delimiter: string;
  readonly items: readonly NumberedItem[];
}

interface OpenList extends NumberedList {
  readonly items: NumberedItem[];
}

interface Candidate extends NumberedItem {
  readonly column: number;
  readonly delimiter: string;
}

const SPACE = 32;
const ZERO = 48;
const NINE = 57;
const MOST_DIGITS = 3;
// A number this far on is a slip in counting; one further on counts something else.
const NEAR = 3;
// Lists within lists within lists: what lies deeper down is not gone back to.
const MOST_OPEN = 8;

const NONE: readonly NumberedList[] = [];

/** All numbered lists of an article, by their first items. */
export function numberedLists(article: Article): readonly NumberedList[] {
  const candidates = findCandidates(article);
  return candidates.length === 0 ? NONE : groupCandidates(article, candidates);
}

function findCandidates(article: Article): Candidate[] {
  const { kinds, contents, source } = article;
  const { text } = source;
  const found: Candidate[] = [];
  const end = textEndLine(article);
  for (let line = article.contentLine; line < end; line++) {
    // Nearly all lines begin with a letter, and no item does.
    if (kinds[line] !== LineKind.text || text.charCodeAt(contents[line] ?? 0) > NINE) continue;
    const candidate = itemAt(article, line);
    if (candidate) found.push(candidate);
  }
  return found;
}

function groupCandidates(article: Article, candidates: readonly Candidate[]): readonly NumberedList[] {
  const lists: OpenList[] = [];
  let open: OpenList[] = [];
  let last = article.contentLine;
  for (const candidate of candidates) {
    if (holdsHeading(article, last, candidate.line)) open = [];
    open = open.filter((list) => list.column <= candidate.column);
    place(article, candidate, open, lists);
    last = candidate.line;
  }
  return lists;
}

function holdsHeading({ kinds }: Article, from: number, to: number): boolean {
  for (let line = from; line < to; line++) if (kinds[line] === LineKind.heading) return true;
  return false;
}

function itemAt(article: Article, line: number): Candidate | undefined {
  const { text } = article.source;
  const start = article.contents[line] ?? 0;
  let at = start;
  while (text.charCodeAt(at) === SPACE) at++;
  const digits = at;
  while (isDigit(text.charCodeAt(at))) at++;
  if (at === digits || at - digits > MOST_DIGITS) return undefined;
  const delimiter = text.charAt(at);
  if ((delimiter !== "." && delimiter !== ")") || text.charCodeAt(at + 1) !== SPACE) return undefined;
  const number = Number(text.slice(digits, at));
  return { line, number, span: { start: digits, end: at }, column: digits - start, delimiter };
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

function place(article: Article, candidate: Candidate, open: OpenList[], lists: OpenList[]): void {
  const { column, delimiter, number } = candidate;
  const list = continued(open, candidate);
  const exact = list !== undefined && lastNumber(list) + 1 === number;
  if (!exact && !standsAsItem(article, candidate, list !== undefined)) return;
  if (list) {
    list.items.push(candidate);
    // Lists within it are over.
    while (open.at(-1) !== list) open.pop();
    return;
  }
  const started: OpenList = { column, delimiter, items: [candidate] };
  open.push(started);
  if (open.length > MOST_OPEN) open.shift();
  lists.push(started);
}

// The innermost list that the number counts on; else the innermost that it is a slip away from.
function continued(open: readonly OpenList[], { column, delimiter, number }: Candidate): OpenList | undefined {
  let inner: OpenList | undefined;
  for (let at = open.length - 1; at >= 0; at--) {
    const list = open[at];
    if (list?.column !== column || list.delimiter !== delimiter) continue;
    if (lastNumber(list) + 1 === number) return list;
    inner ??= list;
  }
  if (!inner || number === 1) return undefined;
  const distance = number - lastNumber(inner);
  return distance === 0 || (distance > 1 && distance <= NEAR) ? inner : undefined;
}

function lastNumber(list: OpenList): number {
  return list.items.at(-1)?.number ?? 0;
}

// Under a line of text without a blank line between: an item that does not count on is one only where that line
// is part of the same list; else the number is a sentence's, wrapped to the line's beginning.
function standsAsItem(article: Article, candidate: Candidate, continues: boolean): boolean {
  const above = candidate.line - 1;
  if (!isTextLine(article, above)) return true;
  if (!continues && candidate.number !== 1) return false;
  const indent = indentOf(article, above);
  return indent > candidate.column || itemAt(article, above) !== undefined || candidate.number === 1;
}
