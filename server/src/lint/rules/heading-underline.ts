// The underline of a canonical heading: `=` to the heading's exact length.
import { textAt } from "../../model/facts.ts";
import type { Section } from "../../syntax/article.ts";
import { contentSpan, insertLines, replaceSpan, safeFix } from "../edits.ts";
import type { Report, Rule, RuleContext } from "../rule.ts";

/** `heading-underline` */
export const headingUnderline: Rule = {
  id: "heading-underline",
  category: "sections",
  levels: { archive: "error", authoring: "error" },
  variants: { dashes: { archive: "warning", authoring: "error" } },
  fix: "safe",
  summary: "A canonical heading's underline is missing, of another length, or not of `=`.",
  rationale: "The underline is what makes a line a heading; without it programs take the section for text.",
  remedy: "Underline the heading with as many `=` as it has letters.",
  source: "FORMAT §4.2, §4.3",
  frequency: "1 wrong length and 29 missing in 170,782; 177 of dashes",
  examples: {
    bad: [
      { title: "Too short", replace: "CAUSE\n=====", by: "CAUSE\n====" },
      { title: "Too long", replace: "STATUS\n======", by: "STATUS\n=======" },
      { title: "Missing", replace: "RESOLUTION\n==========", by: "RESOLUTION" },
      { title: "Of dashes", replace: "SYMPTOMS\n========", by: "SYMPTOMS\n--------" },
      { title: "A wrong character", replace: "SYMPTOMS\n========", by: "SYMPTOMS\n===-====" },
    ],
    good: [
      { title: "Equal length" },
      { title: "A subheading of dashes", replace: "The queue stops.", by: "Queues\n------\n\nThe queue stops." },
      {
        title: "The word in running text",
        replace: "The queue stops.",
        by: "The queue shows its\nSTATUS\nas stopped.",
      },
    ],
  },
  check(context) {
    const standing = new Set<string>();
    for (const section of context.article.sections) {
      if (section.mark !== "dashes" && section.name) standing.add(section.name);
    }
    for (const section of context.article.sections) {
      if (section.name !== undefined && section.exact) checkHeading(context, section, standing);
    }
  },
};

function checkHeading(context: RuleContext, section: Section, standing: Set<string>): void {
  const { name = "", mark } = section;
  if (mark === "none") return reportMissing(context, section);
  if (mark === "equals") return checkLength(context, section);
  // Beside the real section of that name, or repeated, a dashed one is a subheading of its own right.
  if (!standing.has(name)) reportWrong(context, section, "of dashes");
  standing.add(name);
}

function checkLength(context: RuleContext, section: Section): void {
  const { article } = context;
  if (!section.underline) return;
  const underline = textAt(article, section.underline);
  const wanted = section.heading.end - section.heading.start;
  const straight = section.underline.start === article.contents[section.headingLine + 1];
  if (straight && underline === LONGEST_UNDERLINE.slice(0, wanted)) return;
  const pure = /^=+$/.test(underline);
  reportWrong(
    context,
    section,
    pure ? `${underline.length} characters long for a heading of ${wanted}` : "not all of =",
  );
}

// Cut to length: to repeat the sign for each heading takes longer. No canonical heading is as long.
const LONGEST_UNDERLINE = "=".repeat(80);

function reportWrong(context: RuleContext, section: Section, what: string): void {
  const { article } = context;
  if (!section.underline) return;
  const right = "=".repeat(section.heading.end - section.heading.start);
  const start = contentSpan(article, section.headingLine + 1).start;
  const report: Report = {
    span: section.underline,
    message: `The underline of ${section.name} is ${what}, so programs miss the heading. Write ${right.length} times =.`,
    fixes: [safeFix("Underline the heading to its length", replaceSpan({ start, end: section.underline.end }, right))],
  };
  context.report(what === "of dashes" ? { ...report, variant: "dashes" } : report);
}

function reportMissing(context: RuleContext, section: Section): void {
  const { article } = context;
  const right = "=".repeat(section.heading.end - section.heading.start);
  context.report({
    span: section.heading,
    message: `${section.name} has no underline, so programs take it for text. Write ${right.length} times = under it.`,
    fixes: [safeFix("Underline the heading", insertLines(article, section.headingLine + 1, [right]))],
  });
}
