// The parser's view of a text: its lines with the TAB of page body lines looked through, and a kind for each.
// Mutable while parsing only; nothing outside syntax/ sees it.
import type { SourceText } from "../text/source-text.ts";
import { LineKind } from "./line-kind.ts";

const TAB = 9;
const LINE_FEED = 10;
const SPACE = 32;

/** Lines under construction. Line numbers outside the text read as blank lines. */
export class Lines {
  readonly source: SourceText;
  readonly text: string;
  readonly count: number;
  readonly kinds: LineKind[];
  readonly contents: readonly number[];
  // The end of each line without trailing blanks, so that blank lines are found by one comparison.
  readonly #trimmed: readonly number[];

  constructor(source: SourceText, skipTab: boolean) {
    this.source = source;
    this.text = source.text;
    this.count = source.lineCount;
    // Copies of the right size to begin with: an array that grows with each line is copied again and again.
    this.contents = skipTab ? contentsBehindTab(source) : source.starts;
    const trimmed = source.ends.slice();
    const kinds = unknownKinds(this.count);
    for (let line = 0; line < this.count; line++) {
      const content = this.contents[line] ?? 0;
      let end = trimmed[line] ?? 0;
      while (end > content && isBlankCode(this.text.charCodeAt(end - 1))) end--;
      trimmed[line] = end;
      if (end === content) kinds[line] = LineKind.blank;
    }
    this.#trimmed = trimmed;
    this.kinds = kinds;
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

const unknowns: LineKind[] = [];

function unknownKinds(count: number): LineKind[] {
  while (unknowns.length < count) unknowns.push(LineKind.unknown);
  return unknowns.slice(0, count);
}

function contentsBehindTab(source: SourceText): number[] {
  const { text } = source;
  const contents = source.starts.slice();
  const blanks = hasTabs(source) ? 0 : blanksForTab(text);
  for (let line = 0; line < contents.length; line++) {
    const start = source.start(line);
    const end = source.end(line);
    let content = end > start && text.charCodeAt(start) === TAB ? start + 1 : start;
    if (blanks > 0) while (content < Math.min(end, start + blanks) && text.charCodeAt(content) === SPACE) content++;
    contents[line] = content;
  }
  return contents;
}

// Whether a line begins with a TAB: in a sound page the first of its header already.
function hasTabs({ text, starts }: SourceText): boolean {
  for (let line = 1; line < starts.length; line++) {
    const start = starts[line] ?? 0;
    if (text.charCodeAt(start) === TAB && text.charCodeAt(start - 1) === LINE_FEED) return true;
  }
  return false;
}

// Editors that turn TABs into blanks do so throughout: then no line begins with a TAB, and the header tells how many.
function blanksForTab(text: string): number {
  return /\n( +)Article: Q\d/.exec(text)?.[1]?.length ?? 0;
}

function isBlankCode(code: number): boolean {
  return code === SPACE || code === TAB;
}
