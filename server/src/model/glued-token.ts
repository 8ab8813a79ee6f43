// Tokens that are known ones run together, as when a blank was lost or the header's glued end was copied.
import type { Vocabulary } from "./taxonomy.ts";

// Shorter parts occur in too many words by chance.
const SHORTEST = 4;
const MOST_PARTS = 4;
// Keywords have at most 30 characters; a longer run is no keyword at all.
const LONGEST = 40;

/** The known tokens that an unknown one is made of, the fewest possible; `undefined` where it is not. */
export function splitGlued(token: string, vocabulary: Vocabulary): string[] | undefined {
  if (token.length > LONGEST * MOST_PARTS) return undefined;
  // The best split of every beginning of the token, from the shortest on.
  const best: (string[] | undefined)[] = [[]];
  for (let end = 1; end <= token.length; end++) {
    let found: string[] | undefined;
    for (let start = Math.max(0, end - LONGEST); start <= end - SHORTEST; start++) {
      const before = best[start];
      if (!before || before.length >= (found?.length ?? MOST_PARTS + 1) - 1) continue;
      const part = token.slice(start, end);
      if (vocabulary.has(part)) found = [...before, part];
    }
    best[end] = found;
  }
  const parts = best[token.length];
  return parts && parts.length > 1 ? parts : undefined;
}
