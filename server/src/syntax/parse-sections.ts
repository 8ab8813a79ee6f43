// Sections (FORMAT §4): canonical headings and other texts underlined with `=`.
// Damaged headings still open their section, so that one defect does not look like several.
import { nearest } from "../base/edit-distance.ts";
import { span } from "../text/span.ts";
import type { HeadingMark, Section } from "./article.ts";
import { LineKind } from "./line-kind.ts";
import type { Lines } from "./lines.ts";
import { looksLikeUnderline } from "./ruler.ts";
import { SECTION_NAMES, type SectionName, sectionNamed } from "./sections.ts";

const EQUALS = 61;
const DASH = 45;
const CAPITAL_A = 65;
const CAPITAL_Z = 90;
const SHORTEST = 4;
const LONGEST = 20;
const UNDERLINE_SLIPS = 4;
// Runs of `=` this long are rules between texts, unless they match the text above (FORMAT §4.2).
const RULE_LENGTH = 60;

interface Heading {
  readonly name: SectionName | undefined;
  readonly exact: boolean;
  readonly mark: HeadingMark;
  readonly line: number;
  readonly underlineLine: number | undefined;
}

/** Reads the sections within `[from, to)` and marks headings and underlines. */
export function parseSections(lines: Lines, from: number, to: number): Section[] {
  const headings: Heading[] = [];
  for (let line = from; line < to; line++) {
    if (lines.isBlank(line)) continue;
    const heading = headingAt(lines, line, from, to);
    if (!heading) continue;
    headings.push(heading);
    lines.mark(line, LineKind.heading);
    if (heading.underlineLine === undefined) continue;
    lines.mark(heading.underlineLine, LineKind.headingUnderline);
    line = heading.underlineLine;
  }
  return headings.map((heading, at) => toSection(lines, heading, headings[at + 1]?.line ?? to));
}

function headingAt(lines: Lines, line: number, from: number, to: number): Heading | undefined {
  const next = line + 1;
  const marked = next < to && lines.firstCode(next) === EQUALS;
  // Nearly all lines end here: without an underline only a text in capitals can be a heading.
  if (!marked && !isCapital(lines.firstCode(line))) return undefined;
  const name = canonicalAt(lines, line);
  if (name !== undefined) return canonicalHeading(lines, line, name, { from, to });
  if (marked && lines.isRunOf(next, EQUALS)) return otherHeading(lines, line, to);
  return lonelySlip(lines, line, from, to);
}

function canonicalAt(lines: Lines, line: number): SectionName | undefined {
  const length = lines.length(line);
  if (length < 5 || length > LONGEST || !isCapital(lines.firstCode(line))) return undefined;
  // The last letter too: most short lines are words that begin a sentence.
  return isCapital(lines.text.charCodeAt(lines.trimmedEnd(line) - 1)) ? sectionNamed(lines.read(line)) : undefined;
}

function isCapital(code: number): boolean {
  return code >= CAPITAL_A && code <= CAPITAL_Z;
}

function canonicalHeading(
  lines: Lines,
  line: number,
  name: SectionName,
  range: { from: number; to: number },
): Heading | undefined {
  const below = line + 1;
  if (below < range.to && !lines.isBlank(below) && looksLikeUnderline(lines, below)) {
    const mark = lines.isRunOf(below, DASH) ? "dashes" : "equals";
    return { name, exact: true, mark, line, underlineLine: below };
  }
  const alone = (line === range.from || lines.isBlank(line - 1)) && (below >= range.to || lines.isBlank(below));
  return alone ? { name, exact: true, mark: "none", line, underlineLine: undefined } : undefined;
}

// A canonical name with a slip in capitals that stands alone, its underline lost as well.
function lonelySlip(lines: Lines, line: number, from: number, to: number): Heading | undefined {
  const length = lines.length(line);
  if (length < SHORTEST || length > LONGEST) return undefined;
  if (line > from && !lines.isBlank(line - 1)) return undefined;
  if (line + 1 < to && !lines.isBlank(line + 1)) return undefined;
  const text = lines.read(line);
  const name = /^[A-Z]+(?: [A-Z]+)?$/.test(text) ? meantSection(text) : undefined;
  return name && { name, exact: false, mark: "none", line, underlineLine: undefined };
}

// Any other text over a run of `=`: a canonical name with a slip, or a heading of another vocabulary.
function otherHeading(lines: Lines, line: number, to: number): Heading | undefined {
  const length = lines.length(line);
  const underline = lines.length(line + 1);
  if (lines.isRunOf(line, EQUALS) || lines.isRunOf(line, DASH)) return undefined;
  const name = length <= LONGEST ? meantSection(lines.read(line)) : undefined;
  if (name === undefined && length !== underline && !standsFree(lines, line, to)) return undefined;
  if (underline >= RULE_LENGTH && length !== underline) return undefined;
  return { name, exact: false, mark: "equals", line, underlineLine: line + 1 };
}

// Of another length only where nothing stands above or below it, and the difference is a slip of the finger.
function standsFree(lines: Lines, line: number, to: number): boolean {
  if (Math.abs(lines.length(line) - lines.length(line + 1)) > UNDERLINE_SLIPS) return false;
  return lines.isBlank(line - 1) && (line + 2 >= to || lines.isBlank(line + 2));
}

/** The canonical heading that a text means in spite of a slip, or `undefined`. */
export function meantSection(text: string): SectionName | undefined {
  const bare = text.trim().replace(/ *:$/, "");
  const upper = bare.toUpperCase().replace(/ {2,}/g, " ");
  // Two slips only in long words in capitals: `Modem Information` and `X-STATUS` are words of their own.
  const slips = bare === bare.toUpperCase() && bare.length >= 8 ? 2 : 1;
  const near = nearest(upper, SECTION_NAMES, slips);
  return near === undefined ? undefined : sectionNamed(near);
}

function toSection(lines: Lines, heading: Heading, endLine: number): Section {
  const { underlineLine } = heading;
  return {
    name: heading.name,
    exact: heading.exact,
    mark: heading.mark,
    heading: span(lines.indented(heading.line), lines.trimmedEnd(heading.line)),
    headingLine: heading.line,
    underline:
      underlineLine === undefined ? undefined : span(lines.indented(underlineLine), lines.trimmedEnd(underlineLine)),
    bodyLine: (underlineLine ?? heading.line) + 1,
    endLine,
  };
}
