// The smallest whole-line changes that turn one text into another, so that an editor keeps cursors, folds and marks
// everywhere else. Lines are compared by Myers' greedy algorithm.
import { SourceText } from "../text/source-text.ts";
import { span } from "../text/span.ts";
import type { TextEdit } from "../text/text-edit.ts";

// More differing lines than this are not worth the search: its time grows with their square.
const MOST_CHANGES = 600;

/** A stretch of lines that differs: `[from, to)` of the old text gives way to `[newFrom, newTo)` of the new one. */
interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** Edits that make `after` out of `before`, each narrowed to the characters that differ; none for equal texts. */
export function minimalEdits(before: string, after: string): TextEdit[] {
  if (before === after) return [];
  const oldLines = wholeLines(before);
  const newLines = wholeLines(after);
  return hunks(oldLines.lines, newLines.lines).map((hunk) => {
    const start = oldLines.starts[hunk.from] ?? before.length;
    const end = oldLines.starts[hunk.to] ?? before.length;
    const newStart = newLines.starts[hunk.newFrom] ?? after.length;
    const newEnd = newLines.starts[hunk.newTo] ?? after.length;
    return narrowed(before, start, end, after.slice(newStart, newEnd));
  });
}

function wholeLines(text: string): { readonly lines: readonly string[]; readonly starts: readonly number[] } {
  const { starts } = new SourceText(text);
  return { starts, lines: starts.map((start, line) => text.slice(start, starts[line + 1] ?? text.length)) };
}

function hunks(before: readonly string[], after: readonly string[]): Hunk[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const middle = { from: head, to: before.length - tail, newFrom: head, newTo: after.length - tail };
  const oldPart = before.slice(middle.from, middle.to);
  const newPart = after.slice(middle.newFrom, middle.newTo);
  const kept = commonLines(oldPart, newPart);
  if (kept) return between(kept, oldPart.length, newPart.length, head);
  return oldPart.length === newPart.length ? pairwise(oldPart, newPart, head) : [middle];
}

// A change in every line (line breaks, prefixes) leaves nothing in common; line still stands against line.
function pairwise(before: readonly string[], after: readonly string[], offset: number): Hunk[] {
  const changed: Hunk[] = [];
  for (const [at, line] of before.entries()) {
    if (line === after[at]) continue;
    const from = offset + at;
    changed.push({ from, to: from + 1, newFrom: from, newTo: from + 1 });
  }
  return changed;
}

type Pair = readonly [before: number, after: number];

function between(kept: readonly Pair[], oldLength: number, newLength: number, offset: number): Hunk[] {
  const changed: Hunk[] = [];
  let from = 0;
  let newFrom = 0;
  for (const [to, newTo] of [...kept, [oldLength, newLength] as const]) {
    if (to > from || newTo > newFrom) {
      changed.push({ from: offset + from, to: offset + to, newFrom: offset + newFrom, newTo: offset + newTo });
    }
    from = to + 1;
    newFrom = newTo + 1;
  }
  return changed;
}

// Myers 1986: for each number of changes the furthest point on each diagonal; `undefined` where it takes too many.
function commonLines(before: readonly string[], after: readonly string[]): Pair[] | undefined {
  const furthest = new Map<number, number>([[1, 0]]);
  const trace: Map<number, number>[] = [];
  for (let changes = 0; changes <= Math.min(before.length + after.length, MOST_CHANGES); changes++) {
    trace.push(new Map(furthest));
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      let x = stepTo(furthest, diagonal, changes);
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x++;
      furthest.set(diagonal, x);
      if (x >= before.length && x - diagonal >= after.length) return trackBack(trace, before.length, after.length);
    }
  }
  return undefined;
}

function stepTo(furthest: ReadonlyMap<number, number>, diagonal: number, changes: number): number {
  const down = furthest.get(diagonal + 1) ?? -1;
  const right = (furthest.get(diagonal - 1) ?? -1) + 1;
  return diagonal === -changes || (diagonal !== changes && right - 1 < down) ? down : right;
}

function trackBack(trace: readonly ReadonlyMap<number, number>[], oldLength: number, newLength: number): Pair[] {
  const kept: Pair[] = [];
  let x = oldLength;
  let y = newLength;
  for (let changes = trace.length - 1; changes >= 0; changes--) {
    const furthest = trace[changes] ?? new Map<number, number>();
    const diagonal = x - y;
    const down = furthest.get(diagonal + 1) ?? -1;
    const right = furthest.get(diagonal - 1) ?? -1;
    const before = diagonal === -changes || (diagonal !== changes && right < down) ? diagonal + 1 : diagonal - 1;
    const fromX = furthest.get(before) ?? 0;
    const fromY = fromX - before;
    while (x > Math.max(fromX, 0) && y > Math.max(fromY, 0)) kept.push([--x, --y]);
    x = fromX;
    y = fromY;
  }
  return kept.reverse();
}

function narrowed(before: string, start: number, end: number, newText: string): TextEdit {
  let head = 0;
  const most = Math.min(end - start, newText.length);
  while (head < most && before[start + head] === newText[head]) head++;
  let tail = 0;
  while (tail < most - head && before[end - 1 - tail] === newText[newText.length - 1 - tail]) tail++;
  if (splitsPair(before, start + head) || splitsPair(before, end - tail)) {
    return { span: span(start, end), newText };
  }
  return { span: span(start + head, end - tail), newText: newText.slice(head, newText.length - tail) };
}

// An edit must not begin or end inside a line break or a character beyond the basic plane.
function splitsPair(text: string, offset: number): boolean {
  const pair = text.slice(Math.max(0, offset - 1), offset + 1);
  return pair === "\r\n" || /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair);
}
