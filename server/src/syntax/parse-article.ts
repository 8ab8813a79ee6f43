// Text in, article out: runs the parsers of the parts in order and gives every line its kind.
// Linear in the text's length, never throws, changes nothing: what is damaged is left for the rules to name.
import { type KnownText, SourceText } from "../text/source-text.ts";
import type { AppliesTo, Article, Container, Field, Footer, HeaderName } from "./article.ts";
import { detectContainer } from "./detect-container.ts";
import { LineKind } from "./line-kind.ts";
import { Lines } from "./lines.ts";
import { parseAppliesTo } from "./parse-applies-to.ts";
import { parseConflicts } from "./parse-conflicts.ts";
import { parseFooter } from "./parse-footer.ts";
import { type PageFrame, parsePageFrame } from "./parse-page-frame.ts";
import { parseSections } from "./parse-sections.ts";
import { parseTextFrame, type TextFrame } from "./parse-text-frame.ts";

/** Parses a text that is an article by its content; `undefined` for any other text. */
export function parseIfArticle(text: string, known?: KnownText): Article | undefined {
  const container = detectContainer(text);
  return container && parseArticle(text, container, known);
}

/** Parses a text as an article in the given container; works on any text whatever. */
export function parseArticle(text: string, container: Container, known?: KnownText): Article {
  const source = new SourceText(text, known);
  const lines = new Lines(source, container === "page");
  const conflicts = parseConflicts(lines);
  return container === "page" ? parsePage(lines, conflicts) : parseText(lines, conflicts);
}

// Both containers' articles are made here, property by property: objects of one shape are read fastest, and rules read
// them a thousand times.
function toArticle(lines: Lines, frame: Frame, body: Body, conflicts: Article["conflicts"]): Article {
  return {
    source: lines.source,
    container: frame.container,
    dialect: frame.dialect,
    kinds: lines.kinds,
    contents: lines.contents,
    frontMatter: frame.page?.frontMatter,
    titleLine: frame.page?.titleLine,
    rawOpen: frame.page?.rawOpen ?? NO_LINES,
    rawClose: frame.page?.rawClose ?? NO_LINES,
    header: frame.header,
    document: frame.text?.document,
    headerRuler: frame.text?.headerRuler,
    bodyLine: frame.bodyLine,
    bodyEndLine: frame.bodyEndLine,
    residue: body.residue,
    appliesTo: body.appliesTo,
    contentLine: body.contentLine,
    sections: body.sections,
    queryWords: body.queryWords,
    footer: body.footer,
    conflicts,
  };
}

interface Frame {
  readonly container: Container;
  readonly dialect: Article["dialect"];
  readonly page: PageFrame | undefined;
  readonly text: TextFrame | undefined;
  readonly header: Article["header"];
  readonly bodyLine: number;
  readonly bodyEndLine: number;
}

const NO_LINES: readonly number[] = [];

function parsePage(lines: Lines, conflicts: Article["conflicts"]): Article {
  const page = parsePageFrame(lines);
  const { header, bodyLine, bodyEndLine } = page;
  const dialect = isProgrammersLibrary(lines, header) ? "mspl" : "modern";
  const body = parseBody(lines, dialect, bodyLine, bodyEndLine);
  const frame: Frame = { container: "page", dialect, page, text: undefined, header, bodyLine, bodyEndLine };
  return toArticle(lines, frame, body, conflicts);
}

function parseText(lines: Lines, conflicts: Article["conflicts"]): Article {
  const text = parseTextFrame(lines);
  const { header, bodyLine } = text;
  const body = parseBody(lines, "modern", bodyLine, lines.count);
  const closing = markClosing(lines, body.footer?.endLine ?? bodyLine);
  const bodyEndLine = body.footer?.endLine ?? closing;
  const frame: Frame = { container: "text", dialect: "modern", page: undefined, text, header, bodyLine, bodyEndLine };
  return toArticle(lines, frame, body, conflicts);
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
  for (const { name, value } of header) {
    if (name === "product" && lines.text.slice(value.start, value.end) === "See article") return true;
    if (name === "keywords" && MSPL_KEYWORDS.test(lines.text.slice(value.start, value.end))) return true;
  }
  return false;
}

const MSPL_KEYWORDS = /\| mspl13_[a-z]+ *$/;

const QUERY_WORDS = /^Additional (?:query|reference) words?\b/;

function findQueryWords(lines: Lines, from: number, to: number): number[] {
  const found: number[] = [];
  for (let line = from; line < to; line++) {
    // The first letter rules out nearly all lines; looking through the text for the word is slower.
    if (lines.firstCode(line) === CAPITAL_A && QUERY_WORDS.test(lines.read(line))) found.push(line);
  }
  return found;
}

const CAPITAL_A = 65;

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
