// What a line of an article is. Every line has exactly one kind; `unknown` is the parser's honest last resort.

/** The kinds of lines, by name. */
export const LineKind = {
  unknown: 0,
  blank: 1,
  frontMatterFence: 2,
  frontMatterField: 3,
  pageTitle: 4,
  rawOpen: 5,
  rawClose: 6,
  headerField: 7,
  headerRuler: 8,
  residue: 9,
  appliesToRuler: 10,
  appliesToSentence: 11,
  appliesToBullet: 12,
  heading: 13,
  headingUnderline: 14,
  text: 15,
  queryWords: 16,
  footerRuler: 17,
  footerField: 18,
  disclaimer: 19,
  copyright: 20,
  conflict: 21,
} as const;

/** A value of {@link LineKind}. */
export type LineKind = (typeof LineKind)[keyof typeof LineKind];

const NAMES: readonly string[] = Object.keys(LineKind);

/** The name of a kind, for tests and tree listings. */
export function lineKindName(kind: LineKind): string {
  return NAMES[kind] ?? "unknown";
}
