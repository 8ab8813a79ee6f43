// The kinds of article that `kblint new` starts, by the words that authors use for them.
// A kind decides on the title's tag, the issue and solution types and the sections; the model says what each type asks.
import { type ArticleType, isArticleType, TYPE_SECTIONS, titleTag } from "../../model/article-type.ts";
import { SECTION_NAMES, type SectionName } from "../../syntax/sections.ts";

/** A kind of article. */
export interface ArticleKind {
  readonly issueType: ArticleType;
  /** The tag that a title without one gets. */
  readonly tag: string | undefined;
  /** Whether the fault is gone in a later version. */
  readonly isFixed: boolean;
}

const KINDS: ReadonlyMap<string, ArticleKind> = new Map([
  ["bug", { issueType: "kbbug", tag: "BUG", isFixed: false }],
  ["fix", { issueType: "kbbug", tag: "FIX", isFixed: true }],
  ["prb", { issueType: "kbprb", tag: "PRB", isFixed: false }],
  ["info", { issueType: "kbinfo", tag: "INFO", isFixed: false }],
  ["howto", { issueType: "kbhowto", tag: "HOWTO", isFixed: false }],
]);
const OTHER_WORDS: ReadonlyMap<string, string> = new Map([
  ["problem", "prb"],
  ["information", "info"],
  ["how-to", "howto"],
  ["how to", "howto"],
]);

/** The words for kinds: those with a tag, and the bare issue types, which leave a title as it is. */
export const KIND_WORDS: readonly string[] = [...KINDS.keys(), "kbbug", "kbprb", "kbinfo", "kbhowto"];

/** The kind of a word, in upper or lower case; `undefined` for any other word. */
export function articleKind(word: string): ArticleKind | undefined {
  const lower = word.toLowerCase();
  if (isArticleType(lower)) return { issueType: lower, tag: undefined, isFixed: false };
  return KINDS.get(OTHER_WORDS.get(lower) ?? lower);
}

/** The title with the kind's tag before it, unless it has a tag of its own. */
export function taggedTitle(title: string, { tag }: ArticleKind): string {
  return tag === undefined || titleTag(title) !== undefined ? title : `${tag}: ${title}`;
}

/** The footer's solution type; `undefined` for kinds that have none. */
export function solutionType(kind: ArticleKind, title: string): string | undefined {
  if (isFixed(kind, title)) return "kbfix";
  return kind.issueType === "kbbug" ? "kbpending" : undefined;
}

/** The sections that the kind requires and that most of its articles have, in canonical order. */
export function sectionsOf(kind: ArticleKind, title: string): readonly SectionName[] {
  const { required, expected } = TYPE_SECTIONS[kind.issueType];
  const wanted = new Set<SectionName>();
  for (const choice of [...required, ...expected]) {
    const [first, second] = choice;
    // What is not mended yet can only be worked around.
    const chosen = kind.issueType === "kbbug" && !isFixed(kind, title) ? (second ?? first) : first;
    if (chosen) wanted.add(chosen);
  }
  return SECTION_NAMES.filter((name) => wanted.has(name) || (name === "MORE INFORMATION" && hasSteps(kind)));
}

function isFixed(kind: ArticleKind, title: string): boolean {
  return kind.isFixed || (kind.issueType === "kbbug" && titleTag(title) === "FIX");
}

// Not every article on a fault has them, but an author who can tell them should.
function hasSteps({ issueType }: ArticleKind): boolean {
  return issueType === "kbbug";
}
