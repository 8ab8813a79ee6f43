// The type of an article and the sections that the type asks for (FORMAT §4.5, §4.6).
import { rememberLast } from "../base/last-answer.ts";
import type { Article } from "../syntax/article.ts";
import type { SectionName } from "../syntax/sections.ts";
import { articleTitle, issueTypes } from "./facts.ts";

/** The four issue types of the footer. */
export const ARTICLE_TYPES = ["kbbug", "kbprb", "kbinfo", "kbhowto"] as const;
/** One of the four issue types. */
export type ArticleType = (typeof ARTICLE_TYPES)[number];

/** What a type asks for; each inner list is satisfied by any one of its sections. */
export interface TypeSections {
  readonly required: readonly (readonly SectionName[])[];
  readonly expected: readonly (readonly SectionName[])[];
  readonly unexpected: readonly SectionName[];
}

const DEFECT_ONLY: readonly SectionName[] = ["SYMPTOMS", "CAUSE", "RESOLUTION", "WORKAROUND", "STATUS"];

/** The sections by type, with `untyped` for articles without one. */
export const TYPE_SECTIONS: Readonly<Record<ArticleType | "untyped", TypeSections>> = {
  kbbug: {
    required: [["SYMPTOMS"], ["STATUS"]],
    expected: [["CAUSE"], ["RESOLUTION", "WORKAROUND"]],
    unexpected: ["SUMMARY"],
  },
  kbprb: {
    required: [["SYMPTOMS"]],
    expected: [["CAUSE"], ["RESOLUTION", "WORKAROUND"], ["MORE INFORMATION"]],
    unexpected: ["SUMMARY"],
  },
  kbinfo: { required: [["SUMMARY"]], expected: [["MORE INFORMATION"]], unexpected: DEFECT_ONLY },
  kbhowto: { required: [["SUMMARY"]], expected: [["MORE INFORMATION"]], unexpected: DEFECT_ONLY },
  untyped: { required: [["SUMMARY", "SYMPTOMS"]], expected: [], unexpected: [] },
};

// Title tags that name the type in at least 98.8 % of the archive; `INF` is not among them (FORMAT §4.6).
const TYPE_BY_TAG: ReadonlyMap<string, ArticleType> = new Map([
  ["BUG", "kbbug"],
  ["FIX", "kbbug"],
  ["PRB", "kbprb"],
  ["HOWTO", "kbhowto"],
  ["HOW TO", "kbhowto"],
  ["INFO", "kbinfo"],
]);

const LONGEST_TAG = 25;

/** The tag at a title's head, such as `BUG` or `HOW TO`, or `undefined`. */
export function titleTag(title: string): string | undefined {
  const colon = title.indexOf(":");
  if (colon < 1 || colon > LONGEST_TAG) return undefined;
  return /^([A-Za-z0-9][A-Za-z0-9/&.'+ -]{0,24}):/.exec(title)?.[1];
}

/** The type that a title's tag names reliably. */
export function typeOfTag(title: string): ArticleType | undefined {
  const tag = titleTag(title);
  return tag === undefined ? undefined : TYPE_BY_TAG.get(tag);
}

/** Whether a word is one of the four types. */
export function isArticleType(word: string): word is ArticleType {
  return (ARTICLE_TYPES as readonly string[]).includes(word);
}

/**
 * The types of an article: the footer's, else the one its title tag names, else none.
 * Several values are several types; unknown words are left out.
 */
export function articleTypes(article: Article): readonly ArticleType[] {
  return lastTypes(article, undefined);
}

const lastTypes = rememberLast(findTypes);

function findTypes(article: Article): readonly ArticleType[] {
  const written = issueTypes(article);
  if (written.length > 0) return written.filter(isArticleType);
  const tagged = typeOfTag(articleTitle(article) ?? "");
  return tagged ? [tagged] : [];
}
