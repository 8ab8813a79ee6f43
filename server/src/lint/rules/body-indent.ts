// Page body lines that lost their leading TAB. One finding for each run of lines, so that one slip is one finding.
import type { Article } from "../../syntax/article.ts";
import { LineKind } from "../../syntax/line-kind.ts";
import { safeFix } from "../edits.ts";
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
    const blanks: number[] = [];
    for (let line = first; line < article.bodyEndLine; line++) {
      if (!lacksTab(article, line)) continue;
      if (article.kinds[line] === LineKind.blank) {
        blanks.push(line);
        continue;
      }
      const end = endOfRun(article, line);
      reportLines(context, range(line, end));
      line = end - 1;
    }
    if (blanks.length > 0) reportLines(context, blanks);
  },
};

function lacksTab(article: Article, line: number): boolean {
  if (article.kinds[line] === LineKind.rawClose || article.kinds[line] === LineKind.rawOpen) return false;
  return article.contents[line] === article.source.start(line);
}

function endOfRun(article: Article, from: number): number {
  let line = from + 1;
  while (line < article.bodyEndLine && article.kinds[line] !== LineKind.blank && lacksTab(article, line)) line++;
  return line;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

function reportLines(context: RuleContext, lines: readonly number[]): void {
  const { source } = context.article;
  const first = lines[0] ?? 0;
  const last = lines[lines.length - 1] ?? first;
  const together = last - first === lines.length - 1;
  const what = lines.length === 1 ? "This line lacks" : `${lines.length} lines lack`;
  const edits = lines.map((line) => ({ span: { start: source.start(line), end: source.start(line) }, newText: "\t" }));
  context.report({
    span: { start: source.start(first), end: source.end(together ? last : first) },
    message: `${what} the leading TAB of page bodies, so the page shows it as Markdown. Begin it with one TAB.`,
    fixes: [safeFix("Insert the leading TAB", ...edits)],
  });
}
