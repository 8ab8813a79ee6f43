// Did-you-mean for tokens that a vocabulary does not know: the nearest known token, weighed by how much the article's
// product uses it. Costs a search through the vocabulary, so it runs for unknown tokens only and remembers its answers.
import { editDistance } from "../base/edit-distance.ts";
import type { KnownToken, Vocabulary } from "./taxonomy.ts";

/** A known token that an unknown one may mean. */
export interface NearToken {
  readonly token: string;
  /** Whether the slip is so small, and other readings so far, that the token may be put right unseen. */
  readonly certain: boolean;
}

interface Entry {
  readonly known: KnownToken;
  readonly lower: string;
  /** The characters that occur in the token, one bit each. */
  readonly bits: number;
}

interface VocabularySearch {
  readonly entries: readonly Entry[];
  readonly answers: Map<string, NearToken | undefined>;
}

const searches = new WeakMap<Vocabulary, VocabularySearch>();
const MOST_ANSWERS = 2000;
// Tokens of this length and more may hold two slips.
const TWO_SLIPS = 8;
// A slip weighs as much as this many doublings of a token's use; use by the article's product counts the most.
const SLIP = 6;
const GENERAL_USE = 0.25;
const MOST_CASE_SLIPS = 3;
// How much better than all others the best reading must be to be certain.
const LEAD = 3;

/** The known token that an unknown word most likely means, or `undefined` where none is near. */
export function nearToken(word: string, vocabulary: Vocabulary, product?: string): NearToken | undefined {
  const { answers } = searchOf(vocabulary);
  const key = `${word} ${product ?? ""}`;
  if (answers.has(key)) return answers.get(key);
  const answer = findNear(word, vocabulary, product);
  if (answers.size >= MOST_ANSWERS) answers.clear();
  answers.set(key, answer);
  return answer;
}

function findNear(word: string, vocabulary: Vocabulary, product: string | undefined): NearToken | undefined {
  const lower = word.toLowerCase();
  const bits = bitsOf(lower);
  const limit = lower.length < TWO_SLIPS ? 1 : 2;
  let best: { known: KnownToken; score: number; lower: string } | undefined;
  let second = Number.NEGATIVE_INFINITY;
  for (const entry of searchOf(vocabulary).entries) {
    if (Math.abs(entry.lower.length - lower.length) > limit || bitCount(entry.bits ^ bits) > 2 * limit) continue;
    const distance = editDistance(lower, entry.lower, limit);
    if (distance > limit) continue;
    const score = weight(entry.known, product) - distance * SLIP - caseSlips(word, entry.known.token, distance);
    if (!best || score > best.score) {
      second = best?.score ?? second;
      best = { known: entry.known, score, lower: entry.lower };
    } else second = Math.max(second, score);
  }
  if (!best) return undefined;
  // Another number is another version or service pack, which may well be new.
  const certain = best.score - second >= LEAD && lettersOf(lower) !== lettersOf(best.lower);
  return { token: best.known.token, certain };
}

// Upper and lower case decides between spellings that are equally near.
function caseSlips(word: string, token: string, distance: number): number {
  return editDistance(word, token, distance + MOST_CASE_SLIPS) - distance;
}

function weight(known: KnownToken, product: string | undefined): number {
  const general = GENERAL_USE * Math.log2(1 + known.count);
  return product === undefined ? general : general + Math.log2(1 + known.usesIn(product));
}

function searchOf(vocabulary: Vocabulary): VocabularySearch {
  let search = searches.get(vocabulary);
  if (!search) {
    const entries: Entry[] = [];
    for (const known of vocabulary.values()) {
      const lower = known.token.toLowerCase();
      // `_IK…` is residue of a tool, and nobody means it.
      if (!lower.startsWith("_ik")) entries.push({ known, lower, bits: bitsOf(lower) });
    }
    search = { entries, answers: new Map() };
    searches.set(vocabulary, search);
  }
  return search;
}

// Letters have a bit each, digits share six: enough to leave out most of the vocabulary unmeasured.
function bitsOf(lower: string): number {
  let bits = 0;
  for (let at = 0; at < lower.length; at++) {
    const code = lower.charCodeAt(at);
    bits |= code >= 97 && code <= 122 ? 1 << (code - 97) : 1 << (26 + (code % 6));
  }
  return bits;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

function lettersOf(lower: string): string {
  return lower.replace(/[^a-z]/g, "");
}
