// The title quoted behind a reference against the title that the article has now.
// Says in what way they differ; titles that wrap are read and written as the format wraps them.
import { articleId } from "../../model/facts.ts";
import { writeTitle } from "../../model/quoted-title.ts";
import type { Reference } from "../../model/references.ts";
import type { TitleDifference } from "../../model/title-difference.ts";
import { type TitleMismatch, titleMismatch } from "../../model/title-mismatch.ts";
import { replaceSpan, safeFix, unsafeFix } from "../edits.ts";
import type { Fix, Rule, RuleContext } from "../rule.ts";

const SAYS: Readonly<Record<Exclude<TitleDifference, "same">, string>> = {
  typographic: "in case, blanks or punctuation",
  tag: "in its tag alone",
  cut: "because it is cut short",
  longer: "because the article's own was shortened since",
  reworded: "in its wording",
  another: "altogether",
};

/** `reference-title` */
export const referenceTitle: Rule = {
  id: "reference-title",
  category: "references",
  levels: { archive: "hint", authoring: "warning" },
  fix: "safe",
  summary: "The quoted title of a reference is not the article's title.",
  rationale: "Readers who look for the quoted title do not find it; another title may mean that the number is wrong.",
  remedy: "Quote the title as the article has it now. Where it is quite another one, check the number.",
  source: "FORMAT §7",
  frequency: "5.0 % of articles, another 2.1 % in case and punctuation",
  archiveWide: true,
  examples: {
    bad: [
      {
        title: "Another tag",
        profile: "authoring",
        replace: "   Q900101 HOWTO: Close a Host Print Session",
        by: "   Q900101 INFO: Close a Host Print Session",
      },
      {
        title: "Other case and punctuation",
        profile: "authoring",
        replace: "   Q900101 HOWTO: Close a Host Print Session",
        by: "   Q900101 HOWTO: Close a host print session.",
      },
      {
        title: "Reworded",
        profile: "authoring",
        replace: "   Q900101 HOWTO: Close a Host Print Session",
        by: "   Q900101 HOWTO: End a Print Session on the Host",
      },
      {
        title: "Cut",
        profile: "authoring",
        replace: "   Q900101 HOWTO: Close a Host Print Session",
        by: "   Q900101 HOWTO: Close a Host Print",
      },
      {
        title: "Over two lines",
        profile: "authoring",
        container: "text",
        replace: "   Q900101 HOWTO: Close a Host Print Session",
        by: "   Q900101 HOWTO: Close a Host Print Session While the Spooler Is Still Waiting for\n   Pages",
      },
      {
        title: "In an ARTICLE-ID block",
        profile: "authoring",
        replace: "The queue stops.",
        by: "ARTICLE-ID: Q900101\nTITLE     : HOWTO: Close Host Print Sessions",
        restores: false,
      },
    ],
    good: [
      { title: "The very title", profile: "authoring" },
      { title: "A number in running text", profile: "authoring", replace: "The queue stops.", by: "See Q900101." },
      {
        title: "A table that cites an article",
        profile: "authoring",
        replace: "The queue stops.",
        by: "Q900101 for the host   |  Q900101 for the queue   |",
      },
    ],
  },
  check(context) {
    const { archive, article } = context;
    if (!archive) return;
    const own = articleId(article);
    for (const reference of context.references) {
      if (reference.title === undefined || reference.form === "glued" || reference.id === own) continue;
      // The successor's title is not yet quoted; that is superseded-reference's finding.
      if (archive.supersededBy(reference.id) !== undefined) continue;
      checkReference(context, reference);
    }
  },
};

function checkReference(context: RuleContext, reference: Reference): void {
  const mismatch = titleMismatch(context.article, reference, context.archive?.find(reference.id) ?? []);
  if (!mismatch) return;
  const { difference, quoted, title } = mismatch;
  context.report({
    span: quoted.span,
    message: `The quoted title differs from ${reference.id}'s own ${SAYS[difference]}: “${title}”. ${difference === "another" ? "Check the number." : "Quote it as it is now."}`,
    fixes: [fixFor(context, mismatch)],
  });
}

function fixFor({ article, profile }: RuleContext, { difference, quoted, title }: TitleMismatch): Fix {
  const edit = replaceSpan(quoted.span, writeTitle(article, quoted, title));
  // In existing articles the old wording may be meant; another title altogether may mean that the number is wrong.
  const certain = profile === "authoring" && difference !== "another";
  return certain ? safeFix("Quote the article's title", edit) : unsafeFix("Quote the article's title", edit);
}
