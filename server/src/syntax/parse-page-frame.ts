// The container of a page (FORMAT §1.2): front matter, title line, raw wrapper and the header's fields.
// Accepts the three historical forms and damaged ones; says what stands where, not what is wrong.
import { editDistance } from "../base/edit-distance.ts";
import { span } from "../text/span.ts";
import type { Field, FrontMatter, FrontMatterField, HeaderName } from "./article.ts";
import { PAGE_LABELS } from "./labels.ts";
import { LineKind } from "./line-kind.ts";
import type { Lines } from "./lines.ts";
import { ALL_BLANKS, parseField, recoverNames } from "./parse-field.ts";
import { looksLikeRuler } from "./ruler.ts";

/** What surrounds the body of a page. */
export interface PageFrame {
  readonly frontMatter: FrontMatter;
  readonly titleLine: number | undefined;
  readonly rawOpen: readonly number[];
  readonly rawClose: readonly number[];
  readonly header: readonly Field<HeaderName>[];
  readonly bodyLine: number;
  readonly bodyEndLine: number;
}

/** What opens the wrapper that keeps Liquid from a page's body. */
export const RAW_OPEN = "{% raw %}";
/** What closes it. */
export const RAW_CLOSE = "{% endraw %}";

const FRONT_MATTER_FIELD = /^([A-Za-z_][A-Za-z0-9_-]*) *:/;
const LABEL_LIKE = /^[A-Za-z()/ ]{1,24}:/;

interface Progress {
  fences: number[];
  fields: FrontMatterField[];
  titleLine: number | undefined;
  header: Field<HeaderName>[];
  rawSeen: boolean;
}

/** Reads the frame of a page and marks its lines. */
export function parsePageFrame(lines: Lines): PageFrame {
  const rawOpen = markedLines(lines, RAW_OPEN, LineKind.rawOpen);
  const rawClose = markedLines(lines, RAW_CLOSE, LineKind.rawClose);
  if (rawOpen.length === 0) markDamaged(lines, RAW_OPEN, LineKind.rawOpen);
  if (rawClose.length === 0) markDamaged(lines, RAW_CLOSE, LineKind.rawClose);
  const progress: Progress = { fences: [], fields: [], titleLine: undefined, header: [], rawSeen: false };
  let line = 0;
  while (line < lines.count && takeHeadLine(lines, line, progress)) line++;
  const last = progress.header[progress.header.length - 1];
  const bodyLine = last ? last.line + 1 : line;
  return {
    frontMatter: toFrontMatter(progress),
    titleLine: progress.titleLine,
    rawOpen,
    rawClose,
    header: recoverNames(lines, progress.header, PAGE_LABELS),
    bodyLine,
    bodyEndLine: Math.max(bodyLine, bodyEnd(lines)),
  };
}

// A single fence behind the first field is the closing one: the opening one is lost.
function toFrontMatter({ fences, fields }: Progress): FrontMatter {
  const [first, second] = fences;
  const onlyClose = first !== undefined && second === undefined && (fields[0]?.line ?? first) < first;
  return onlyClose ? { openLine: undefined, closeLine: first, fields } : { openLine: first, closeLine: second, fields };
}

function markedLines(lines: Lines, marker: string, kind: LineKind): number[] {
  const found: number[] = [];
  for (let at = lines.text.indexOf(marker); at >= 0; at = lines.text.indexOf(marker, at + 1)) {
    const line = lines.source.lineAt(at);
    if (lines.read(line).trim() !== marker) continue;
    lines.mark(line, kind);
    found.push(line);
  }
  return found;
}

// A marker with a slip has its kind, but does not count as one: Liquid does not know it.
function markDamaged(lines: Lines, marker: string, kind: LineKind): void {
  const line = kind === LineKind.rawOpen ? damagedOpening(lines) : lines.upToText(lines.count - 1, 0);
  const text = line === undefined ? "" : lines.read(line).trim();
  if (line === undefined || lines.kinds[line] !== LineKind.unknown || text.length > marker.length + SLIPS) return;
  if (editDistance(text, marker, SLIPS) <= SLIPS) lines.mark(line, kind);
}

