// The applies-to block (FORMAT §3.1): ruler, sentence, bullets, ruler; found by its sentence, or by its rulers
// where the sentence is damaged.
import { editDistance } from "../base/edit-distance.ts";
import { span } from "../text/span.ts";
import type { AppliesTo, Bullet } from "./article.ts";
import { LineKind } from "./line-kind.ts";
import type { Lines } from "./lines.ts";
import { looksLikeRuler } from "./ruler.ts";

/** The one wording of the block's sentence. */
export const APPLIES_TO_SENTENCE = "The information in this article applies to:";

const DASH = 45;
const SLIPS = 6;
// A damaged sentence is looked for only near the body's beginning, where the block stands.
const NEAR = 40;
const SHORTEST_RULER = 5;

/** Reads the block within the body lines `[from, to)` and marks its lines; `undefined` where there is none. */
export function parseAppliesTo(lines: Lines, from: number, to: number): AppliesTo | undefined {
  const near = Math.min(to, from + NEAR);
  const sentence = exactSentence(lines, from, to) ?? damagedSentence(lines, from, near);
  if (sentence === undefined) return parseByRulers(lines, from, near);
  const above = lines.upToText(sentence - 1, from);
  const topRuler = above >= from && isBlockRuler(lines, above) ? above : undefined;
  const { bullets, bottomRuler, endLine } = readBullets(lines, sentence, to);
  const block = { firstLine: topRuler ?? sentence, endLine, topRuler, sentence, bullets, bottomRuler };
  markBlock(lines, block);
  return block;
}

// A block whose sentence is lost or in other words: two dash rulers with bullets between them, and at most one other line.
function parseByRulers(lines: Lines, from: number, to: number): AppliesTo | undefined {
  let topRuler = from;
  while (topRuler < to && !isDashRuler(lines, topRuler)) topRuler++;
  if (topRuler >= to) return undefined;
  const first = lines.downToText(topRuler + 1, to);
  const sentence = readBullet(lines, first) ? undefined : first;
  const { bullets, bottomRuler, endLine } = readBullets(lines, sentence ?? topRuler, to);
  if (bullets.length === 0 || bottomRuler === undefined) return undefined;
  const block = { firstLine: topRuler, endLine, topRuler, sentence, bullets, bottomRuler };
  markBlock(lines, block);
  return block;
}

interface Bullets {
  readonly bullets: readonly Bullet[];
  readonly bottomRuler: number | undefined;
  readonly endLine: number;
}

// Reads down to the lower ruler; where that is lost, to the first line that is neither blank nor bullet.
function readBullets(lines: Lines, sentence: number, to: number): Bullets {
  const bullets: Bullet[] = [];
  let endLine = sentence + 1;
  for (let line = sentence + 1; line < to; line++) {
    if (lines.isBlank(line)) {
      if (bullets.length > 0 && !blockGoesOn(lines, line, to)) break;
      continue;
    }
    if (isBlockRuler(lines, line)) return { bullets, bottomRuler: line, endLine: line + 1 };
    const bullet = readBullet(lines, line);
    if (bullet) bullets.push(bullet);
    else if (!rulerFollows(lines, line, to)) break;
    lines.mark(line, LineKind.appliesToBullet);
    endLine = line + 1;
  }
  return { bullets, bottomRuler: undefined, endLine };
}

function exactSentence(lines: Lines, from: number, to: number): number | undefined {
  const start = lines.source.start(from);
  for (let at = lines.text.indexOf(APPLIES_TO_SENTENCE, start); at >= 0; ) {
    const line = lines.source.lineAt(at);
    if (line >= to) return undefined;
    if (lines.length(line) === APPLIES_TO_SENTENCE.length) return line;
    at = lines.text.indexOf(APPLIES_TO_SENTENCE, at + 1);
  }
  return undefined;
}

// Without the exact sentence, its place is the line under a dash ruler that is like it in wording.
function damagedSentence(lines: Lines, from: number, to: number): number | undefined {
  for (let line = from; line < to; line++) {
    if (lines.isBlank(line) || !isDashRuler(lines, line)) continue;
    const next = lines.downToText(line + 1, to);
    const text = lines.read(next).trim();
    if (Math.abs(text.length - APPLIES_TO_SENTENCE.length) > SLIPS) continue;
    if (editDistance(text, APPLIES_TO_SENTENCE, SLIPS) <= SLIPS) return next;
  }
  return undefined;
}

function isDashRuler(lines: Lines, line: number): boolean {
  return lines.firstCode(line) === DASH && looksLikeRuler(lines, line);
}

// Next to the sentence or the bullets a run of dashes is the block's ruler, however short, and so is a ruler of `=`.
function isBlockRuler(lines: Lines, line: number): boolean {
  return looksLikeRuler(lines, line) || (lines.length(line) >= SHORTEST_RULER && lines.isRunOf(line, DASH));
}

// A line without its bullet belongs to the block if the lower ruler follows, with no blank line before it.
function rulerFollows(lines: Lines, line: number, to: number): boolean {
  for (let below = line + 1; below < to && !lines.isBlank(below); below++) {
    if (isBlockRuler(lines, below)) return true;
  }
  return false;
}

function blockGoesOn(lines: Lines, blank: number, to: number): boolean {
  const next = lines.downToText(blank, to);
  return next < to && (isDashRuler(lines, next) || readBullet(lines, next) !== undefined) && next - blank <= 1;
}

// Raw text bullets start with one blank, or four and more for sub-bullets; pages have one blank fewer.
function readBullet(lines: Lines, line: number): Bullet | undefined {
  const start = lines.indented(line);
  if (lines.text.charCodeAt(start) !== DASH || lines.text[start + 1] !== " ") return undefined;
  const indent = start - lines.content(line);
  return { line, depth: 1 + Math.floor((indent + 1) / 4), text: span(start + 2, lines.trimmedEnd(line)) };
}

function markBlock(lines: Lines, block: AppliesTo): void {
  if (block.topRuler !== undefined) lines.mark(block.topRuler, LineKind.appliesToRuler);
  if (block.sentence !== undefined) lines.mark(block.sentence, LineKind.appliesToSentence);
  if (block.bottomRuler !== undefined) lines.mark(block.bottomRuler, LineKind.appliesToRuler);
}
