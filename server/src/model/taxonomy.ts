// The vocabularies that headers and footers draw on: products, keywords, technologies.
// Built in from the archive's own usage (facts only); a configuration extends or replaces them.

/** What is known of one token. */
export interface KnownToken {
  readonly token: string;
  /** How many articles of the archive use it; 0 for tokens that only a configuration knows. */
  readonly count: number;
  /** About how many articles of a product (by its code) use it: the power of two below; 0 where none is known. */
  usesIn(product: string): number;
}

/** Tokens by their exact spelling. */
export type Vocabulary = ReadonlyMap<string, KnownToken>;

/** The vocabularies in force. */
export interface Taxonomy {
  /** Product names by the code of a raw text's DOCUMENT line. */
  readonly products: ReadonlyMap<string, string>;
  /** All product names, those without a known code included. */
  readonly productNames: ReadonlySet<string>;
  readonly keywords: Vocabulary;
  readonly technologies: Vocabulary;
}

/** The code of a product's name; `undefined` for an unknown name or one without code. */
export function productCode(taxonomy: Taxonomy, name: string): string | undefined {
  for (const [code, known] of taxonomy.products) if (known === name) return code;
  return undefined;
}
