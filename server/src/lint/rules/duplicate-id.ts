// Two files that claim one number. A page and a raw text of one article are a pair, not a duplicate,
// and so are the same article's files in two archives that happen to be open together.
import { articleId, idClaims } from "../../model/facts.ts";
import { LineKind } from "../../syntax/line-kind.ts";
import { trimmedSpan } from "../edits.ts";
import type { KnownArticle, Rule, RuleContext } from "../rule.ts";

const OTHER_PAGE: KnownArticle = {
  id: "Q900100",
  title: "FIX: Print Queue Stops",
  uri: "test:/kb/900/Q900109/README.md",
  container: "page",
};
const OTHER_TEXT: KnownArticle = { ...OTHER_PAGE, uri: "test:/txt/900/Q900109.TXT", container: "text" };

// A number or title can be copied a thousand times; the first few show the way.
const SHOWN = 5;

/** `duplicate-id` */
export const duplicateId: Rule = {
  id: "duplicate-id",
  category: "archive",
  levels: { archive: "error", authoring: "error" },
  fix: "no",
  summary: "Two files claim the same article number.",
  rationale: "References lead to one of the two, and nobody knows to which; the other is not found.",
  remedy: "Give one of the articles a free number, or delete the copy.",
  source: "RULES Archive",
  frequency: "none in 60,335 pages and 56,989 texts",
  mspl: true,
  archiveWide: true,
  examples: {
    bad: [
      { title: "Two pages", container: "page", archive: { others: [OTHER_PAGE] } },
      { title: "Two raw texts", container: "text", archive: { others: [OTHER_TEXT] } },
      {
        title: "Three pages",
        container: "page",
        archive: { others: [OTHER_PAGE, { ...OTHER_PAGE, uri: "test:/a.md" }] },
      },
    ],
    good: [
      { title: "Each number once" },
      { title: "Page and raw text of one article", container: "page", archive: { others: [OTHER_TEXT] } },
      { title: "Another archive", container: "page", archive: { others: [{ ...OTHER_PAGE, root: "test:/other" }] } },
    ],
  },
  check(context) {
    const { article, archive, uri } = context;
    const id = articleId(article);
    if (!archive || uri === undefined || id === undefined) return;
    const found = archive.find(id);
    if (found.length < 2) return;
    // A file that the archive does not count among its own (a draft elsewhere) claims nothing.
    const own = found.find((known) => known.uri === uri);
    if (!own) return;
    const others = found.filter((known) => known !== own && known.root === own.root && isAlike(known, context));
    const [first] = others;
    if (first) reportClaim(context, { id, others, first });
  },
};

function isAlike(known: KnownArticle, { article }: RuleContext): boolean {
  const container = known.container ?? (/\.txt$/i.test(known.uri) ? "text" : "page");
  return container === article.container;
}

function reportClaim(
  context: RuleContext,
  { id, others, first }: { id: string; others: readonly KnownArticle[]; first: KnownArticle },
): void {
  const { article } = context;
  const own = idClaims(article).find((claim) => claim.place === "field" && claim.id === id);
  const more = others.length > 1 ? ` and ${others.length - 1} more` : "";
  context.report({
    span: own?.span ?? trimmedSpan(article, Math.max(0, article.kinds.indexOf(LineKind.headerField))),
    message: `${nameOf(first.uri)}${more} claims ${id} too, so references lead to one of them by chance. Give this or the other a free number.`,
    related: others
      .slice(0, SHOWN)
      .map((other) => ({ message: other.title, span: { start: 0, end: 0 }, uri: other.uri })),
  });
}

// The last parts of the path: what tells the file among its like.
function nameOf(uri: string): string {
  const parts = uri.split("/");
  return parts.slice(/^README/i.test(parts[parts.length - 1] ?? "") ? -2 : -1).join("/");
}
