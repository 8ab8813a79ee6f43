// The same canonical heading twice in one article.
import type { Section } from "../../syntax/article.ts";
import type { SectionName } from "../../syntax/sections.ts";
import type { Rule } from "../rule.ts";

/** `duplicate-section` */
export const duplicateSection: Rule = {
  id: "duplicate-section",
  category: "sections",
  levels: { archive: "error", authoring: "error" },
  fix: "no",
  summary: "The same section stands twice.",
  rationale: "Readers who find the first one do not look for the second.",
  remedy: "Join the two sections, or give the second its right heading.",
  source: "FORMAT §11",
  frequency: "7 of 56,986 articles",
  examples: {
    bad: [
      {
        title: "CAUSE twice",
        replace: "RESOLUTION\n==========\n",
        by: "CAUSE\n=====\n\nThe handle is stale.\n\nRESOLUTION\n==========\n",
      },
      {
        title: "MORE INFORMATION twice",
        replace: "3. Print a page.\n",
        by: "3. Print a page.\n\nMORE INFORMATION\n================\n\nThe page is lost.\n",
      },
      {
        title: "SUMMARY twice",
        base: "howto",
        replace: "MORE INFORMATION\n================\n",
        by: "SUMMARY\n=======\n\nMore on sessions.\n\nMORE INFORMATION\n================\n",
      },
    ],
    good: [
      { title: "Each section once" },
      { title: "A how-to", base: "howto" },
      {
        title: "A subheading of the same name",
        replace: "3. Print a page.\n",
        by: "3. Print a page.\n\nStatus\n------\n\nThe page is lost.\n",
      },
    ],
  },
  check(context) {
    const first = new Map<SectionName, Section>();
    for (const section of context.article.sections) {
      if (section.name === undefined || section.mark === "dashes") continue;
      const earlier = first.get(section.name);
      if (!earlier) {
        first.set(section.name, section);
        continue;
      }
      context.report({
        span: section.heading,
        message: `${section.name} stands a second time; readers find only the first. Join the two.`,
        related: [{ message: "The first one", span: earlier.heading }],
      });
    }
  },
};
