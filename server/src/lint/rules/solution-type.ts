// The footer's solution type: one of three values, and only beside an issue type.
import { nearest } from "../../base/edit-distance.ts";
import { footerField, textAt } from "../../model/facts.ts";
import { replaceSpan, safeFix } from "../edits.ts";
import type { Rule } from "../rule.ts";

const SOLUTION_TYPES: readonly string[] = ["kbfix", "kbpending", "kbnofix"];

/** `solution-type` */
export const solutionType: Rule = {
  id: "solution-type",
  category: "footer",
  levels: { archive: "error", authoring: "error" },
  variants: { alone: { archive: "hint", authoring: "warning" } },
  fix: "safe",
  summary: "The solution type is none of the three, or stands without an issue type.",
  rationale: "It tells readers whether a bug is corrected; an unknown word tells them nothing.",
  remedy: "Write one of kbfix, kbpending, kbnofix, below the issue type.",
  source: "FORMAT §5.2, §11",
  frequency: "1 unknown of 12,387; 276 without issue type",
  examples: {
    bad: [
      { title: "A slip", replace: "Solution Type     : kbfix", by: "Solution Type     : kbfxi" },
      {
        title: "Another word",
        replace: "Solution Type     : kbfix",
        by: "Solution Type     : corrected",
        restores: false,
      },
      {
        title: "Without issue type",
        profile: "authoring",
        replace: "Issue type        : kbbug\n",
        by: "",
        restores: false,
      },
    ],
    good: [
      { title: "A corrected bug" },
      { title: "None", base: "howto" },
      {
        title: "A pending bug",
        container: "text",
        replace: "Solution Type     : kbfix",
        by: "Solution Type     : kbnofix",
        also: [["TITLE   :FIX: Print", "TITLE   :BUG: Print"]],
      },
    ],
  },
  check(context) {
    const field = footerField(context.article, "Solution Type");
    if (!field) return;
    const value = textAt(context.article, field.value);
    // One sound word is the common case by far.
    const words = SOLUTION_TYPES.includes(value.trimEnd()) ? [] : value.matchAll(/\S+/g);
    for (const match of words) {
      const word = match[0];
      if (SOLUTION_TYPES.includes(word)) continue;
      const start = field.value.start + match.index;
      const span = { start, end: start + word.length };
      const meant = nearest(word.toLowerCase(), SOLUTION_TYPES, 2);
      context.report({
        span,
        message: `“${word}” is no solution type${meant ? `; ${meant} is meant` : ""}. Write kbfix, kbpending or kbnofix.`,
        fixes: meant ? [safeFix(`Write ${meant}`, replaceSpan(span, meant))] : [],
      });
    }
    if (!footerField(context.article, "Issue type")) {
      context.report({
        span: field.label,
        message: "A solution type without an issue type: readers do not learn what was solved. Add the issue type.",
        variant: "alone",
      });
    }
  },
};