const SLIPS = 3;
// The opening marker stands in line 9; a lost or doubled line moves it little.
const HEAD_LINES = 14;

function damagedOpening(lines: Lines): number | undefined {
  for (let line = 0; line < Math.min(HEAD_LINES, lines.count); line++) {
    const text = lines.read(line);
    if (text.length < 14 && text.includes("r") && /^\{? ?%|% ?\}?$/.test(text)) return line;
  }
  return undefined;
}

// Takes one line of the head; false where the body begins.
function takeHeadLine(lines: Lines, line: number, progress: Progress): boolean {
  const kind = lines.kinds[line];
  if (kind === LineKind.blank) return progress.header.length === 0 || headerGoesOn(lines, line);
  if (kind !== LineKind.unknown) {
    if (kind === LineKind.rawOpen) progress.rawSeen = true;
    return true;
  }
  if (takeHeaderField(lines, line, progress)) return true;
  if (progress.header.length > 0 || looksLikeRuler(lines, line)) return false;
  return takeFrontMatter(lines, line, progress);
}

// A blank line ends the header, unless a known label follows: then a blank line has slipped in.
function headerGoesOn(lines: Lines, blank: number): boolean {
  const next = lines.downToText(blank, lines.count);
  if (next >= lines.count || next > blank + 2) return false;
  const label = LABEL_LIKE.exec(lines.read(next))?.[0];
  return label !== undefined && PAGE_LABELS.has(label.slice(0, -1));
}

function takeHeaderField(lines: Lines, line: number, progress: Progress): boolean {
  if (!isHeaderField(lines, line, progress)) return false;
  progress.header.push(parseField(lines, line, PAGE_LABELS, ALL_BLANKS));
  lines.mark(line, LineKind.headerField);
  return true;
}

function isHeaderField(lines: Lines, line: number, progress: Progress): boolean {
  if (progress.header.length > 0 && !looksLikeRuler(lines, line)) return true;
  const text = lines.read(line);
  const label = text.slice(0, Math.max(0, text.indexOf(":"))).trim();
  if (PAGE_LABELS.has(label) && LABEL_LIKE.test(text)) return true;
  const begins = progress.header.length === 0 && (progress.rawSeen || afterTitle(progress));
  return begins && (LABEL_LIKE.test(text) || startsWithKnownLabel(text));
}

// A label that lost its colon still begins the header.
function startsWithKnownLabel(text: string): boolean {
  for (const label of PAGE_LABELS.keys()) if (text.startsWith(`${label} `)) return true;
  return false;
}

function afterTitle(progress: Progress): boolean {
  return progress.titleLine !== undefined;
}

function takeFrontMatter(lines: Lines, line: number, progress: Progress): boolean {
  const text = lines.read(line);
  if (text.startsWith("## ") && progress.titleLine === undefined) {
    progress.titleLine = line;
    lines.mark(line, LineKind.pageTitle);
  } else if (progress.titleLine === undefined && /^-{3}$/.test(text) && progress.fences.length < 2) {
    progress.fences.push(line);
    lines.mark(line, LineKind.frontMatterFence);
  } else if (progress.titleLine === undefined && progress.fences.length < 2) {
    takeFrontMatterField(lines, line, progress);
  }
  return true;
}

function takeFrontMatterField(lines: Lines, line: number, progress: Progress): void {
  const text = lines.read(line);
  const match = FRONT_MATTER_FIELD.exec(text);
  if (!match?.[1]) return;
  let start = lines.content(line) + match[0].length;
  while (lines.text[start] === " ") start++;
  progress.fields.push({ key: match[1], line, value: span(start, Math.max(start, lines.trimmedEnd(line))) });
  lines.mark(line, LineKind.frontMatterField);
}

function bodyEnd(lines: Lines): number {
  let line = lines.count - 1;
  while (line >= 0 && (lines.isBlank(line) || lines.kinds[line] === LineKind.rawClose)) line--;
  return line + 1;
}
