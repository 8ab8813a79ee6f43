// Lists of references and the sentence that introduces each: “see the following articles in the Knowledge Base:”.
// A list is what can be counted: references on lines of their own, with nothing but blank lines between.
import type { Article } from "../syntax/article.ts";
import { LineKind } from "../syntax/line-kind.ts";
import { type Span, span } from "../text/span.ts";
import type { Reference } from "./references.ts";

/** References that stand together, and the paragraph above them. */
export interface ReferenceGroup {
  readonly references: readonly Reference[];
  /** The last sentence of the paragraph above, which ends in a colon. */
  readonly intro: Span;
}

/** The lists that a sentence introduces; a single reference counts as one only where nothing else may belong to it. */
export function referenceGroups(article: Article, references: readonly Reference[]): ReferenceGroup[] {
  const groups: ReferenceGroup[] = [];
  const own = references.filter((reference) => reference.form === "own-line" && reference.title !== undefined);
  for (let at = 0; at < own.length; ) {
    const members: Reference[] = [];
    let last: Reference | undefined;
    for (let next = own[at]; next && (!last || follows(article, last, next)); next = own[at]) {
      members.push(next);
      last = next;
      at++;
    }
    const [first] = members;
    const intro = first && introOf(article, first.line);
    if (!intro || !last || (members.length === 1 && !endsList(article, last, intro))) continue;
    groups.push({ references: members, intro });
  }
  return groups;
}

function follows(article: Article, before: Reference, next: Reference): boolean {
  return lineBehind(article, before) === next.line;
}

/** The next line of text behind a reference and what continues its title. */
function lineBehind(article: Article, { line }: Reference): number {
  let next = line + 1;
  while (isText(article, next) && isContinuation(article, next)) next++;
  while (article.kinds[next] === LineKind.blank) next++;
  return next;
}

function isText(article: Article, line: number): boolean {
  return article.kinds[line] === LineKind.text;
}

function isContinuation(article: Article, line: number): boolean {
  return /^ +(?!Q\d{5})\S/.test(textOf(article, line));
}

function textOf(article: Article, line: number): string {
  return article.source.text.slice(article.contents[line] ?? 0, article.source.end(line));
}

// What is set in as far as the list may belong to it: a book, “-or-”, a reference in another form.
// Where the sentence before the list is set in as far, only what reads as a sentence does not.
function endsList(article: Article, last: Reference, intro: Span): boolean {
  const next = lineBehind(article, last);
  if (!isText(article, next)) return true;
  const text = textOf(article, next);
  if (/^ *(?:Q\d{5}|(?:and|or|-or-)\b)/i.test(text)) return false;
  const indent = indentOf(textOf(article, last.line));
  if (indentOf(text) < indent) return true;
  const before = textOf(article, article.source.lineAt(intro.end));
  return indentOf(text) === indent && indentOf(before) >= indent && endsSentence(article, next);
}

function endsSentence(article: Article, line: number): boolean {
  let end = line;
  while (isText(article, end + 1)) end++;
  return /[.:]$/.test(textOf(article, end).trimEnd());
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

function introOf(article: Article, line: number): Span | undefined {
  let last = line - 1;
  while (article.kinds[last] === LineKind.blank) last--;
  if (!isText(article, last) || !textOf(article, last).trimEnd().endsWith(":")) return undefined;
  let first = last;
  while (isText(article, first - 1)) first--;
  const start = article.contents[first] ?? 0;
  const end = article.source.end(last);
  const paragraph = article.source.text.slice(start, end);
  let from = 0;
  for (const match of paragraph.matchAll(/[.!?:]\s/g)) from = match.index + 1;
  return span(start + from, end);
}
