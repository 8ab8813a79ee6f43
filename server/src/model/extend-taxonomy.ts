// The vocabularies that a configuration makes of others: words added, or put in the place of the known ones.
import type { KnownToken, Taxonomy, Vocabulary } from "./taxonomy.ts";

/** What a configuration changes in one list. */
export interface WordListChange {
  /** Words to know instead of the list's own. */
  readonly replace?: readonly string[] | undefined;
  /** Words to know besides. */
  readonly extend?: readonly string[] | undefined;
}

/** What a configuration changes in the vocabularies, by the names that it uses. */
export interface TaxonomyChange {
  readonly keywords?: WordListChange | undefined;
  readonly technology?: WordListChange | undefined;
  /** Product names, each alone or as `code=Name`. */
  readonly products?: WordListChange | undefined;
}

/** The vocabularies with a configuration's changes; the same object where nothing changes. Costs a copy: keep it. */
export function extendTaxonomy(base: Taxonomy, change: TaxonomyChange): Taxonomy {
  if (!change.keywords && !change.technology && !change.products) return base;
  return {
    ...changedProducts(base, change.products),
    keywords: changedWords(base.keywords, change.keywords),
    technologies: changedWords(base.technologies, change.technology),
  };
}

// Known words keep their counts, also where the list is replaced by one that names them.
function changedWords(base: Vocabulary, change: WordListChange | undefined): Vocabulary {
  if (!change) return base;
  const words = new Map(change.replace ? [] : base);
  for (const word of [...(change.replace ?? []), ...(change.extend ?? [])]) {
    words.set(word, base.get(word) ?? new ConfiguredToken(word));
  }
  return words;
}

function changedProducts(
  base: Taxonomy,
  change: WordListChange | undefined,
): Pick<Taxonomy, "products" | "productNames"> {
  // Not `base` itself: its lists may be made on demand, which spreading would lose.
  if (!change) return { products: base.products, productNames: base.productNames };
  const products = new Map(change.replace ? [] : base.products);
  const productNames = new Set(change.replace ? [] : base.productNames);
  for (const entry of [...(change.replace ?? []), ...(change.extend ?? [])]) {
    const [code, name] = splitEntry(base, entry);
    if (code !== undefined) products.set(code, name);
    productNames.add(name);
  }
  return { products, productNames };
}

function splitEntry(base: Taxonomy, entry: string): [code: string | undefined, name: string] {
  const match = /^([a-z0-9_]+) *= *(.+)$/.exec(entry);
  if (match?.[1] !== undefined && match[2] !== undefined) return [match[1], match[2]];
  for (const [code, name] of base.products) if (name === entry) return [code, name];
  return [undefined, entry];
}

class ConfiguredToken implements KnownToken {
  readonly token: string;
  readonly count = 0;

  constructor(token: string) {
    this.token = token;
  }

  usesIn(): number {
    return 0;
  }
}
