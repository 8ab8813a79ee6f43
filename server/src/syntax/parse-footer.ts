// The footer (FORMAT §5): found from the end of the body upwards by its field lines, so that a broken ruler
// or label does not hide it. What a raw text has behind it is its closing part.
import { nearest } from "../base/edit-distance.ts";
import type { Field, Footer, FooterName } from "./article.ts";
import { FOOTER_LABEL_WIDTH, FOOTER_LABELS, FOOTER_NAMES, footerName } from "./labels.ts";
import { LineKind } from "./line-kind.ts";
import type { Lines } from "./lines.ts";
import { parseField, recoverNames } from "./parse-field.ts";
import { looksLikeRuler } from "./ruler.ts";

const EQUALS = 61;
const COLON = 58;
// Fields, rulers, disclaimer and copyright line are some 30 lines; a body field list further up is no footer.
const REACH = 60;

/** Reads the footer within `[from, to)` and marks its lines; `undefined` where there is none. */
export function parseFooter(lines: Lines, from: number, to: number): Footer | undefined {
  const anchor = findAnchor(lines, Math.max(from, to - REACH), to);
  if (anchor === undefined) return emptyFooter(lines, Math.max(from, to - REACH), to);
  const first = topOfFields(lines, anchor, from);
  const last = bottomOfFields(lines, anchor, to);
  const topRuler = rulerAbove(lines, first, from);
  const bottomRuler = rulerBelow(lines, last, to);
  const fields: Field<FooterName>[] = [];
  for (let line = first; line <= last; line++) {
    if (lines.isBlank(line)) continue;
    fields.push(parseField(lines, line, FOOTER_LABELS, 1));
    lines.mark(line, LineKind.footerField);
  }
  if (topRuler !== undefined) lines.mark(topRuler, LineKind.footerRuler);
  if (bottomRuler !== undefined) lines.mark(bottomRuler, LineKind.footerRuler);
  return {
    firstLine: topRuler ?? first,
    endLine: (bottomRuler ?? last) + 1,
    topRuler,
    fields: recoverNames(lines, fields, FOOTER_LABELS),
    bottomRuler,
  };
}

// Two rulers of `=` with nothing between them: a footer that lost its fields (Q89921).
function emptyFooter(lines: Lines, from: number, to: number): Footer | undefined {
  for (let line = to - 1; line > from; line--) {
    if (lines.isBlank(line) || !isRuler(lines, line)) continue;
    const above = lines.upToText(line - 1, from);
    if (above < from || !isRuler(lines, above)) continue;
    lines.mark(above, LineKind.footerRuler);
    lines.mark(line, LineKind.footerRuler);
    return { firstLine: above, endLine: line + 1, topRuler: above, fields: [], bottomRuler: line };
  }
  return undefined;
}

// The last line with a sound footer label; else one with a nearly sound label between rulers.
function findAnchor(lines: Lines, from: number, to: number): number | undefined {
  for (let line = to - 1; line >= from; line--) if (isSoundField(lines, line)) return line;
  for (let line = to - 1; line >= from; line--) {
    const byRuler = isRuler(lines, line - 1) || isRuler(lines, lines.downToText(line + 1, to));
    if (byRuler && isNearField(lines, line)) return line;
  }
  return undefined;
}

function isSoundField(lines: Lines, line: number): boolean {
  const start = lines.content(line);
  if (lines.text.charCodeAt(start + FOOTER_LABEL_WIDTH) !== COLON) return false;
  const label = lines.text.slice(start, start + FOOTER_LABEL_WIDTH).trimEnd();
  return footerName(label) !== undefined;
}

/** Whether a line could be a footer field: a sound label, one without padding, or one near to either. */
function isNearField(lines: Lines, line: number): boolean {
  const label = /^([A-Za-z]+(?: [A-Za-z]+)?)(?: *:| {2})/.exec(lines.read(line).trimStart())?.[1];
  return label !== undefined && nearest(label.toLowerCase(), SMALL_NAMES, 2) !== undefined;
}

const SMALL_NAMES: readonly string[] = FOOTER_NAMES.map((name) => name.toLowerCase());

/** Whether a line has a field's form: a label padded to the column of the colon, whatever it says. */
function hasFieldForm(lines: Lines, line: number): boolean {
  return lines.text.charCodeAt(lines.content(line) + FOOTER_LABEL_WIDTH) === COLON && FIELD_FORM.test(lines.read(line));
}

const FIELD_FORM = /^[A-Z][A-Za-z ]{16} :(?: |$)/;

function isRuler(lines: Lines, line: number): boolean {
  return lines.firstCode(line) === EQUALS && looksLikeRuler(lines, line);
}

function topOfFields(lines: Lines, anchor: number, from: number): number {
  let top = anchor;
  for (let line = anchor - 1; line >= from; line--) {
    if (lines.isBlank(line)) {
      if (lines.isBlank(line - 1)) break;
      continue;
    }
    const joined = line === top - 1;
    if (looksLikeRuler(lines, line)) break;
    if (joined ? !couldBeField(lines, line) : !isSoundField(lines, line)) break;
    top = line;
  }
  return top;
}

// Directly above a field stands another field or the ruler; text there counts as a damaged field if it has a label,
// or once the ruler stands above it.
function couldBeField(lines: Lines, line: number): boolean {
  if (isSoundField(lines, line) || isNearField(lines, line) || hasFieldForm(lines, line)) return true;
  return isRuler(lines, line - 1);
}

function bottomOfFields(lines: Lines, anchor: number, to: number): number {
  let bottom = anchor;
  for (let line = anchor + 1; line < to; line++) {
    if (lines.isBlank(line) || looksLikeRuler(lines, line)) break;
    bottom = line;
  }
  return bottom;
}

function rulerAbove(lines: Lines, first: number, from: number): number | undefined {
  const above = lines.upToText(first - 1, from);
  return above >= from && looksLikeRuler(lines, above) ? above : undefined;
}

function rulerBelow(lines: Lines, last: number, to: number): number | undefined {
  const below = lines.downToText(last + 1, to);
  return below < to && looksLikeRuler(lines, below) ? below : undefined;
}
