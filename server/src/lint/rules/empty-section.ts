// A canonical heading with nothing but blank lines under it.
import { LineKind } from "../../syntax/line-kind.ts";
import type { Rule } from "../rule.ts";
import { sectionEnd } from "../section-place.ts";

/** `empty-section` */
export const emptySection: Rule = {
  id: "empty-section",
  category: "sections",
  levels: { archive: "warning", authoring: "warning" },
  fix: "no",
  summary: "A section has a heading and no text.",
  rationale: "The heading promises an answer that does not come.",
  remedy: "Write the section, or delete its heading.",
  source: "FORMAT §11",
  frequency: "1.1 % of articles",
  examples: {
    bad: [
      { title: "CAUSE without text", replace: "The session keeps the handle of the former spooler.\n\n", by: "" },
      {
        title: "STATUS without text",
        replace: "This problem was corrected in version 4.0 Service Pack 2.\n\n",
        by: "\n",
      },
      {
        title: "SUMMARY without text",
        base: "howto",
        replace: "This article describes how to close a host print session.\n\n",
        by: "",
      },
    ],
    good: [
      { title: "Sections with text" },
      {
        title: "A section with a reference only",
        replace: "This problem was corrected in version 4.0 Service Pack 2.",
        by: "   Q900101 HOWTO: Close a Host Print Session",
      },
      {
        title: "A section that begins with a subheading",
        replace: "This problem was corrected in version 4.0 Service Pack 2.",
        by: "Version 4.0\n-----------\n\nCorrected in Service Pack 2.",
      },
    ],
  },
  check(context) {
    const { article } = context;
    for (const section of article.sections) {
      if (section.name === undefined || section.mark !== "equals") continue;
      const end = sectionEnd(article, section);
      let line = section.bodyLine;
      while (line < end && article.kinds[line] === LineKind.blank) line++;
      if (line < end) continue;
      context.report({
        span: section.heading,
        message: `${section.name} has no text, though its heading promises some. Write it, or delete the heading.`,
      });
    }
  },
};
