// Page body lines that lost their leading TAB. One finding for each run of lines, so that one slip is one finding.
import type { Article } from "../../syntax/article.ts";
import { LineKind } from "../../syntax/line-kind.ts";
import type { Span } from "../../text/span.ts";
import { replaceSpan, safeFix } from "../edits.ts";
import type { Rule, RuleContext } from "../rule.ts";

/** `body-indent` */
export const bodyIndent: Rule = {
  id: "body-indent",
  category: "container",
  levels: { archive: "error", authoring: "error" },
  fix: "safe",
  summary: "A line of a page's body without its leading TAB.",
  rationale: "The page shows its body as preformatted text; a line without the TAB is set as Markdown and falls apart.",
  remedy: "Begin the line with one TAB, blank lines too.",
  source: "FORMAT §1.1",
  frequency: "none in 60,335 pages",
  mspl: true,
  examples: {
    bad: [
      { title: "A line of prose", container: "page", replace: "\tThe queue stops.", by: "The queue stops." },
      { title: "A heading and its underline", container: "page", replace: "\tCAUSE\n\t=====", by: "CAUSE\n=====" },
      { title: "A blank line", container: "page", replace: "CAUSE\n\t=====\n\t\n", by: "CAUSE\n\t=====\n\n" },
      { title: "A header line", container: "page", replace: "\tVersion(s): winnt:3.0", by: "Version(s): winnt:3.0" },
    ],
    good: [
      { title: "Every line has its TAB", container: "page" },
      { title: "Raw texts have none", container: "text" },
      { title: "A TAB inside a line", container: "page", replace: "The queue stops.", by: "The queue\tstops." },
    ],
  },
  check(context) {
    const { article } = context;
    if (article.container !== "page") return;
    const first = article.header[0]?.line ?? article.bodyLine;
    const end = endOfBody(article);
    const lacking: number[] = [];
    for (let line = first; line < end; line++) if (lacksTab(article, line)) lacking.push(line);
    if (lacking.length === 0) return;
    // An editor that turned all TABs into blanks, or a page pasted without them, is one fault.
    if (lacking.length > (end - first) / 2) return reportLines(context, lacking);
    const blanks = lacking.filter((line) => article.kinds[line] === LineKind.blank);
    if (blanks.length > 0) reportLines(context, blanks);
    for (const run of runsOf(lacking.filter((line) => article.kinds[line] !== LineKind.blank)))
      reportLines(context, run);
  },
};

// Conversion ends the body in a blank line with a TAB, and then sets one without before the closing marker.
function endOfBody(article: Article): number {
  const last = article.bodyEndLine;
  const isEmpty = (line: number): boolean => article.kinds[line] === LineKind.blank;
  const closing = article.kinds[last + 2] === LineKind.rawClose;
  return closing && isEmpty(last) && isEmpty(last + 1) ? last + 1 : last;
}

function lacksTab(article: Article, line: number): boolean {
  const start = article.source.start(line);
  if (article.source.text.charCodeAt(start) === TAB && article.source.end(line) > start) return false;
  return article.kinds[line] !== LineKind.rawClose && article.kinds[line] !== LineKind.rawOpen;
}

function runsOf(lines: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const line of lines) {
    const run = runs[runs.length - 1];
    if (run && run[run.length - 1] === line - 1) run.push(line);
    else runs.push([line]);
  }
  return runs;
}

const TAB = 9;

// What stands in the TAB's place: nothing, or the blanks that an editor wrote for it.
function placeOfTab(article: Article, line: number): Span {
  const start = article.source.start(line);
  const content = article.contents[line] ?? start;
  if (content > start) return { start, end: content };
  const indent = indentOf(article, line);
  const usual = Math.max(indentOf(article, line - 1), indentOf(article, line + 1));
  const width = [4, 8].find((blanks) => indent >= blanks && indent - blanks === usual);
  return { start, end: start + (width ?? 0) };
}

function indentOf(article: Article, line: number): number {
  const content = article.contents[line] ?? 0;
  const text = article.source.text.slice(content, article.source.end(line));
  return text.length - text.trimStart().length;
}

function reportLines(context: RuleContext, lines: readonly number[]): void {
  const { source } = context.article;
  const first = lines[0] ?? 0;
  const last = lines[lines.length - 1] ?? first;
  const together = last - first === lines.length - 1;
  const what = lines.length === 1 ? "This line lacks" : `${lines.length} lines lack`;
  const edits = lines.map((line) => replaceSpan(placeOfTab(context.article, line), "\t"));
  context.report({
    span: { start: source.start(first), end: source.end(together ? last : first) },
    message: `${what} the leading TAB of page bodies, so the page shows it as Markdown. Begin it with one TAB.`,
    fixes: [safeFix("Insert the leading TAB", ...edits)],
  });
}
