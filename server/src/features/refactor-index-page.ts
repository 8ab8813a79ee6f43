// The archive's index pages: Markdown files that are no articles and link to articles by number and title.
// A link is changed in both places that hold the number; an entry stays where it stands in the list.
import { escapeTitle } from "../model/title-escape.ts";
import { folderOf } from "../syntax/article-id.ts";
import { span } from "../text/span.ts";
import { change, type ReasonedEdit } from "./refactor-edit.ts";
import type { Renumbering } from "./refactor-number.ts";

const NUMBERS = /(?<=\[)Q\d{5,6}(?=: )|(?<=\bkb\/)\d{3}\/Q\d{5,6}(?=[/)#])/g;
const ENTRY = /^- \[(Q\d{5,6}): (.*)\]\(\S*?kb\/\d{3}\/Q\d{5,6}\/?\) *$/gm;

/** Whether a text may name one of the numbers; most index pages do not. */
function mentions(text: string, ids: Iterable<string>): boolean {
  for (const id of ids) if (text.includes(id)) return true;
  return false;
}

/** The edits that give entries other numbers. */
export function renumberIndexPage(text: string, numbers: Renumbering): ReasonedEdit[] {
  if (!mentions(text, numbers.keys())) return [];
  const edits: ReasonedEdit[] = [];
  for (const match of text.matchAll(NUMBERS)) {
    const [written] = match;
    const [folder, inPath] = written.split("/");
    const id = inPath ?? folder ?? "";
    const number = numbers.get(id);
    if (number === undefined) continue;
    const known = inPath === undefined || folder === folderOf(id);
    const newText = inPath === undefined ? number : `${known ? folderOf(number) : folder}/${number}`;
    edits.push(change(span(match.index, match.index + written.length), newText, "archive"));
  }
  return edits;
}

/** The edits that give an article's entries its title. */
export function retitleIndexPage(text: string, id: string, title: string): ReasonedEdit[] {
  const escaped = escapeTitle(title);
  return entriesOf(text, id).flatMap(({ titleStart, quoted }) =>
    quoted === escaped ? [] : [change(span(titleStart, titleStart + quoted.length), escaped, "archive")],
  );
}

/** The edits that take an article's entries out, each with its line. */
export function removeFromIndexPage(text: string, id: string): ReasonedEdit[] {
  return entriesOf(text, id).map(({ start, end }) => {
    const next = text.indexOf("\n", end);
    return change(span(start, next < 0 ? text.length : next + 1), "", "archive");
  });
}

interface Entry {
  readonly start: number;
  readonly end: number;
  readonly titleStart: number;
  readonly quoted: string;
}

function entriesOf(text: string, id: string): Entry[] {
  if (!text.includes(id)) return [];
  const entries: Entry[] = [];
  for (const match of text.matchAll(ENTRY)) {
    const [line, number, quoted = ""] = match;
    if (number !== id) continue;
    const titleStart = match.index + `- [${id}: `.length;
    entries.push({ start: match.index, end: match.index + line.length, titleStart, quoted });
  }
  return entries;
}
