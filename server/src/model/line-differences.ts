// Where two lists of lines differ: runs of lines that stand on one side only or against one another.
// Made for texts that are nearly equal; it finds its footing again a few lines on and does not look for the least change.

/** A run of differing lines: `[from, to)` of the one side against `[otherFrom, otherTo)` of the other. */
export interface LineDifference {
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
}

// Beyond this many lines without common ground the rest counts as one difference.
const REACH = 60;

/** The differences between two lists of lines, in order. */
export function lineDifferences(lines: readonly string[], others: readonly string[]): LineDifference[] {
  let end = lines.length;
  let otherEnd = others.length;
  let at = 0;
  let other = 0;
  while (at < end && other < otherEnd && lines[at] === others[other]) {
    at++;
    other++;
  }
  while (end > at && otherEnd > other && lines[end - 1] === others[otherEnd - 1]) {
    end--;
    otherEnd--;
  }
  const found: LineDifference[] = [];
  while (at < end || other < otherEnd) {
    const next = footing(lines, others, { from: at, to: end, otherFrom: other, otherTo: otherEnd });
    if (next.from > at || next.otherFrom > other) {
      found.push({ from: at, to: next.from, otherFrom: other, otherTo: next.otherFrom });
    }
    at = next.from;
    other = next.otherFrom;
    while (at < end && other < otherEnd && lines[at] === others[other]) {
      at++;
      other++;
    }
  }
  return found;
}

// The nearest place from which both sides go on alike: two equal lines, the first with text, or the very end.
function footing(lines: readonly string[], others: readonly string[], range: LineDifference): LineDifference {
  const { from, to, otherFrom, otherTo } = range;
  for (let steps = 0; steps <= REACH; steps++) {
    for (let skipped = 0; skipped <= steps; skipped++) {
      const at = from + skipped;
      const other = otherFrom + steps - skipped;
      if (at >= to || other >= otherTo || lines[at] !== others[other] || lines[at] === "") continue;
      if (lines[at + 1] === others[other + 1]) return { from: at, to, otherFrom: other, otherTo };
    }
  }
  return { from: to, to, otherFrom: otherTo, otherTo };
}
