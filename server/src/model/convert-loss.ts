// What a conversion cannot carry over, or had to guess: each as a value with its kind and its line in the article that
// was converted, so that nobody finds out later.

/** What is lost. */
export type LossKind =
  /** A line that the other container has no place for. */
  | "unplaced-line"
  /** A header field that is missing, so that the other container has an empty one. */
  | "missing-field"
  /** The product's code, which a raw text has and a page has not. */
  | "product-code"
  /** A leading colon of the version, which pages drop. */
  | "version-colon"
  /** The year of the copyright line, which comes from the date. */
  | "copyright-year";

/** One thing that a conversion could not carry over. */
export interface ConversionLoss {
  readonly kind: LossKind;
  /** The line in the article that was converted, from zero. */
  readonly line: number;
  readonly message: string;
}
