// The text of an article that is yet to be written: sound in every part, with a line to replace under each heading.
// Made as a raw text; the page is what the archive's own conversion makes of it, so the two cannot differ.
import { type CalendarDate, writeDate } from "../../model/calendar-date.ts";
import { convertTextToPage } from "../../model/convert-text-to-page.ts";
import { headerKeywordsFor, headerVersionFor } from "../../model/keyword-rule.ts";
import { parseVersionLine } from "../../model/version-line.ts";
import { FOOTER_LABEL_WIDTH, TEXT_LABEL_WIDTH } from "../../syntax/labels.ts";
import { parseArticle } from "../../syntax/parse-article.ts";
import type { SectionName } from "../../syntax/sections.ts";
import { type ArticleKind, sectionsOf, solutionType } from "./article-kind.ts";

/** What is decided about an article before its text is written. */
export interface SkeletonParts {
  readonly id: string;
  readonly kind: ArticleKind;
  readonly title: string;
  readonly product: { readonly code: string; readonly name: string };
  readonly versions: string;
  readonly keywords: readonly string[];
  readonly technology: readonly string[];
  readonly date: CalendarDate;
  /** What closes the archive's raw texts, with `YYYY` for the year; no disclaimer where none is known. */
  readonly disclaimer: string | undefined;
  readonly copyright: string;
}

/** What is written where the author has still to write. */
export const MARK = "TODO:";

const PROMPTS: Readonly<Record<SectionName, string>> = {
  SUMMARY: "Say in one or two sentences what this article is about.",
  SYMPTOMS: "Describe what the reader does, and what happens instead.",
  CAUSE: "Say why it happens, if that is known.",
  RESOLUTION: "Describe how the reader gets rid of the problem.",
  WORKAROUND: "Describe how the reader can do without what fails.",
  STATUS: "Say that the problem is confirmed, and in which products.",
  "MORE INFORMATION": "Give the details, such as the steps that show it.",
  REFERENCES: "Name the articles and books to read next.",
};

const RULER = "-".repeat(79);
const TOP = "=".repeat(70);
const BOTTOM = "=".repeat(77);

/** The raw text, with LF line breaks. */
export function rawTextSkeleton(parts: SkeletonParts): string {
  return [...header(parts), "", TOP, ...appliesTo(parts), ...sections(parts), ...footer(parts), ...closing(parts)].join(
    "\n",
  );
}

/** The page, with LF line breaks. */
export function pageSkeleton(parts: SkeletonParts): string {
  return convertTextToPage(parseArticle(rawTextSkeleton(parts), "text"));
}

function header({ id, date, product, title, versions, keywords }: SkeletonParts): string[] {
  const labelled = (label: string, text: string): string => `${label.padEnd(TEXT_LABEL_WIDTH)}:${text}`;
  return [
    `DOCUMENT:${id}  ${writeDate(date)}  [${product.code}]`,
    labelled("TITLE", title),
    labelled("PRODUCT", product.name),
    labelled("PROD/VER", headerVersionFor(versions, false)),
    labelled("OPER/SYS", ""),
    labelled("KEYWORDS", headerKeywordsFor(footerKeywords(keywords))[0] ?? ""),
  ];
}

// Three words have their place behind all others, in an order of their own; a list without any ends in a blank.
const LAST_KEYWORDS: readonly string[] = ["kbbuglist", "kbfaq", "kbfixlist"];

function footerKeywords(keywords: readonly string[]): string {
  const main = keywords.filter((word) => !LAST_KEYWORDS.includes(word)).join(" ");
  const tail = LAST_KEYWORDS.filter((word) => keywords.includes(word)).join(" ");
  return main === "" && tail === "" ? "" : `${main} ${tail}`;
}

function appliesTo({ product, versions }: SkeletonParts): string[] {
  const items = [...new Set(parseVersionLine(versions).flatMap(({ items }) => items.map(({ text }) => text)))];
  const word = items.length > 1 ? "versions" : "version";
  const bullet = items.length === 0 ? product.name : `${product.name}, ${word} ${items.join(", ")}`;
  return [RULER, "The information in this article applies to:", "", ` - ${bullet} `, RULER, ""];
}

function sections({ kind, title }: SkeletonParts): string[] {
  return sectionsOf(kind, title).flatMap((name) => [name, "=".repeat(name.length), "", `${MARK} ${PROMPTS[name]}`, ""]);
}

function footer({ keywords, technology, versions, kind, title }: SkeletonParts): string[] {
  const fields: readonly (readonly [string, string | undefined])[] = [
    ["Keywords", footerKeywords(keywords)],
    ["Technology", technology.join(" ")],
    ["Version", versions],
    ["Issue type", kind.issueType],
    ["Solution Type", solutionType(kind, title)],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === undefined || (value === "" && name !== "Keywords")
      ? []
      : [`${name.padEnd(FOOTER_LABEL_WIDTH)}: ${value}`],
  );
  return ["Additional query words:", "", TOP, ...lines, "", BOTTOM, ""];
}

function closing({ disclaimer, copyright, date }: SkeletonParts): string[] {
  const lines = disclaimer === undefined ? [] : [...disclaimer.split("\n"), ""];
  return [...lines, copyright.replace("YYYY", String(date.year))];
}
