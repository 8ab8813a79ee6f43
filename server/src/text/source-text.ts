// A text and its lines: where each begins and ends, and the way between offsets and line/character positions.
// Line breaks are those of LSP (LF, CR LF, lone CR). Never changes the text.

const LF = 10;
const CR = 13;

/** A zero-based line and a zero-based character in UTF-16 units, as in LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Where the line feeds of a text stand: `count` offsets in `at`, from place `from` on. */
export interface LineFeeds {
  readonly at: Int32Array;
  readonly from: number;
  readonly count: number;
}

/** What is known of a text before it is looked at. */
export interface KnownText {
  /** Whether it is known to be printable ASCII, TABs and line breaks. */
  readonly isPlain: boolean;
  /** Its line feeds, where they are known and all its line breaks are such; read at once, not kept. */
  readonly lineFeeds?: LineFeeds | undefined;
}

const NOTHING_KNOWN: KnownText = { isPlain: false };

/** An immutable text with its line table. */
export class SourceText {
  /** The whole text, as decoded. */
  readonly text: string;
  /** The offset of each line's first character. */
  readonly starts: readonly number[];
  /** The offset behind each line's last character, line break excluded. */
  readonly ends: readonly number[];

  /** Whether the text is known to be printable ASCII, TABs and line breaks; false also where nobody has looked. */
  readonly isPlain: boolean;

  constructor(text: string, { isPlain, lineFeeds }: KnownText = NOTHING_KNOWN) {
    this.text = text;
    this.isPlain = isPlain;
    const count = lineFeeds ? splitAtKnown(lineFeeds, text.length) : splitText(text);
    this.starts = foundStarts.slice(0, count);
    this.ends = foundEnds.slice(0, count);
  }

  /** The number of lines; a text that ends in a line break has an empty last line. */
  get lineCount(): number {
    return this.starts.length;
  }

  /** The offset of the line's first character; the text's end for a line past the last. */
  start(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  /** The offset behind the line's last character, without its line break. */
  end(line: number): number {
    return this.ends[line] ?? this.text.length;
  }

  /** The line's text without its line break. */
  lineText(line: number): string {
    return this.text.slice(this.start(line), this.end(line));
  }

  /** The line that holds the offset; an offset inside a line break belongs to the line it ends. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.start(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The position of an offset; offsets outside the text are brought to its nearest end. */
  positionAt(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineAt(inside);
    return { line, character: inside - this.start(line) };
  }

  /** The offset of a position; a character past the line's end means the line's end. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    if (position.line >= this.lineCount) return this.text.length;
    const start = this.start(position.line);
    return Math.min(start + Math.max(0, position.character), this.end(position.line));
  }

  /** The line break that the text uses first, or LF where it has a single line. */
  get lineBreak(): string {
    if (this.lineCount < 2) return "\n";
    return this.text.slice(this.end(0), this.start(1));
  }
}

// Filled anew by each split, which gives the number of lines: an array that grows with each line is copied a dozen times.
const foundStarts: number[] = [];
const foundEnds: number[] = [];

function hasLoneCarriageReturn(text: string): boolean {
  for (let at = text.indexOf("\r"); at >= 0; at = text.indexOf("\r", at + 1)) {
    if (text.charCodeAt(at + 1) !== LF) return true;
  }
  return false;
}

function splitText(text: string): number {
  return hasLoneCarriageReturn(text) ? splitAnyBreak(text) : splitAtLineFeed(text);
}

function splitAtKnown({ at, from, count }: LineFeeds, length: number): number {
  let start = 0;
  for (let line = 0; line < count; line++) {
    const end = at[from + line] ?? length;
    foundStarts[line] = start;
    foundEnds[line] = end;
    start = end + 1;
  }
  foundStarts[count] = start;
  foundEnds[count] = length;
  return count + 1;
}

// The common case: `indexOf` runs at memory speed, a character loop does not.
function splitAtLineFeed(text: string): number {
  let count = 0;
  let start = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", start)) {
    foundStarts[count] = start;
    foundEnds[count] = at > start && text.charCodeAt(at - 1) === CR ? at - 1 : at;
    count++;
    start = at + 1;
  }
  foundStarts[count] = start;
  foundEnds[count] = text.length;
  return count + 1;
}

function splitAnyBreak(text: string): number {
  let count = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== LF && code !== CR) continue;
    foundStarts[count] = start;
    foundEnds[count] = at;
    count++;
    if (code === CR && text.charCodeAt(at + 1) === LF) at++;
    start = at + 1;
  }
  foundStarts[count] = start;
  foundEnds[count] = text.length;
  return count + 1;
}
