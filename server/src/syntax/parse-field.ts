// Labelled lines, `Label: value`, in header and footer, and what a label with a slip means.
import { nearest } from "../base/edit-distance.ts";
import { span } from "../text/span.ts";
import type { Field } from "./article.ts";
import type { Lines } from "./lines.ts";

const COLON = 58;
const SPACE = 32;
const SLIPS = 3;

/** However many blanks stand behind the colon. */
export const ALL_BLANKS: number = Number.POSITIVE_INFINITY;

/** The labels of a block of fields: how each is written and what it names. */
export type Labels<Name extends string> = ReadonlyMap<string, Name>;

/**
 * Reads a labelled line.
 * `blanks` says how many blanks behind the colon belong to the label: one in footers, all in headers, where another
 * than the usual number is a slip in spacing and not in what the field says.
 * A line without colon is all label, with an empty value at its end, unless it begins with a known label.
 */
export function parseField<Name extends string>(
  lines: Lines,
  line: number,
  labels: Labels<Name>,
  blanks: number,
): Field<Name> {
  const start = lines.indented(line);
  const end = lines.source.end(line);
  const colon = colonIn(lines.text, start, end);
  if (colon < 0) return parseColonless(lines, line, labels);
  const labelEnd = trimBack(lines.text, start, colon);
  const name = labels.get(lines.text.slice(start, labelEnd));
  // The colon may be one of the value's: `PROD/VERwinnt:4.0` has lost its own, and so has one far behind its label.
  const labelled = name !== undefined || startsWithLabel(lines.text, start, labelEnd, labels);
  const strayed = name === undefined || colon >= lines.content(line) + PADDED;
  if (labelled && strayed) return parseColonless(lines, line, labels);
  let valueStart = colon + 1;
  for (
    let skipped = 0;
    skipped < blanks && lines.text.charCodeAt(valueStart) === SPACE && valueStart < end;
    skipped++
  ) {
    valueStart++;
  }
  return { name, exact: name !== undefined, line, label: span(start, labelEnd), value: span(valueStart, end) };
}

function parseColonless<Name extends string>(lines: Lines, line: number, labels: Labels<Name>): Field<Name> {
  const start = lines.indented(line);
  const end = lines.source.end(line);
  for (const [label, name] of labels) {
    const labelEnd = start + label.length;
    if (!isLabelAt(lines.text, start, end, label)) continue;
    let valueStart = labelEnd;
    // Behind a padded label the value begins where values begin, and a blank beyond is its own.
    const limit = Math.min(end, lines.content(line) + PADDED);
    while (valueStart < limit && lines.text.charCodeAt(valueStart) === SPACE) valueStart++;
    return { name, exact: false, line, label: span(start, labelEnd), value: span(valueStart, end) };
  }
  const labelEnd = lines.trimmedEnd(line);
  return { name: undefined, exact: false, line, label: span(start, labelEnd), value: span(labelEnd, end) };
}

// The footer's labels are padded to 18 columns, colon and blank included 20.
const PADDED = 20;
// A raw text's labels are padded to 8 columns; the longest have no blank behind them when they lose their colon.
// One or two letters more are a slip in the label.
const FULL_LABEL = /^[A-Z/]{8}$/;
const SLIP = 2;

function isLabelAt(text: string, start: number, end: number, label: string): boolean {
  if (!text.startsWith(label, start)) return false;
  const behind = start + label.length;
  if (behind >= end || text.charCodeAt(behind) === SPACE) return true;
  return FULL_LABEL.test(label) && end - behind > SLIP;
}

function startsWithLabel<Name extends string>(text: string, start: number, end: number, labels: Labels<Name>): boolean {
  for (const label of labels.keys()) if (isLabelAt(text, start, end, label)) return true;
  return false;
}

function colonIn(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === COLON) return at;
  return -1;
}

function trimBack(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && text.charCodeAt(at - 1) === SPACE) at--;
  return at;
}

/**
 * Gives fields with an unknown label the name that the label means: the nearest of those that no field of the
 * block has. So a slip in a label is one finding, and the field's value is still read.
 */
export function recoverNames<Name extends string>(
  lines: Lines,
  fields: readonly Field<Name>[],
  labels: Labels<Name>,
): readonly Field<Name>[] {
  if (fields.every((field) => field.name !== undefined)) return fields;
  const taken = new Set(fields.map((field) => field.name));
  return fields.map((field) => {
    if (field.name !== undefined) return field;
    const open = [...labels].filter(([, name]) => !taken.has(name));
    const name = meantName(lines.text.slice(field.label.start, field.label.end), open);
    if (name === undefined) return field;
    taken.add(name);
    return { ...field, name };
  });
}

function meantName<Name extends string>(written: string, open: readonly (readonly [string, Name])[]): Name | undefined {
  const bare = lettersOf(written);
  const alike = open.find(([label]) => lettersOf(label) === bare);
  if (alike) return alike[1];
  // Short labels have fewer letters to err in.
  const slips = Math.min(SLIPS, Math.max(1, Math.floor(written.length / 3)));
  const near = nearest(
    written,
    open.map(([label]) => label),
    slips,
  );
  return open.find(([label]) => label === near)?.[1];
}

function lettersOf(label: string): string {
  return label.toLowerCase().replace(/[^a-z]/g, "");
}
