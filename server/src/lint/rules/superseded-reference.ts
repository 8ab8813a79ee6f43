// References to articles that the configuration marks as superseded by another.
// The repair cites the successor, with its title where the old one was quoted.
import { articleId } from "../../model/facts.ts";
import { asPageWrites } from "../../model/page-bytes.ts";
import { quotedTitle, writeTitle } from "../../model/quoted-title.ts";
import type { Reference } from "../../model/references.ts";
import type { TextEdit } from "../../text/text-edit.ts";
import { replaceSpan, safeFix, unsafeFix } from "../edits.ts";
import type { Fix, Rule, RuleContext } from "../rule.ts";

const SUPERSEDED = { superseded: { Q900105: "Q900101" } } as const;
const CLOSED = {
  superseded: { Q900105: "Q900101" },
  others: [{ id: "Q900105", title: "Closing Sessions", uri: "test:/kb/900/Q900105/README.md" }],
} as const;

/** `superseded-reference` */
export const supersededReference: Rule = {
  id: "superseded-reference",
  category: "references",
  levels: { archive: "information", authoring: "warning" },
  fix: "safe",
  summary: "The referenced article is superseded by another.",
  rationale: "Readers are sent to advice that no longer holds; the successor has what they need.",
  remedy: "Cite the successor.",
  source: "RULES References",
  frequency: "depends on the configuration",
  archiveWide: true,
  examples: {
    bad: [
      {
        title: "On a line of its own",
        archive: SUPERSEDED,
        replace: "   Q900101 HOWTO: Close a Host Print Session",
        by: "   Q900105 Closing Sessions",
      },
      {
        title: "The old article is still there",
        archive: CLOSED,
        replace: "   Q900101 HOWTO: Close a Host Print Session",
        by: "   Q900105 Closing Sessions",
      },
      {
        title: "In running text",
        archive: SUPERSEDED,
        replace: "The queue stops.",
        by: "The queue stops, as Q900105 says.",
        restores: false,
      },
    ],
    good: [
      { title: "The successor", archive: SUPERSEDED },
      { title: "An article that nothing supersedes", archive: { superseded: { Q900109: "Q900101" } } },
      {
        title: "A file name",
        archive: SUPERSEDED,
        replace: "The queue stops.",
        by: "Run Q900105.exe on the server.",
      },
    ],
  },
  check(context) {
    const { archive } = context;
    if (!archive) return;
    for (const reference of context.references) {
      const successor = archive.supersededBy(reference.id);
      if (successor !== undefined && successor !== reference.id) reportReference(context, reference, successor);
    }
  },
};

function reportReference(context: RuleContext, reference: Reference, successor: string): void {
  const itself = successor === articleId(context.article);
  context.report({
    span: reference.span,
    message: itself
      ? `${reference.id} is superseded by this very article. Delete the reference.`
      : `${reference.id} is superseded by ${successor}, so readers get outdated advice. Cite ${successor}.`,
    tags: ["deprecated"],
    fixes: itself ? [] : fixesFor(context, reference, successor),
  });
}

function fixesFor(context: RuleContext, reference: Reference, successor: string): Fix[] {
  const { archive, article } = context;
  const number: TextEdit = replaceSpan(reference.span, numberLike(reference, successor));
  const title = archive?.find(successor)[0]?.title;
  if (reference.title === undefined) return [safeFix(`Cite ${successor}`, number)];
  const old = archive?.find(reference.id)[0]?.title ?? "";
  const quoted = quotedTitle(article, reference, old);
  // Without the successor's title the old one would stay behind the new number.
  if (!title || !quoted) return [unsafeFix(`Cite ${successor}`, number)];
  const shown = article.container === "page" ? asPageWrites(title) : title;
  return [safeFix(`Cite ${successor}`, number, replaceSpan(quoted.span, writeTitle(article, quoted, shown)))];
}

// Addresses of the old site split the number: q140/3/41.
function numberLike({ form, span }: Reference, id: string): string {
  if (form !== "url" || span.end - span.start <= id.length) return form === "url" ? id.toLowerCase() : id;
  return `q${id.slice(1, -3)}/${id.slice(-3, -2)}/${id.slice(-2)}`;
}
