// Did-you-mean for product names and codes, and what an article's footer says of a product: whether the archive uses
// its keywords and technology tokens for that product at all.
import { editDistance } from "../base/edit-distance.ts";
import type { Article } from "../syntax/article.ts";
import { footerValue } from "./facts.ts";
import type { Taxonomy } from "./taxonomy.ts";

/** The name that is at most a few slips from a word and nearer than all others; `undefined` where none is. */
export function nearName(written: string, names: Iterable<string>): string | undefined {
  const lower = written.toLowerCase();
  const limit = Math.min(4, Math.max(1, Math.floor(lower.length / 5)));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const name of names) {
    const distance = editDistance(lower, name.toLowerCase(), Math.min(limit, bestDistance));
    if (distance > Math.min(limit, bestDistance)) continue;
    // Of two that are as near, nobody knows which one is meant.
    best = distance < bestDistance ? name : undefined;
    bestDistance = distance;
  }
  return best;
}

/** Whether the footer's tokens all occur with the one product, and some never with the other. */
export function footerDecides(article: Article, taxonomy: Taxonomy, product: string, other: string): boolean {
  let excluded = false;
  for (const [field, vocabulary] of [
    ["Keywords", taxonomy.keywords],
    ["Technology", taxonomy.technologies],
  ] as const) {
    for (const word of (footerValue(article, field) ?? "").split(" ")) {
      const known = vocabulary.get(word);
      if (!known) continue;
      if (known.usesIn(product) === 0) return false;
      if (known.usesIn(other) === 0) excluded = true;
    }
  }
  return excluded;
}
