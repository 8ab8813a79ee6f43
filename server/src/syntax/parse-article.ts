// Text in, article out: runs the parsers of the parts in order and gives every line its kind.
// Linear in the text's length, never throws, changes nothing: what is damaged is left for the rules to name.
import { SourceText } from "../text/source-text.ts";
import type { AppliesTo, Article, Container, Field, Footer, HeaderName } from "./article.ts";
import { detectContainer } from "./detect-container.ts";
import { LineKind } from "./line-kind.ts";
import { Lines } from "./lines.ts";
import { parseAppliesTo } from "./parse-applies-to.ts";
import { parseConflicts } from "./parse-conflicts.ts";
import { parseFooter } from "./parse-footer.ts";
import { parsePageFrame } from "./parse-page-frame.ts";
import { parseSections } from "./parse-sections.ts";
import { parseTextFrame } from "./parse-text-frame.ts";

/** Parses a text that is an article by its content; `undefined` for any other text. */
export function parseIfArticle(text: string): Article | undefined {
  const container = detectContainer(text);
  return container && parseArticle(text, container);
}

/** Parses a text as an article in the given container; works on any text whatever. */
export function parseArticle(text: string, container: Container): Article {
  const source = new SourceText(text);
  const lines = new Lines(source, container === "page");
  const conflicts = parseConflicts(lines);
  return container === "page" ? parsePage(lines, conflicts) : parseText(lines, conflicts);
}

function parsePage(lines: Lines, conflicts: Article["conflicts"]): Article {
  const frame = parsePageFrame(lines);
  const dialect = isProgrammersLibrary(lines, frame.header) ? "mspl" : "modern";
  const body = parseBody(lines, dialect, frame.bodyLine, frame.bodyEndLine);
  return {
    source: lines.source,
    container: "page",
    dialect,
    kinds: lines.kinds,
    contents: lines.contents,
    ...frame,
    document: undefined,
    headerRuler: undefined,
    ...body,
    conflicts,
  };
}

function parseText(lines: Lines, conflicts: Article["conflicts"]): Article {
  const frame = parseTextFrame(lines);
  const body = parseBody(lines, "modern", frame.bodyLine, lines.count);
  const bodyEndLine = markClosing(lines, body.footer?.endLine ?? frame.bodyLine);
  return {
    source: lines.source,
    container: "text",
    dialect: "modern",
    kinds: lines.kinds,
    contents: lines.contents,
    frontMatter: undefined,
    titleLine: undefined,
    rawOpen: [],
    rawClose: [],
    ...frame,
    ...body,
    bodyEndLine: body.footer?.endLine ?? bodyEndLine,
    conflicts,
  };
}

interface Body {
  readonly residue: Article["residue"];
  readonly appliesTo: AppliesTo | undefined;
  readonly contentLine: number;
  readonly sections: Article["sections"];
  readonly queryWords: readonly number[];
  readonly footer: Footer | undefined;
}

function parseBody(lines: Lines, dialect: Article["dialect"], from: number, to: number): Body {
  if (dialect === "mspl") {
    lines.markRest(from, to, LineKind.text);
    return {
      residue: undefined,
      appliesTo: undefined,
      contentLine: from,
      sections: [],
      queryWords: [],
      footer: undefined,
    };
  }
  const footer = parseFooter(lines, from, to);
  const end = footer?.firstLine ?? to;
  const appliesTo = parseAppliesTo(lines, from, end);
  const contentLine = appliesTo?.endLine ?? from;
  const queryWords = findQueryWords(lines, contentLine, end);
  const sectionsEnd = queryWords.find((line) => onlyQueryWordsFollow(lines, line, end)) ?? end;
  const sections = parseSections(lines, contentLine, sectionsEnd);
  const residue = appliesTo && findResidue(lines, from, appliesTo.firstLine);
  if (residue) lines.markRest(residue.firstLine, residue.endLine, LineKind.residue);
  markQueryWords(lines, queryWords, end);
  lines.markRest(from, footer ? end : textEnd(lines, to), LineKind.text);
  return { residue, appliesTo, contentLine, sections, queryWords, footer };
}

function isProgrammersLibrary(lines: Lines, header: readonly Field<HeaderName>[]): boolean {
  for (const field of header) {
    const value = lines.text.slice(field.value.start, field.value.end);
    if (field.name === "product" && value === "See article") return true;
    if (field.name === "keywords" && /\| mspl13_[a-z]+ *$/.test(value)) return true;
  }
  return false;
}

const QUERY_WORDS = /^Additional (?:query|reference) words?\b/;

function findQueryWords(lines: Lines, from: number, to: number): number[] {
  const found: number[] = [];
  const start = lines.source.start(from);
  for (let at = lines.text.indexOf("Additional ", start); at >= 0; at = lines.text.indexOf("Additional ", at + 1)) {
    const line = lines.source.lineAt(at);
    if (line >= to) break;
    if (at === lines.content(line) && QUERY_WORDS.test(lines.read(line))) found.push(line);
  }
  return found;
}

// Query words may wrap (FORMAT §5.1), but no other paragraph stands between them and the footer.
function onlyQueryWordsFollow(lines: Lines, line: number, end: number): boolean {
  let at = line;
  while (at < end && !lines.isBlank(at)) at++;
  const next = lines.downToText(at, end);
  return next === end || QUERY_WORDS.test(lines.read(next));
}

function markQueryWords(lines: Lines, queryWords: readonly number[], end: number): void {
  for (const first of queryWords) {
    for (let line = first; line < end && !lines.isBlank(line); line++) {
      if (lines.kinds[line] === LineKind.unknown) lines.mark(line, LineKind.queryWords);
    }
  }
}

function findResidue(lines: Lines, from: number, to: number): Article["residue"] {
  const firstLine = lines.downToText(from, to);
  return firstLine < to ? { firstLine, endLine: lines.upToText(to - 1, from) + 1 } : undefined;
}

// Without a footer a raw text's closing part is told by its shape: the copyright line and the block above it.
function textEnd(lines: Lines, to: number): number {
  const last = lines.upToText(to - 1, 0);
  if (last < 0 || !lines.read(last).startsWith("Copyright ")) return to;
  let line = lines.upToText(last - 1, 0);
  while (line >= 0 && !lines.isBlank(line)) line--;
  return line + 1;
}

function markClosing(lines: Lines, from: number): number {
  const last = lines.upToText(lines.count - 1, from);
  const copyright = last >= from && lines.read(last).startsWith("Copyright ") ? last : undefined;
  if (copyright !== undefined) lines.mark(copyright, LineKind.copyright);
  let first = lines.count;
  for (let line = from; line < lines.count; line++) {
    if (lines.kinds[line] === LineKind.unknown) {
      lines.mark(line, LineKind.disclaimer);
      first = Math.min(first, line);
    }
  }
  return Math.min(first, copyright ?? lines.count);
}
