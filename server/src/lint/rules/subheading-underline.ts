// Subheadings are underlined with dashes to their length (FORMAT §4.3). Heads of tables look alike: they have
// columns, or rows directly below; only a line that stands free with its dashes is a subheading.
import { textAt } from "../../model/facts.ts";
import type { Article } from "../../syntax/article.ts";
import { LineKind } from "../../syntax/line-kind.ts";
import { replaceSpan, safeFix, trimmedSpan } from "../edits.ts";
import type { Rule, RuleContext } from "../rule.ts";

/** `subheading-underline` */
export const subheadingUnderline: Rule = {
  id: "subheading-underline",
  category: "sections",
  levels: { archive: "hint", authoring: "warning" },
  fix: "safe",
  summary: "A subheading's dashes are not as long as its text.",
  rationale: "Programs know a subheading by dashes of its own length; others are taken for a table or a rule.",
  remedy: "Write as many dashes as the subheading has characters.",
  source: "FORMAT §4.3",
  frequency: "0.1 % of articles; 28 of 28 in the sample are subheadings",
  examples: {
    bad: [
      {
        title: "Too short",
        profile: "authoring",
        replace: "1. Open a host",
        by: "Steps to Reproduce\n-----------------\n\n1. Open a host",
        restores: false,
      },
      {
        title: "Too long",
        profile: "authoring",
        replace: "1. Open a host",
        by: "Steps to Reproduce\n--------------------\n\n1. Open a host",
        restores: false,
      },
      {
        title: "In a how-to",
        profile: "authoring",
        base: "howto",
        replace: "Stop the session",
        by: "Before You Begin\n---------------\n\nStop the session",
        restores: false,
      },
    ],
    good: [
      {
        title: "Equal length",
        profile: "authoring",
        replace: "1. Open a host",
        by: "Steps to Reproduce\n------------------\n\n1. Open a host",
      },
      {
        title: "The head of a table",
        profile: "authoring",
        replace: "1. Open a host",
        by: "Queue     State\n-------------------\n\nPrinter1  idle\n\n1. Open a host",
      },
      {
        title: "A rule",
        profile: "authoring",
        replace: "1. Open a host",
        by: `The following steps were taken:\n${"-".repeat(60)}\n\n1. Open a host`,
      },
    ],
  },
  check(context) {
    const { article } = context;
    const { text } = article.source;
    const from = article.source.start(article.contentLine);
    const to = article.source.start(article.footer?.firstLine ?? article.bodyEndLine);
    const sign = article.container === "page" ? "\n\t---" : "\n---";
    for (let at = text.indexOf(sign, from); at >= 0 && at < to; at = text.indexOf(sign, at + 1)) {
      checkDashes(context, article.source.lineAt(at + 1));
    }
  },
};

// Beyond this difference the dashes are a rule across the page or a table's; so they are at nearly full width.
const FAR = 25;
const NEAR = 4;
const FULL_WIDTH = 70;

function checkDashes(context: RuleContext, line: number): void {
  const { article } = context;
  if (!isAlone(article, line)) return;
  const underline = trimmedSpan(article, line);
  const heading = trimmedSpan(article, line - 1);
  if (heading.start !== article.contents[line - 1]) return;
  const dashes = underline.end - underline.start;
  const length = heading.end - heading.start;
  const off = Math.abs(dashes - length);
  if (off === 0 || off > FAR || (off > NEAR && dashes >= FULL_WIDTH)) return;
  const title = textAt(article, heading);
  if (/ {2}|[\t|]|[.,;]$|^[^A-Za-z0-9"'([]/.test(title) || !/^-+$/.test(textAt(article, underline))) return;
  context.report({
    span: underline,
    message: `The subheading has ${length} characters and ${dashes} dashes, so programs take it for a table. Write ${length} dashes.`,
    fixes: [safeFix("Underline the subheading to its length", replaceSpan(underline, "-".repeat(length)))],
  });
}

// A line of text with nothing above it, over a line of text with nothing below it.
function isAlone(article: Article, line: number): boolean {
  const { kinds } = article;
  if (kinds[line] !== LineKind.text || kinds[line - 1] !== LineKind.text) return false;
  return kinds[line - 2] !== LineKind.text && kinds[line + 1] !== LineKind.text;
}
