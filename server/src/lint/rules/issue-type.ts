// The footer's issue type: one of four values.
import { nearest } from "../../base/edit-distance.ts";
import { ARTICLE_TYPES, isArticleType } from "../../model/article-type.ts";
import { footerField, textAt } from "../../model/facts.ts";
import type { Span } from "../../text/span.ts";
import { replaceSpan, safeFix } from "../edits.ts";
import type { Rule } from "../rule.ts";

/** `issue-type` */
export const issueType: Rule = {
  id: "issue-type",
  category: "footer",
  levels: { archive: "error", authoring: "error" },
  variants: { several: { archive: "hint", authoring: "warning" } },
  fix: "safe",
  summary: "The issue type is none of the four, or there are several.",
  rationale: "The type decides which sections readers expect and under which heading the article is listed.",
  remedy: "Write one of kbbug, kbprb, kbinfo, kbhowto.",
  source: "FORMAT §5.2, §11",
  frequency: "8 unknown and 265 with several, of 33,427",
  examples: {
    bad: [
      { title: "A slip", replace: "Issue type        : kbbug", by: "Issue type        : kbbgu" },
      {
        title: "Another word",
        replace: "Issue type        : kbbug",
        by: "Issue type        : defect",
        restores: false,
      },
      {
        title: "Several types",
        profile: "authoring",
        replace: "Issue type        : kbbug",
        by: "Issue type        : kbbug kbprb",
        restores: false,
      },
    ],
    good: [
      { title: "A bug" },
      { title: "A how-to", base: "howto" },
      { title: "No type", base: "howto", replace: "Issue type        : kbhowto\n", by: "" },
    ],
  },
  check(context) {
    const field = footerField(context.article, "Issue type");
    if (!field) return;
    const value = textAt(context.article, field.value);
    if (isArticleType(value.trimEnd())) return;
    const words = [...value.matchAll(/\S+/g)];
    for (const match of words) {
      const start = field.value.start + match.index;
      if (!isArticleType(match[0])) reportUnknown(match[0], { start, end: start + match[0].length });
    }
    if (words.length > 1 && words.every((match) => isArticleType(match[0]))) {
      context.report({
        span: { start: field.value.start, end: field.value.start + value.trimEnd().length },
        message: "The article has several issue types, so readers do not know which sections to expect. Keep one.",
        variant: "several",
      });
    }

    function reportUnknown(word: string, span: Span): void {
      const meant = nearest(word.toLowerCase(), ARTICLE_TYPES, 2);
      context.report({
        span,
        message: `“${word}” is no issue type${meant ? `; ${meant} is meant` : ""}. Write kbbug, kbprb, kbinfo or kbhowto.`,
        fixes: meant ? [safeFix(`Write ${meant}`, replaceSpan(span, meant))] : [],
      });
    }
  },
};
