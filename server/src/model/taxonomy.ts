// The vocabularies that headers and footers draw on: products, keywords, technologies.
// Built in from the archive's own usage (facts only); a configuration extends or replaces them.

/** What is known of one token. */
export interface KnownToken {
  readonly token: string;
  /** How many articles of the archive use it. */
  readonly count: number;
}

/** The vocabularies in force. */
export interface Taxonomy {
  /** Product names by the code of a raw text's DOCUMENT line. */
  readonly products: ReadonlyMap<string, string>;
  /** Keywords by their exact spelling. */
  readonly keywords: ReadonlyMap<string, KnownToken>;
  /** Technology tokens by their exact spelling. */
  readonly technologies: ReadonlyMap<string, KnownToken>;
}

/** The vocabularies of no archive. */
export const EMPTY_TAXONOMY: Taxonomy = { products: new Map(), keywords: new Map(), technologies: new Map() };
