// The two titles of a page: front matter and title line must be the same text.
// Which one is right can be told only with evidence; without it both ways are offered and none runs on save.
import { articleId, frontMatterTitleSpan, textAt, titleLineSpan } from "../../model/facts.ts";
import { unescapeTitle } from "../../model/title-escape.ts";
import type { Span } from "../../text/span.ts";
import { replaceSpan, safeFix, unsafeFix } from "../edits.ts";
import type { Fix, Rule, RuleContext } from "../rule.ts";

/** `title-consistency` */
export const titleConsistency: Rule = {
  id: "title-consistency",
  category: "container",
  levels: { archive: "error", authoring: "error" },
  fix: "safe",
  summary: "The front matter's title and the title line differ.",
  rationale: "Lists of articles show the one, the page itself the other; readers take them for two articles.",
  remedy: "Write the same title in both places.",
  source: "FORMAT §1.2",
  frequency: "none in 60,335 pages",
  mspl: true,
  examples: {
    bad: [
      {
        title: "A word changed in the title line",
        container: "page",
        replace: "## Q900100: FIX: Print Queue",
        by: "## Q900100: FIX: Printer Queue",
        restores: false,
      },
      {
        title: "A word changed in the front matter",
        container: "page",
        replace: 'title: "Q900100: FIX: Print',
        by: 'title: "Q900100: FIX: Printer',
        restores: false,
      },
      {
        title: "A tag dropped",
        container: "page",
        replace: "## Q900100: FIX: Print",
        by: "## Q900100: Print",
        restores: false,
      },
    ],
    good: [
      { title: "Equal titles", container: "page" },
      { title: "Equal titles in the old dialect", base: "mspl" },
      { title: "Raw texts have one title", container: "text" },
    ],
  },
  check(context) {
    const { article } = context;
    const front = frontMatterTitleSpan(article);
    const line = titleLineSpan(article);
    if (!front || !line) return;
    if (textAt(article, front) === textAt(article, line)) return;
    const frontTitle = unescapeTitle(textAt(article, front));
    const lineTitle = unescapeTitle(textAt(article, line));
    // Titles that differ in their escaping alone are title-escaping's finding.
    if (unescapeTitle(frontTitle) === unescapeTitle(lineTitle)) return;
    context.report({
      span: line,
      message:
        "The title line differs from the front matter's title, so lists and page name two articles. Make them equal.",
      related: [{ message: "The front matter's title", span: front }],
      fixes: bothWays(context, front, line, knownTitle(context)),
    });
  },
};

// The same article's raw text, where the archive holds it, tells which title is right.
function knownTitle({ article, archive, uri }: RuleContext): string | undefined {
  const id = articleId(article);
  if (id === undefined) return undefined;
  return archive?.find(id).find((known) => known.uri !== uri)?.title;
}

function bothWays({ article }: RuleContext, front: Span, line: Span, known: string | undefined): Fix[] {
  const frontText = textAt(article, front);
  const lineText = textAt(article, line);
  const toFront = [`Take the front matter's title`, replaceSpan(line, frontText)] as const;
  const toLine = [`Take the title line's title`, replaceSpan(front, lineText)] as const;
  if (known === unescapeTitle(lineText)) return [safeFix(...toLine), unsafeFix(...toFront)];
  if (known === unescapeTitle(frontText)) return [safeFix(...toFront), unsafeFix(...toLine)];
  return [unsafeFix(...toFront), unsafeFix(...toLine)];
}
