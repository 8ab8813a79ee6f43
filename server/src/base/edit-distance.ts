// How many slips of the finger lie between two words. Used for did-you-mean, never on long texts.

/**
 * The Damerau-Levenshtein distance (insert, delete, replace, swap of neighbours) of two short words.
 * Gives `limit + 1` as soon as the distance must exceed `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      current.push(cell(a, b, row, column, before, previous, current));
    }
    if (Math.min(...current) > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? limit + 1;
}

// biome-ignore lint/complexity/useMaxParams: the three rows of the table are what the recurrence reads.
function cell(
  a: string,
  b: string,
  row: number,
  column: number,
  before: readonly number[],
  previous: readonly number[],
  current: readonly number[],
): number {
  const same = a[row - 1] === b[column - 1];
  const replaced = (previous[column - 1] ?? 0) + (same ? 0 : 1);
  const removed = (previous[column] ?? 0) + 1;
  const added = (current[column - 1] ?? 0) + 1;
  const best = Math.min(replaced, removed, added);
  const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
  return swapped ? Math.min(best, (before[column - 2] ?? 0) + 1) : best;
}

/** The candidate nearest to the word within `limit` slips, or `undefined`; of equals the first. */
export function nearest(word: string, candidates: Iterable<string>, limit: number): string | undefined {
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    const distance = editDistance(word, candidate, bestDistance - 1);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}
