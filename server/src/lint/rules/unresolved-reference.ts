// References to articles that the archive does not hold. A hint only: a quarter of real references lead outside.
import { articleId } from "../../model/facts.ts";
import type { Reference } from "../../model/references.ts";
import type { Rule, RuleContext } from "../rule.ts";

/** `unresolved-reference` */
export const unresolvedReference: Rule = {
  id: "unresolved-reference",
  category: "references",
  levels: { archive: "hint", authoring: "warning" },
  variants: { unregistered: { archive: "error", authoring: "error" } },
  fix: "no",
  summary: "The referenced article is not in the archive.",
  rationale: "Readers cannot follow the reference; the number may be mistyped, or the article lies elsewhere.",
  remedy: "Check the number. If articles of other archives are cited, list their numbers in the configuration.",
  source: "FORMAT §7",
  frequency: "8.3 % of articles cite one that is not in the archive",
  archiveWide: true,
  examples: {
    bad: [
      {
        title: "A number that no article has",
        profile: "authoring",
        replace: "   Q900101 HOWTO",
        by: "   Q900109 HOWTO",
        restores: false,
      },
      {
        title: "In running text",
        profile: "authoring",
        replace: "The queue stops.",
        by: "The queue stops (see Q900109).",
        restores: false,
      },
      {
        title: "In a list",
        profile: "authoring",
        base: "howto",
        replace: " - A session without jobs closes at once.",
        by: " - Q900109 Sessions Without Jobs",
        restores: false,
      },
    ],
    good: [
      { title: "An article of the archive" },
      { title: "A file name", replace: "The queue stops.", by: "Run Q900109.exe on the server." },
      { title: "A model number", replace: "The queue stops.", by: "The LQ900109 printer stops." },
    ],
  },
  check(context) {
    const { archive, article } = context;
    if (!archive) return;
    const own = articleId(article);
    for (const reference of context.references) {
      const registered = archive.isRegistered(reference.id);
      const variant = registered === false ? "unregistered" : undefined;
      if (registered === true || !context.wants(variant)) continue;
      if (reference.id === own || archive.find(reference.id).length > 0) continue;
      // A superseded number need not exist any more: superseded-reference names its successor.
      if (archive.supersededBy(reference.id) === undefined) reportReference(context, reference, variant);
    }
  },
};

function reportReference(context: RuleContext, { id, span }: Reference, variant: "unregistered" | undefined): void {
  context.report({
    span,
    message:
      variant === "unregistered"
        ? `${id} is in no registry of articles, so the reference leads nowhere. Check the number.`
        : `${id} is not in this archive, so readers cannot follow the reference. Check the number.`,
    ...(variant === undefined ? {} : { variant }),
  });
}
