// Text directly above the footer's ruler: the ruler underlines it, and the last sentence becomes a heading.
import { LineKind } from "../../syntax/line-kind.ts";
import { insertLines, safeFix, trimmedSpan } from "../edits.ts";
import type { Rule } from "../rule.ts";

/** `ruler-blank-line` */
export const rulerBlankLine: Rule = {
  id: "ruler-blank-line",
  category: "consistency",
  levels: { archive: "hint", authoring: "warning" },
  fix: "safe",
  summary: "Text stands directly above the footer's ruler.",
  rationale: "A row of `=` under a line makes that line a heading for every program that reads the article.",
  remedy: "Leave a blank line above the ruler.",
  source: "FORMAT §5.1",
  frequency: "0.5 % of articles",
  examples: {
    bad: [
      {
        title: "Query words on the ruler",
        profile: "authoring",
        replace: "Additional query words: prodsna spool\n\n",
        by: "Additional query words: prodsna spool\n",
      },
      {
        title: "The last sentence on the ruler",
        profile: "authoring",
        replace: "3. Print a page.\n\nAdditional query words: prodsna spool\n\n",
        by: "3. Print a page.\n",
        restores: false,
      },
      {
        title: "Empty query words on the ruler",
        profile: "authoring",
        base: "howto",
        replace: "Additional query words:\n\n",
        by: "Additional query words:\n",
      },
    ],
    good: [
      { title: "A blank line above the ruler" },
      { title: "Two blank lines", replace: "prodsna spool\n\n", by: "prodsna spool\n\n\n" },
      {
        title: "No query words",
        replace: "3. Print a page.\n\nAdditional query words: prodsna spool\n\n",
        by: "3. Print a page.\n\n",
      },
    ],
  },
  check(context) {
    const { article } = context;
    const ruler = article.footer?.topRuler;
    if (ruler === undefined) return;
    const above = article.kinds[ruler - 1];
    if (above !== LineKind.text && above !== LineKind.queryWords) return;
    context.report({
      span: trimmedSpan(article, ruler - 1),
      message: "The footer's ruler directly below makes this line a heading. Leave a blank line between.",
      fixes: [safeFix("Insert a blank line above the ruler", insertLines(article, ruler, [""]))],
    });
  },
};
