// Which lines two texts have in common, by Myers' greedy algorithm, and the stretches that differ.
// Bounded: past a number of differences the search is given up and the whole middle counts as changed.

// More differing lines than this are not worth the search: its time grows with their square.
const MOST_CHANGES = 600;

/** A stretch of lines that differs: `[from, to)` of the old text gives way to `[newFrom, newTo)` of the new one. */
export interface LineHunk {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** The stretches in which two lists of lines differ, in order. */
export function lineHunks(before: readonly string[], after: readonly string[]): LineHunk[] {
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
function pairwise(before: readonly string[], after: readonly string[], offset: number): LineHunk[] {
  const changed: LineHunk[] = [];
  for (const [at, line] of before.entries()) {
    if (line === after[at]) continue;
    const from = offset + at;
    changed.push({ from, to: from + 1, newFrom: from, newTo: from + 1 });
  }
  return changed;
}

type Pair = readonly [before: number, after: number];

function between(kept: readonly Pair[], oldLength: number, newLength: number, offset: number): LineHunk[] {
  const changed: LineHunk[] = [];
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
