// In what way a quoted title differs from the title that it quotes: the message and the remedy depend on it.
// Measured shares of each kind in FORMAT §7.
import { titleTag } from "./article-type.ts";
import { sameWords } from "./quoted-title.ts";

/** The kinds of difference, from slight to grave. */
export type TitleDifference = "same" | "typographic" | "tag" | "cut" | "longer" | "reworded" | "another";

// Titles end at 64 characters; one that was cut there is no better than the whole one that a reference quotes.
const CUT_AT = 62;

/** How the quoted title differs from the target's. */
export function titleDifference(quoted: string, target: string): TitleDifference {
  if (quoted === target) return "same";
  if (sameWords(quoted, target)) return "typographic";
  if (sameWords(withoutTag(quoted), withoutTag(target))) return "tag";
  if (target.startsWith(quoted)) return "cut";
  if (quoted.startsWith(target)) return target.length >= CUT_AT ? "same" : "longer";
  return sharedWords(quoted, target) ? "reworded" : "another";
}

function withoutTag(title: string): string {
  const tag = titleTag(title);
  return tag === undefined ? title : withoutTag(title.slice(tag.length + 1).trimStart());
}

const LEAST = 0.2;

// A title that shares next to no word with the target's is not an older wording of it: the number is wrong.
function sharedWords(a: string, b: string): boolean {
  const words = wordsOf(a);
  const others = wordsOf(b);
  let shared = 0;
  for (const word of words) if (others.has(word)) shared++;
  return words.size === 0 || others.size === 0 || (2 * shared) / (words.size + others.size) >= LEAST;
}

function wordsOf(title: string): Set<string> {
  return new Set(title.toLowerCase().match(/[a-z0-9]{3,}/g) ?? []);
}
