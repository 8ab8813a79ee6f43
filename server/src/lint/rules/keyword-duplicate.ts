// A keyword that stands twice in the footer's Keywords or Technology line.
import { areDistinct } from "../../model/distinct-words.ts";
import { footerField, textAt } from "../../model/facts.ts";
import type { FooterName } from "../../syntax/article.ts";
import type { Span } from "../../text/span.ts";
import { safeFix } from "../edits.ts";
import type { Rule, RuleContext } from "../rule.ts";

/** `keyword-duplicate` */
export const keywordDuplicate: Rule = {
  id: "keyword-duplicate",
  category: "footer",
  levels: { archive: "warning", authoring: "warning" },
  fix: "safe",
  summary: "A keyword stands twice in one line.",
  rationale: "The second one finds nothing more and takes room in the header, which is cut at 87 characters.",
  remedy: "Delete the second one.",
  source: "FORMAT §5.2",
  frequency: "15 of 56,986 articles",
  examples: {
    bad: [
      {
        title: "Twice the same",
        base: "howto",
        replace: "Keywords          : kbnetwork kbprint ",
        by: "Keywords          : kbnetwork kbprint kbnetwork ",
        also: [["KEYWORDS:kbnetwork kbprint", "KEYWORDS:kbnetwork kbprint kbnetwork"]],
        restores: false,
      },
      {
        title: "In another case",
        base: "howto",
        replace: "Keywords          : kbnetwork kbprint ",
        by: "Keywords          : kbfaq kbprint kbFAQ ",
        also: [["KEYWORDS:kbnetwork kbprint", "KEYWORDS:kbfaq kbprint kbFAQ"]],
        restores: false,
      },
      {
        title: "Technology",
        replace: "Technology        : kbAudDeveloper",
        by: "Technology        : kbAudDeveloper kbAudDeveloper",
      },
    ],
    good: [
      { title: "Each keyword once" },
      {
        title: "No keywords",
        base: "howto",
        replace: "Keywords          : kbnetwork kbprint ",
        by: "Keywords          : ",
        also: [["KEYWORDS:kbnetwork kbprint", "KEYWORDS:"]],
      },
      {
        title: "A keyword within another",
        base: "howto",
        replace: "Keywords          : kbnetwork kbprint ",
        by: "Keywords          : kbprint kbPrinting ",
        also: [["KEYWORDS:kbnetwork kbprint", "KEYWORDS:kbprint kbPrinting"]],
      },
    ],
  },
  check(context) {
    checkLine(context, "Keywords");
    checkLine(context, "Technology");
  },
};

function checkLine(context: RuleContext, name: FooterName): void {
  const field = footerField(context.article, name);
  if (!field) return;
  if (areDistinct(context.article.source.text, field.value)) return;
  const value = textAt(context.article, field.value);
  const seen = new Map<string, Span>();
  for (const match of value.matchAll(/[^\s,]+/g)) {
    const start = field.value.start + match.index;
    const span = { start, end: start + match[0].length };
    const first = seen.get(match[0].toLowerCase());
    if (first) reportWord(context, match[0], span, first);
    else seen.set(match[0].toLowerCase(), span);
  }
}

function reportWord(context: RuleContext, word: string, span: Span, first: Span): void {
  context.report({
    span,
    message: `“${word}” stands in this line already and finds nothing more. Delete it.`,
    related: [{ message: "The first one", span: first }],
    fixes: [safeFix(`Delete the second “${word}”`, { span: { start: span.start - 1, end: span.end }, newText: "" })],
  });
}
