// Canonical headings stand free: a blank line above, and one below their underline.
import type { Article, Section } from "../../syntax/article.ts";
import { LineKind } from "../../syntax/line-kind.ts";
import { insertLines, safeFix } from "../edits.ts";
import type { Rule, RuleContext } from "../rule.ts";

/** `heading-blank-lines` */
export const headingBlankLines: Rule = {
  id: "heading-blank-lines",
  category: "sections",
  levels: { archive: "error", authoring: "error" },
  fix: "safe",
  summary: "No blank line before or after a canonical heading.",
  rationale: "Without the blank line the heading runs together with the text, for readers and for programs.",
  remedy: "Leave one blank line above the heading and one below its underline.",
  source: "FORMAT §3.2, §4.1",
  frequency: "none in 170,782 headings",
  examples: {
    bad: [
      { title: "None above", replace: "former spooler.\n\nRESOLUTION", by: "former spooler.\nRESOLUTION" },
      { title: "None below", replace: "CAUSE\n=====\n\n", by: "CAUSE\n=====\n" },
      {
        title: "None below the first heading",
        base: "howto",
        replace: "SUMMARY\n=======\n\n",
        by: "SUMMARY\n=======\n",
      },
    ],
    good: [
      { title: "One blank line each" },
      { title: "Several blank lines", replace: "former spooler.\n\nRESOLUTION", by: "former spooler.\n\n\nRESOLUTION" },
      { title: "Two blank lines below", replace: "CAUSE\n=====\n\n", by: "CAUSE\n=====\n\n\n" },
    ],
  },
  check(context) {
    const { article } = context;
    for (const section of article.sections) {
      // An underline of dashes or none is a finding of its own, and may not be meant as a heading at all.
      if (section.name === undefined || section.mark !== "equals") continue;
      if (isText(article, section.headingLine - 1)) report(context, section, "above", section.headingLine);
      if (section.bodyLine < section.endLine && isText(article, section.bodyLine)) {
        report(context, section, "below", section.bodyLine);
      }
    }
  },
};

function isText(article: Article, line: number): boolean {
  const kind = article.kinds[line];
  return kind !== undefined && kind !== LineKind.blank && kind !== LineKind.headerRuler;
}

function report(context: RuleContext, section: Section, side: string, line: number): void {
  context.report({
    span: section.heading,
    message: `${section.name} has no blank line ${side} it, so heading and text run together. Insert one.`,
    fixes: [safeFix(`Insert a blank line ${side} ${section.name}`, insertLines(context.article, line, [""]))],
  });
}
