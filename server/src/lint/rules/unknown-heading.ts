// Headings underlined with `=` outside the closed vocabulary of eight. Reprinted tables look alike and are left alone.
// Near misses of the eight are `misspelled-heading`.
import { textAt } from "../../model/facts.ts";
import type { Article, Section } from "../../syntax/article.ts";
import { LineKind } from "../../syntax/line-kind.ts";
import type { Rule } from "../rule.ts";

/** `unknown-heading` */
export const unknownHeading: Rule = {
  id: "unknown-heading",
  category: "sections",
  levels: { archive: "hint", authoring: "warning" },
  fix: "no",
  summary: "A heading underlined with `=` that is none of the eight.",
  rationale: "Programs know eight sections; text under another heading belongs to none of them and is not found.",
  remedy: "Use one of the eight headings, or make it a subheading by underlining it with dashes.",
  source: "FORMAT §4.1",
  frequency: "0.06 % of articles, nearly all reprints of README files",
  examples: {
    bad: [
      {
        title: "Another vocabulary",
        profile: "authoring",
        replace: "MORE INFORMATION\n================\n",
        by: "BACKGROUND\n==========\n\nSessions last.\n\nMORE INFORMATION\n================\n",
      },
      {
        title: "A subheading with the wrong underline",
        profile: "authoring",
        replace: "1. Open a host",
        by: "Steps to Reproduce\n==================\n\n1. Open a host",
      },
      {
        title: "An underline too long by one",
        profile: "authoring",
        replace: "1. Open a host",
        by: "Steps to Reproduce\n===================\n\n1. Open a host",
      },
      {
        title: "In a how-to",
        profile: "authoring",
        base: "howto",
        replace: "Stop the session",
        by: "Before You Begin\n================\n\nStop the session",
      },
    ],
    good: [
      { title: "The eight headings", profile: "authoring" },
      {
        title: "A subheading of dashes",
        profile: "authoring",
        replace: "1. Open a host",
        by: "Steps to Reproduce\n------------------\n\n1. Open a host",
      },
      {
        title: "The head of a table",
        profile: "authoring",
        replace: "1. Open a host",
        by: "Queue     State\n===============\nPrinter1  idle\n\n1. Open a host",
      },
    ],
  },
  check(context) {
    const { article } = context;
    for (const section of article.sections) {
      if (section.name !== undefined || isTable(article, section)) continue;
      context.report({
        span: section.heading,
        message: `“${textAt(article, section.heading)}” is none of the eight headings, so no program finds its section. Use one of them, or underline it with dashes.`,
      });
    }
  },
};

// A table's head has columns, or rows directly below its rule, or text directly above it.
function isTable(article: Article, section: Section): boolean {
  if (/ {2}|\t|\|/.test(textAt(article, section.heading))) return true;
  return !standsFree(article, section.headingLine - 1) || !standsFree(article, section.bodyLine);
}

function standsFree(article: Article, line: number): boolean {
  const kind = article.kinds[line];
  return kind === undefined || kind !== LineKind.text;
}
