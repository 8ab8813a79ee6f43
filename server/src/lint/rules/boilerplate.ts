// The closing part of a raw text: the archive's disclaimer word for word, and the year of the document's own date.
// What the disclaimer says is known from the archive only; where it is not known, it is not judged.
import { dateSpan, textAt } from "../../model/facts.ts";
import type { Article } from "../../syntax/article.ts";
import { LineKind } from "../../syntax/line-kind.ts";
import type { Span } from "../../text/span.ts";
import { replaceSpan, safeFix, trimmedSpan } from "../edits.ts";
import type { Rule, RuleContext } from "../rule.ts";

const COPYRIGHT = "Copyright Example Corporation 2001.";

/** `boilerplate` */
export const boilerplate: Rule = {
  id: "boilerplate",
  category: "text",
  levels: { archive: "error", authoring: "error" },
  fix: "safe",
  summary: "A raw text's disclaimer is not the archive's word for word, or its copyright year is not the document's.",
  rationale: "The closing part is a legal text; programs also find the article's end by it.",
  remedy: "Copy the closing part from another article, and write the year of the DOCUMENT line.",
  source: "FORMAT §2.2",
  frequency: "none in 56,989 raw texts",
  examples: {
    bad: [
      { title: "Another year", container: "text", replace: COPYRIGHT, by: "Copyright Example Corporation 1999." },
      { title: "Two years", container: "text", replace: COPYRIGHT, by: "Copyright Example Corporation 1999-2000." },
      {
        title: "No year",
        container: "text",
        replace: COPYRIGHT,
        by: "Copyright Example Corporation.",
        restores: false,
      },
      { title: "No copyright line", container: "text", replace: `\n\n${COPYRIGHT}`, by: "\n" },
    ],
    good: [
      { title: "The document's year", container: "text" },
      { title: "The document's year in a how-to", container: "text", base: "howto" },
      { title: "Pages have no closing part", container: "page" },
      {
        title: "Another date and its year",
        container: "text",
        replace: "14-MAR-2001",
        by: "14-MAR-2000",
        also: [[COPYRIGHT, "Copyright Example Corporation 2000."]],
      },
    ],
  },
  check(context) {
    const { article } = context;
    // Without a footer nothing tells text from closing part; footer-missing says so.
    if (article.container !== "text" || !article.footer) return;
    checkCopyright(context);
    const expected = context.archive?.boilerplate?.();
    if (expected !== undefined) checkDisclaimer(context, expected);
  },
};

function checkCopyright(context: RuleContext): void {
  const { article } = context;
  const line = lastText(article);
  if (article.kinds[line] !== LineKind.copyright) {
    context.report({
      span: trimmedSpan(article, line),
      message: "The copyright line at the end is missing. Add it with the document's year.",
    });
    return;
  }
  const date = dateSpan(article);
  const year = date && /\d{4}$/.exec(textAt(article, date))?.[0];
  const at = trimmedSpan(article, line);
  const written = textAt(article, at);
  // A date in the future is invalid-date's finding; the year to copy is not known until it is mended.
  if (year === undefined || Number(year) > context.today.year || written.endsWith(` ${year}.`)) return;
  const wrong = /\d{4}(?: ?[-,] ?\d{4})*/.exec(written);
  const place: Span | undefined = wrong
    ? { start: at.start + wrong.index, end: at.start + wrong.index + wrong[0].length }
    : undefined;
  context.report({
    span: place ?? at,
    message: `The copyright line does not end in ${year}, the year of the DOCUMENT line. Write “${year}.”.`,
    related: date ? [{ message: "The document's date", span: date }] : [],
    fixes: place ? [safeFix(`Write ${year}`, replaceSpan({ start: place.start, end: at.end }, `${year}.`))] : [],
  });
}

function lastText(article: Article): number {
  let line = article.kinds.length - 1;
  while (line > 0 && article.kinds[line] === LineKind.blank) line--;
  return line;
}

function checkDisclaimer(context: RuleContext, expected: string): void {
  const { article } = context;
  const first = article.kinds.indexOf(LineKind.disclaimer, article.footer?.endLine ?? 0);
  if (first < 0) {
    context.report({
      span: trimmedSpan(article, lastText(article)),
      message: "The disclaimer above the copyright line is missing. Copy it from another article.",
    });
    return;
  }
  const end = article.kinds.lastIndexOf(LineKind.disclaimer) + 1;
  const differs = firstDifference(article, first, end, expected.split("\n"));
  if (differs === undefined) return;
  const { source } = article;
  const whole = { start: source.start(first), end: source.end(end - 1) };
  context.report({
    span: trimmedSpan(article, differs),
    message: "From here the disclaimer is not the archive's word for word, and it is a legal text. Restore it.",
    fixes: [safeFix("Restore the disclaimer", replaceSpan(whole, expected.replaceAll("\n", source.lineBreak)))],
  });
}

function firstDifference(
  article: Article,
  first: number,
  end: number,
  expected: readonly string[],
): number | undefined {
  for (let at = 0; at < Math.max(expected.length, end - first); at++) {
    const line = first + at;
    if (line >= end || article.source.lineText(line) !== expected[at]) return Math.min(line, end - 1);
  }
  return undefined;
}
