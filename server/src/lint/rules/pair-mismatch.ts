// An article's page and raw text must say the same: the page is what conversion makes of the raw text.
// Which side is right no program knows; on save the page takes back only what changes no word of it.

import { dateOrder, readExactDate } from "../../model/calendar-date.ts";
import { articleId, dateSpan, textAt } from "../../model/facts.ts";
import { isConverted } from "../../model/is-converted.ts";
import { type PairDifference, type PairSide, pairDifferences } from "../../model/pair-differences.ts";
import type { Article, Container } from "../../syntax/article.ts";
import { identityOfPath } from "../../syntax/article-id.ts";
import { LineKind } from "../../syntax/line-kind.ts";
import { parseIfArticle } from "../../syntax/parse-article.ts";
import type { Span } from "../../text/span.ts";
import { pageFixes, textFixes } from "../pair-fixes.ts";
import type { Rule, RuleContext } from "../rule.ts";

/** `pair-mismatch` */
export const pairMismatch: Rule = {
  id: "pair-mismatch",
  category: "archive",
  levels: { archive: "warning", authoring: "warning" },
  fix: "safe",
  summary: "An article's page and its raw text differ beyond what conversion does.",
  rationale:
    "Readers of the page and of the raw text get different articles, and the next conversion undoes one of them.",
  remedy: "Make the same change in both files. The page's blanks and line breaks are taken back on save, words never.",
  source: "FORMAT §10",
  frequency: "at most 3 of 56,986 pairs, edited by hand",
  archiveWide: true,
  last: true,
  examples: {
    bad: [
      {
        title: "A blank line lost in the page",
        container: "page",
        archive: { counterpart: [] },
        replace: "The queue stops.\n\t\n",
        by: "The queue stops.\n",
      },
      {
        title: "A word changed in the page",
        container: "page",
        archive: { counterpart: [] },
        replace: "The queue stops.",
        by: "The queue halts.",
      },
      {
        title: "A word changed in the raw text",
        container: "text",
        archive: { counterpart: [] },
        replace: "The queue stops.",
        by: "The queue halts.",
      },
      {
        title: "Another day in the page",
        container: "page",
        archive: { counterpart: [] },
        replace: "Last Modified: 14-MAR-2001",
        by: "Last Modified: 15-MAR-2001",
      },
      {
        title: "A line broken elsewhere",
        container: "page",
        archive: { counterpart: [] },
        replace: "no later job\n\treaches",
        by: "no later\n\tjob reaches",
      },
    ],
    good: [
      { title: "A page and its raw text", container: "page", archive: { counterpart: [] } },
      { title: "A raw text and its page", container: "text", archive: { counterpart: [] } },
      {
        title: "Trailing blanks",
        container: "page",
        archive: { counterpart: [] },
        replace: "4.0 SP1 \n\t---",
        by: "4.0 SP1\n\t---",
      },
      { title: "A raw text without page", container: "text" },
    ],
  },
  check(context) {
    const { archive, article } = context;
    const id = articleId(article);
    // A file of another number than its text claims has a finding of its own, and whose pair it is nobody knows.
    const named = identityOfPath(context.path ?? "").id;
    if (id === undefined || (named !== undefined && named !== id) || archive?.soundPairs?.has(id)) return;
    const other = archive?.counterpart?.(id, article.container);
    if (other === undefined) return;
    const own = article.source.text;
    const [text, page] = article.container === "page" ? [other, own] : [own, other];
    if (isConverted(text, page)) {
      archive?.soundPairs?.add(id);
      return;
    }
    const counterpart = parseIfArticle(other);
    if (!counterpart || counterpart.container === article.container || counterpart.conflicts.length > 0) return;
    checkPair(context, counterpart);
  },
};

function checkPair(context: RuleContext, counterpart: Article): void {
  const { article } = context;
  const [page, text] = article.container === "page" ? [article, counterpart] : [counterpart, article];
  // What another rule reports is mended by its fix; the difference goes with it.
  const differences = pairDifferences(page, text).filter(
    (difference) => !context.isReported(surroundings(article, ownSide(difference, article.container).span)),
  );
  const [first] = differences;
  if (!first) return;
  reportDifference(context, counterpart, { first, differences, pageIsNewer: isNewer(page, text) });
}

// Lines that are missing are reported at what stands around their gap: an empty section at its heading, for one.
function surroundings(article: Article, at: Span): Span {
  if (at.end > at.start) return at;
  const { source } = article;
  let first = source.lineAt(at.start);
  for (let steps = 0; steps < LINES_ABOVE; steps++) first = previousText(article, first);
  let last = source.lineAt(at.start);
  while (last < source.lineCount - 1 && isBlank(article, last)) last++;
  return { start: source.start(first), end: source.end(last) };
}

const LINES_ABOVE = 2;

function previousText(article: Article, line: number): number {
  let above = line - 1;
  while (above > 0 && isBlank(article, above)) above--;
  return Math.max(0, above);
}

function isBlank(article: Article, line: number): boolean {
  return article.kinds[line] === LineKind.blank;
}

function ownSide({ page, text }: PairDifference, container: Container): PairSide {
  return container === "page" ? page : text;
}

function isNewer(page: Article, text: Article): boolean {
  const [pageDate, textDate] = [page, text].map((article) => {
    const at = dateSpan(article);
    return at && readExactDate(textAt(article, at));
  });
  return pageDate !== undefined && textDate !== undefined && dateOrder(pageDate) > dateOrder(textDate);
}

interface Found {
  readonly first: PairDifference;
  readonly differences: readonly PairDifference[];
  readonly pageIsNewer: boolean;
}

function reportDifference(context: RuleContext, counterpart: Article, found: Found): void {
  const { article } = context;
  const { container } = article;
  const { first, differences } = found;
  const theirs = container === "page" ? first.text : first.page;
  const name = container === "page" ? "raw text" : "page";
  const line = counterpart.source.lineAt(theirs.span.start) + 1;
  const more =
    differences.length > 1
      ? ` (and ${differences.length - 1} more ${differences.length > 2 ? "places" : "place"})`
      : "";
  const has = theirs.lines.length === 0 ? "has nothing here" : `has “${shown(theirs.lines)}” in line ${line}`;
  const uri = otherUri(context);
  context.report({
    span: shownSpan(article, ownSide(first, container).span),
    message: `The ${name} ${has}${more}, so the two files are no longer one article. ${found.pageIsNewer ? "The page is the newer one: change the raw text." : "Make them equal."}`,
    ...(uri === undefined ? {} : { related: [{ message: `The ${name}`, span: theirs.span, uri }] }),
    fixes: container === "page" ? pageFixes(context, differences, found.pageIsNewer) : textFixes(article, differences),
  });
}

function otherUri({ archive, article, uri }: RuleContext): string | undefined {
  const id = articleId(article);
  return id === undefined ? undefined : archive?.find(id).find((known) => known.uri !== uri)?.uri;
}

function shown(lines: readonly string[]): string {
  const first = lines.find((line) => line.trim() !== "")?.trim() ?? "";
  return first.length > 50 ? `${first.slice(0, 49)}…` : first;
}

// A whole line's span ends behind its line break; what is underlined should not.
function shownSpan(article: Article, at: Span): Span {
  const { source } = article;
  if (at.end > at.start) {
    const last = source.lineAt(at.end - 1);
    const start = Math.max(at.start, article.contents[source.lineAt(at.start)] ?? at.start);
    return { start, end: Math.max(start, Math.min(at.end, source.end(last))) };
  }
  const line = source.lineAt(at.start);
  return { start: article.contents[line] ?? at.start, end: source.end(line) };
}
