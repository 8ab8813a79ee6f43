// The footer's two rulers: 70 and 77 times `=`.
import { textAt } from "../../model/facts.ts";
import { LineKind } from "../../syntax/line-kind.ts";
import { FOOTER_BOTTOM_RULER, FOOTER_TOP_RULER } from "../../syntax/ruler.ts";
import type { TextEdit } from "../../text/text-edit.ts";
import { contentSpan, insertLines, replaceSpan, safeFix, trimmedSpan } from "../edits.ts";
import type { Rule, RuleContext } from "../rule.ts";

/** `footer-ruler` */
export const footerRuler: Rule = {
  id: "footer-ruler",
  category: "footer",
  levels: { archive: "error", authoring: "error" },
  fix: "safe",
  summary: "A ruler of the footer is missing or not 70 and 77 times `=`.",
  rationale: "Programs find the footer by its two rulers; with another ruler they read its fields as text.",
  remedy: "Write 70 times `=` above the fields and 77 times `=` below them.",
  source: "FORMAT §5.2",
  frequency: "none in 56,986 articles",
  examples: {
    bad: [
      {
        title: "The upper one too short",
        replace: `${FOOTER_TOP_RULER}\nKeywords`,
        by: `${FOOTER_TOP_RULER.slice(3)}\nKeywords`,
      },
      {
        title: "The lower one too long",
        replace: `kbfix\n\n${FOOTER_BOTTOM_RULER}`,
        by: `kbfix\n\n${FOOTER_BOTTOM_RULER}==`,
      },
      { title: "The upper one missing", replace: `${FOOTER_TOP_RULER}\nKeywords`, by: "Keywords" },
      {
        title: "The lower one missing",
        container: "text",
        replace: `kbfix\n\n${FOOTER_BOTTOM_RULER}\n`,
        by: "kbfix\n\n",
      },
      { title: "The lower one missing", container: "page", replace: `\n\t${FOOTER_BOTTOM_RULER}`, by: "" },
      { title: "Of dashes", replace: `${FOOTER_TOP_RULER}\nKeywords`, by: `${"-".repeat(70)}\nKeywords` },
    ],
    good: [
      { title: "Rulers of 70 and 77" },
      { title: "A how-to's rulers", base: "howto" },
      {
        title: "Another ruler in the text",
        replace: "The queue stops.",
        by: `Queues:\n\n${"=".repeat(60)}\n\nThe queue stops.`,
      },
    ],
  },
  check(context) {
    const { footer } = context.article;
    if (!footer) return;
    const first = footer.fields[0]?.line ?? footer.bottomRuler;
    const last = footer.fields[footer.fields.length - 1]?.line ?? footer.topRuler;
    if (first === undefined || last === undefined) return;
    if (footer.topRuler === undefined) reportMissing(context, first, "above", [topEdit(context, first)]);
    else checkRuler(context, footer.topRuler, FOOTER_TOP_RULER);
    if (footer.bottomRuler === undefined) reportMissing(context, last, "below", [bottomEdit(context, last)]);
    else checkRuler(context, footer.bottomRuler, FOOTER_BOTTOM_RULER);
  },
};

function checkRuler(context: RuleContext, line: number, right: string): void {
  const { article } = context;
  const at = trimmedSpan(article, line);
  const whole = { start: contentSpan(article, line).start, end: at.end };
  const written = textAt(article, whole);
  if (written === right) return;
  const what = /^=+$/.test(written) ? `${written.length} characters long` : "not all of =";
  context.report({
    span: at,
    message: `This ruler of the footer is ${what}, so programs do not find the footer. Write ${right.length} times =.`,
    fixes: [safeFix(`Write ${right.length} times =`, replaceSpan(whole, right))],
  });
}

function reportMissing(context: RuleContext, line: number, side: string, edits: readonly TextEdit[]): void {
  const length = side === "above" ? FOOTER_TOP_RULER.length : FOOTER_BOTTOM_RULER.length;
  context.report({
    span: trimmedSpan(context.article, line),
    message: `The footer's ruler ${side} its fields is missing, so programs do not find them. Write ${length} times =.`,
    fixes: [safeFix(`Insert the ruler ${side}`, ...edits)],
  });
}

function topEdit({ article }: RuleContext, first: number): TextEdit {
  return insertLines(article, first, [FOOTER_TOP_RULER]);
}

// A blank line stands between fields and ruler; where it is still there, the ruler goes below it.
function bottomEdit({ article }: RuleContext, last: number): TextEdit {
  const blank = article.kinds[last + 1] === LineKind.blank && last + 1 < article.source.lineCount;
  return insertLines(article, blank ? last + 2 : last + 1, blank ? [FOOTER_BOTTOM_RULER] : ["", FOOTER_BOTTOM_RULER]);
}
