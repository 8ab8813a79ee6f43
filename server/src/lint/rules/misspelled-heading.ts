// A canonical heading with a slip: letters, case, a colon, a blank before it. The fix mends heading and underline.

import { textAt } from "../../model/facts.ts";
import type { Section } from "../../syntax/article.ts";
import { contentSpan, insertLines, replaceSpan, safeFix } from "../edits.ts";
import type { Rule, RuleContext } from "../rule.ts";

/** `misspelled-heading` */
export const misspelledHeading: Rule = {
  id: "misspelled-heading",
  category: "sections",
  levels: { archive: "error", authoring: "error" },
  fix: "safe",
  summary: "A heading is nearly, but not quite, a canonical one.",
  rationale: "Programs and readers know eight headings by their letters; another spelling hides the section.",
  remedy: "Write the canonical heading in capitals, without colon, at the line's beginning.",
  source: "FORMAT §4.1, §11",
  frequency: "6 of 56,986 articles with an underline, about 3 more without",
  examples: {
    bad: [
      { title: "A letter missing", replace: "SYMPTOMS\n========", by: "SYMPTOM\n=======" },
      { title: "A wrong letter", replace: "SYMPTOMS\n========", by: "SYMPTONS\n========" },
      { title: "Small letters and a colon", replace: "CAUSE\n=====", by: "Cause:\n======" },
      { title: "No underline either", replace: "SYMPTOMS\n========", by: "SYMPTOM" },
      { title: "The old underline kept", replace: "RESOLUTION\n==========", by: "RESOLUTON\n==========" },
    ],
    good: [
      { title: "Canonical headings" },
      { title: "A label in the text", replace: "The queue stops.", by: "Cause: the queue stops." },
      {
        title: "A subheading in small letters",
        replace: "3. Print a page.\n",
        by: "3. Print a page.\n\nCause\n-----\n\nThe handle is stale.\n",
      },
    ],
  },
  check(context) {
    for (const section of context.article.sections) {
      if (section.name !== undefined && !section.exact) reportHeading(context, section, section.name);
    }
  },
};

function reportHeading(context: RuleContext, section: Section, name: string): void {
  const { article } = context;
  const heading = { start: contentSpan(article, section.headingLine).start, end: section.heading.end };
  const edits = [replaceSpan(heading, name)];
  if (section.mark === "none") edits.push(insertLines(article, section.headingLine + 1, ["=".repeat(name.length)]));
  if (section.underline) {
    const underline = { start: contentSpan(article, section.headingLine + 1).start, end: section.underline.end };
    edits.push(replaceSpan(underline, "=".repeat(name.length)));
  }
  context.report({
    span: section.heading,
    message: `“${textAt(article, section.heading)}” is not a heading that programs and readers know. Write ${name}.`,
    fixes: [safeFix(`Write ${name}`, ...edits)],
  });
}
