// Spellings of one token that differ in upper and lower case only: which known one an unknown one is,
// and which known ones are rare spellings of a usual one.
import type { KnownToken, Vocabulary } from "./taxonomy.ts";

interface Twins {
  /** The most used spelling by the token in lower case. */
  readonly usual: ReadonlyMap<string, KnownToken>;
  /** The usual spelling by each rare one. */
  readonly rare: ReadonlyMap<string, string>;
  /** All tokens but the rare spellings. */
  readonly tokens: ReadonlySet<string>;
}

const found = new WeakMap<Vocabulary, Twins>();
// A spelling is rare where the usual one is this many times as frequent; nearer ones are two habits, not a slip.
const RARE = 4;

/** The known token that differs from a word in upper and lower case only: of several the most used. */
export function caseVariant(word: string, vocabulary: Vocabulary): string | undefined {
  return twinsOf(vocabulary).usual.get(word.toLowerCase())?.token;
}

/** The usual spellings by the rare ones, of a vocabulary's own tokens. */
export function rareSpellings(vocabulary: Vocabulary): ReadonlyMap<string, string> {
  return twinsOf(vocabulary).rare;
}

/** The known tokens but for those that are rare spellings of a usual one. */
export function usualTokens(vocabulary: Vocabulary): ReadonlySet<string> {
  return twinsOf(vocabulary).tokens;
}

function twinsOf(vocabulary: Vocabulary): Twins {
  let twins = found.get(vocabulary);
  if (!twins) {
    twins = findTwins(vocabulary);
    found.set(vocabulary, twins);
  }
  return twins;
}

function findTwins(vocabulary: Vocabulary): Twins {
  const usual = new Map<string, KnownToken>();
  const doubled: KnownToken[] = [];
  for (const known of vocabulary.values()) {
    const lower = known.token.toLowerCase();
    const twin = usual.get(lower);
    if (twin) doubled.push(twin.count > known.count ? known : twin);
    if (!twin || known.count >= twin.count) usual.set(lower, known);
  }
  const rare = new Map<string, string>();
  for (const known of doubled) {
    const twin = usual.get(known.token.toLowerCase());
    if (twin && twin.count >= RARE * known.count && known.count > 0) rare.set(known.token, twin.token);
  }
  const tokens = new Set([...vocabulary.keys()].filter((token) => !rare.has(token)));
  return { usual, rare, tokens };
}
