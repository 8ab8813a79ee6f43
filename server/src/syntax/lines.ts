// The parser's view of a text: its lines with the TAB of page body lines looked through, and a kind for each.
// Mutable while parsing only; nothing outside syntax/ sees it.
import type { SourceText } from "../text/source-text.ts";
import { LineKind } from "./line-kind.ts";

const TAB = 9;
const SPACE = 32;

/** Lines under construction. Line numbers outside the text read as blank lines. */
export class Lines {
  readonly source: SourceText;
  readonly text: string;
  readonly count: number;
  readonly kinds: LineKind[];
  readonly contents: number[];
  // The end of each line without trailing blanks, so that blank lines are found by one comparison.
  readonly #trimmed: number[];

  constructor(source: SourceText, skipTab: boolean) {
    this.source = source;
    this.text = source.text;
    this.count = source.lineCount;
    this.kinds = [];
    this.contents = [];
    this.#trimmed = [];
    const blanks = skipTab ? blanksForTab(this.text) : 0;
    for (let line = 0; line < this.count; line++) this.#addLine(line, skipTab, blanks);
  }

  #addLine(line: number, skipTab: boolean, blanks: number): void {
    const start = this.source.start(line);
    let end = this.source.end(line);
    let content = skipTab && end > start && this.text.charCodeAt(start) === TAB ? start + 1 : start;
    if (blanks > 0)
      while (content < Math.min(end, start + blanks) && this.text.charCodeAt(content) === SPACE) content++;
    while (end > content && isBlankCode(this.text.charCodeAt(end - 1))) end--;
    this.contents.push(content);
    this.#trimmed.push(end);
    this.kinds.push(end === content ? LineKind.blank : LineKind.unknown);
  }

  /** Where the line's own text begins, leading blanks included. */
  content(line: number): number {
    return this.contents[line] ?? this.text.length;
  }

  /** Where the line's text ends, trailing blanks excluded. */
  trimmedEnd(line: number): number {
    return this.#trimmed[line] ?? this.text.length;
  }

  /** Where the first character that is not blank stands; the trimmed end for a blank line. */
  indented(line: number): number {
    const end = this.trimmedEnd(line);
    let at = this.content(line);
    while (at < end && isBlankCode(this.text.charCodeAt(at))) at++;
    return at;
  }

  isBlank(line: number): boolean {
    return this.trimmedEnd(line) === this.content(line);
  }

  /** The line's text without TAB prefix and trailing blanks. */
  read(line: number): string {
    return this.text.slice(this.content(line), this.trimmedEnd(line));
  }

  /** The first character code of the line's text, or 0 for a blank line. */
  firstCode(line: number): number {
    return this.isBlank(line) ? 0 : this.text.charCodeAt(this.content(line));
  }

  length(line: number): number {
    return this.trimmedEnd(line) - this.content(line);
  }

  /** Whether the line is nothing but this character, at least once, trailing blanks aside. */
  isRunOf(line: number, code: number): boolean {
    const end = this.trimmedEnd(line);
    let at = this.content(line);
    if (at === end) return false;
    while (at < end && this.text.charCodeAt(at) === code) at++;
    return at === end;
  }

  /** The nearest line at or above `line` that is not blank, or `floor - 1`. */
  upToText(line: number, floor: number): number {
    let at = line;
    while (at >= floor && this.isBlank(at)) at--;
    return at;
  }

  /** The nearest line at or below `line` that is not blank, or `limit`. */
  downToText(line: number, limit: number): number {
    let at = line;
    while (at < limit && this.isBlank(at)) at++;
    return at;
  }

  /** Gives a kind to a line; blank lines stay blank. */
  mark(line: number, kind: LineKind): void {
    if (this.kinds[line] !== LineKind.blank) this.kinds[line] = kind;
  }

  /** Gives a kind to all lines of `[from, to)` that have none yet. */
  markRest(from: number, to: number, kind: LineKind): void {
    for (let line = from; line < to; line++) {
      if (this.kinds[line] === LineKind.unknown) this.kinds[line] = kind;
    }
  }
}

// Editors that turn TABs into blanks do so throughout: then no line begins with a TAB, and the header tells how many.
function blanksForTab(text: string): number {
  if (text.includes("\n\t")) return 0;
  return /\n( +)Article: Q\d/.exec(text)?.[1]?.length ?? 0;
}

function isBlankCode(code: number): boolean {
  return code === SPACE || code === TAB;
}
