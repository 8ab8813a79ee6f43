// The title's tag against the footer's issue and solution type. Only tags that name a type reliably count (FORMAT §4.6).
import { type ArticleType, isArticleType, titleTag, typeOfTag } from "../../model/article-type.ts";
import { footerField, footerValue, frontMatterTitleSpan, textAt, titleSpan } from "../../model/facts.ts";
import type { Article } from "../../syntax/article.ts";
import type { Span } from "../../text/span.ts";
import type { TextEdit } from "../../text/text-edit.ts";
import { replaceSpan, unsafeFix } from "../edits.ts";
import type { Fix, Rule, RuleContext } from "../rule.ts";

const OPEN_SOLUTIONS: readonly string[] = ["kbpending", "kbnofix"];

/** `title-type` */
export const titleType: Rule = {
  id: "title-type",
  category: "footer",
  levels: { archive: "warning", authoring: "warning" },
  fix: "unsafe",
  summary: "The title's tag and the issue or solution type disagree.",
  rationale: "Readers take the tag at its word: BUG says that the bug is there still, FIX that it is gone.",
  remedy: "Write the tag that the types ask for, or correct the type.",
  source: "FORMAT §4.6, §11",
  frequency: "87 of 18,170 articles of a third of the archive: 39 BUG with kbfix, 46 with another issue type",
  examples: {
    bad: [
      {
        title: "A bug that is fixed",
        container: "text",
        replace: "TITLE   :FIX: Print",
        by: "TITLE   :BUG: Print",
        restores: false,
      },
      {
        title: "A problem filed as a bug",
        container: "text",
        replace: "TITLE   :FIX: Print",
        by: "TITLE   :PRB: Print",
        restores: false,
      },
      {
        title: "Fixed, but pending",
        replace: "Solution Type     : kbfix",
        by: "Solution Type     : kbpending",
        restores: false,
      },
      {
        title: "A how-to filed as information",
        base: "howto",
        replace: "Issue type        : kbhowto",
        by: "Issue type        : kbinfo",
        restores: false,
      },
    ],
    good: [
      { title: "A fix" },
      { title: "A how-to", base: "howto" },
      { title: "No type in the footer", base: "howto", replace: "Issue type        : kbhowto\n", by: "" },
      {
        title: "A tag that names no type",
        container: "text",
        replace: "TITLE   :FIX: Print",
        by: "TITLE   :SNA: Print",
      },
    ],
  },
  check(context) {
    const { article } = context;
    const at = titleSpan(article);
    if (!at) return;
    const { text } = article.source;
    // Without a colon near its beginning the title has no tag.
    const colon = text.indexOf(":", at.start);
    if (colon < 0 || colon >= at.end || colon - at.start > 7) return;
    const title = text.slice(at.start, colon + 1);
    const expected = typeOfTag(title);
    // Where the page's two titles differ, which one is right comes first.
    if (expected === undefined || !sameTitles(article, at)) return;
    const tag = titleTag(title) ?? "";
    const span = { start: at.start, end: at.start + tag.length };
    const issue = footerValue(article, "Issue type");
    if (issue !== undefined && isArticleType(issue) && issue !== expected) {
      return reportIssue(context, { tag, span, expected, issue });
    }
    reportSolution(context, tag, span);
  },
};

interface Disagreement {
  readonly tag: string;
  readonly span: Span;
  readonly expected: ArticleType;
  readonly issue: ArticleType;
}

function reportIssue(context: RuleContext, { tag, span, expected, issue }: Disagreement): void {
  const { article } = context;
  const field = footerField(article, "Issue type");
  if (!field) return;
  const other = tagOf(issue, footerValue(article, "Solution Type"));
  context.report({
    span,
    message: `The title says ${tag}, the footer says ${issue}: readers do not know which to believe. Correct one of them.`,
    related: [{ message: "The issue type", span: field.value }],
    fixes: [
      unsafeFix(`Write ${expected} as the issue type`, replaceSpan(field.value, expected)),
      retag(article, span, other),
    ],
  });
}

function reportSolution(context: RuleContext, tag: string, span: Span): void {
  const { article } = context;
  const field = footerField(article, "Solution Type");
  if (!field) return;
  const solution = textAt(article, field.value).trim();
  const gone = tag === "BUG" && solution === "kbfix";
  if (!gone && !(tag === "FIX" && OPEN_SOLUTIONS.includes(solution))) return;
  context.report({
    span,
    message: gone
      ? "The title says BUG, but the footer says kbfix: the bug is corrected, and readers must learn so. Write FIX."
      : `The title says FIX, but the footer says ${solution}: the bug is there still. Write BUG, or correct the footer.`,
    related: [{ message: "The solution type", span: field.value }],
    fixes: [retag(article, span, gone ? "FIX" : "BUG")],
  });
}

function tagOf(type: ArticleType, solution: string | undefined): string {
  if (type === "kbbug") return solution === "kbfix" ? "FIX" : "BUG";
  return { kbprb: "PRB", kbinfo: "INFO", kbhowto: "HOWTO" }[type];
}

function retag(article: Article, span: Span, tag: string): Fix {
  const edits: TextEdit[] = [replaceSpan(span, tag)];
  const twin = article.container === "page" ? frontMatterTitleSpan(article) : undefined;
  if (twin && twin.start !== span.start) {
    edits.unshift(replaceSpan({ start: twin.start, end: twin.start + span.end - span.start }, tag));
  }
  return unsafeFix(`Write ${tag}: in the title`, ...edits);
}

function sameTitles(article: Article, at: Span): boolean {
  const twin = frontMatterTitleSpan(article);
  return !twin || textAt(article, twin) === textAt(article, at);
}
