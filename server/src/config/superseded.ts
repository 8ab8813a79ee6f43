// Chains of superseded articles: which number stands at the end of each.
// Every number is walked once, so that a chain through a whole archive costs no more than its length.

/** The last number for each superseded one; `undefined` for those in a ring or leading into one. */
export function chainEnds(next: ReadonlyMap<string, string>): Map<string, string | undefined> {
  const ends = new Map<string, string | undefined>();
  for (const id of next.keys()) {
    const walked = new Set<string>();
    let at = id;
    while (next.has(at) && !ends.has(at) && !walked.has(at)) {
      walked.add(at);
      at = next.get(at) ?? at;
    }
    const end = endAt(at, next, ends);
    for (const passed of walked) ends.set(passed, end);
  }
  return ends;
}

function endAt(
  at: string,
  next: ReadonlyMap<string, string>,
  ends: ReadonlyMap<string, string | undefined>,
): string | undefined {
  if (ends.has(at)) return ends.get(at);
  return next.has(at) ? undefined : at;
}
