// The address of a page. Only its form is judged here; a wrong number in it is `id-consistency`.
import { articleId, textAt } from "../../model/facts.ts";
import { identityOfPath, permalinkOf } from "../../syntax/article-id.ts";
import { replaceSpan, safeFix } from "../edits.ts";
import type { Rule, RuleContext } from "../rule.ts";

/** `permalink` */
export const permalink: Rule = {
  id: "permalink",
  category: "container",
  levels: { archive: "error", authoring: "error" },
  variants: { historical: { archive: "information", authoring: "warning" } },
  fix: "safe",
  summary: "The permalink is not `/kb/NNN/Qn/`.",
  rationale: "Other pages link to the canonical address; under another one the page is not found.",
  remedy: "Write `/kb/`, the number's thousands in three digits, the number, and a closing slash.",
  source: "FORMAT §1.2",
  frequency: "none in 60,335 pages; the oldest pages lack the leading slash",
  mspl: true,
  examples: {
    bad: [
      { title: "Wrong thousands", container: "page", replace: "/kb/900/Q900100/", by: "/kb/901/Q900100/" },
      { title: "No closing slash", container: "page", replace: "/kb/900/Q900100/", by: "/kb/900/Q900100" },
      { title: "Wrong root", container: "page", replace: "/kb/900/Q900100/", by: "/KB/900/Q900100/" },
      { title: "The historical form", container: "page", replace: "/kb/900/Q900100/", by: "kb/900/Q900100/" },
    ],
    good: [
      { title: "The canonical form", container: "page" },
      { title: "A five-digit number", base: "mspl" },
      { title: "Raw texts have none", container: "text" },
    ],
  },
  check(context) {
    const field = context.article.frontMatter?.fields.find((candidate) => candidate.key === "permalink");
    const id = articleId(context.article) ?? identityOfPath(context.path ?? "").id;
    if (!field || id === undefined) return;
    const written = textAt(context.article, field.value);
    const expected = permalinkOf(id);
    if (written === expected) return;
    const judged = written.replace(/Q\d{4,8}/, id);
    if (judged === expected) return;
    const historical = `/${judged}` === expected;
    reportForm(context, field.value, { expected, historical });
  },
};

function reportForm(
  context: RuleContext,
  at: { start: number; end: number },
  { expected, historical }: { expected: string; historical: boolean },
): void {
  context.report({
    span: at,
    message: historical
      ? `The permalink has its historical form without the leading slash. Write ${expected}.`
      : `The permalink is not the article's address, so links to it break. Write ${expected}.`,
    ...(historical ? { variant: "historical" } : {}),
    fixes: [safeFix(`Write ${expected}`, replaceSpan(at, expected))],
  });
}
