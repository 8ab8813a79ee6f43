// A sound article as lines that a defect can be written into, with the places that defects are made at.
// Line numbers are those of the text as it stands after the changes made so far.
import { headerField } from "../../src/model/facts.ts";
import type { Article, FooterName, HeaderName, Section } from "../../src/syntax/article.ts";
import { LineKind } from "../../src/syntax/line-kind.ts";
import type { SectionName } from "../../src/syntax/sections.ts";
import type { Random } from "./random.ts";

/** A canonical section of the sound article. */
export interface SheetSection {
  readonly name: SectionName;
  readonly line: number;
  readonly bodyLine: number;
  readonly endLine: number;
}

/** The lines of one article, to be damaged. */
export class Sheet {
  readonly article: Article;
  readonly random: Random;
  /** Whole lines, TAB included, without line breaks. */
  readonly lines: string[];
  readonly id: string;
  readonly path: string;

  constructor(article: Article, path: string, id: string, random: Random) {
    this.article = article;
    this.random = random;
    this.path = path;
    this.id = id;
    this.lines = [];
    for (let line = 0; line < article.source.lineCount; line++) this.lines.push(article.source.lineText(line));
  }

  /** The text as it stands. */
  get text(): string {
    return this.lines.join(this.article.source.lineBreak);
  }

  /** What body lines begin with. */
  get prefix(): string {
    return this.article.container === "page" ? "\t" : "";
  }

  get isPage(): boolean {
    return this.article.container === "page";
  }

  /** A line's own text, without TAB. */
  at(line: number): string {
    const written = this.lines[line] ?? "";
    return this.isPage && written.startsWith("\t") ? written.slice(1) : written;
  }

  /** Writes a body line. */
  put(line: number, text: string): number {
    this.lines[line] = this.prefix + text;
    return line;
  }

  /** Inserts body lines above a line. */
  insert(line: number, ...texts: readonly string[]): number {
    this.lines.splice(line, 0, ...texts.map((text) => this.prefix + text));
    return line;
  }

  /** Deletes lines. */
  delete(line: number, count = 1): number {
    this.lines.splice(line, count);
    return line;
  }

  /** Replaces a passage of a line; `undefined` where the line does not hold it. */
  replace(line: number | undefined, passage: string | RegExp, by: string): number | undefined {
    const before = line === undefined ? undefined : this.lines[line];
    if (line === undefined || before === undefined) return undefined;
    const after = before.replace(passage, () => by);
    if (after === before) return undefined;
    this.lines[line] = after;
    return line;
  }

  /** Moves `count` lines so that they stand above `to` (a line number before the move). */
  move(line: number, count: number, to: number): void {
    const moved = this.lines.splice(line, count);
    this.lines.splice(to > line ? to - count : to, 0, ...moved);
  }

  /** The first line that equals or matches. */
  find(what: string | RegExp): number | undefined {
    const found = this.lines.findIndex((line) => (typeof what === "string" ? line === what : what.test(line)));
    return found < 0 ? undefined : found;
  }

  /** The line of a header field. */
  header(name: HeaderName): number | undefined {
    return headerField(this.article, name)?.line;
  }

  /** The line of a footer field. */
  footer(name: FooterName): number | undefined {
    return this.article.footer?.fields.find((field) => field.name === name)?.line;
  }

  /** The canonical sections, in order. */
  get sections(): SheetSection[] {
    const { sections } = this.article;
    const counts = (section: Section): boolean => section.exact && section.mark === "equals";
    return sections.filter(counts).flatMap((section) => {
      const { name, headingLine, bodyLine, endLine } = section;
      return name === undefined ? [] : [{ name, line: headingLine, bodyLine, endLine }];
    });
  }

  /** One of the canonical sections. */
  section(): SheetSection | undefined {
    return this.random.pick(this.sections);
  }

  /** One of the lines of running text that pass. */
  textLine(passes: (text: string, line: number) => boolean = () => true): number | undefined {
    const { article } = this;
    const lines: number[] = [];
    for (let line = article.contentLine; line < article.kinds.length; line++) {
      if (article.kinds[line] === LineKind.text && passes(this.at(line), line)) lines.push(line);
    }
    return this.random.pick(lines);
  }

  /** One of the lines of prose: at column 0, of plain words, not the last of its paragraph. */
  proseLine(): number | undefined {
    return this.textLine((text, line) => isProse(text) && isProse(this.at(line + 1)));
  }

  /** Whether a line of the sound article is blank. */
  isBlank(line: number): boolean {
    return this.at(line).trim() === "";
  }
}

function isProse(text: string): boolean {
  return text.length > 40 && /^[A-Z]?[a-z]+ [a-z]+ [A-Za-z ,.'-]+$/.test(text) && !/ {2}/.test(text);
}
