// Sections that an article's type cannot do without (FORMAT §4.5). Damaged headings count as present:
// they have findings of their own.
import { type ArticleType, articleTypes, isArticleType, TYPE_SECTIONS, typeOfTag } from "../../model/article-type.ts";
import { articleTitle, issueTypes, sectionOf } from "../../model/facts.ts";
import type { Article } from "../../syntax/article.ts";
import type { SectionName } from "../../syntax/sections.ts";
import { unsafeFix } from "../edits.ts";
import type { Rule, RuleContext } from "../rule.ts";
import { insertSections, typeEvidence } from "../section-place.ts";

/** `missing-section` */
export const missingSection: Rule = {
  id: "missing-section",
  category: "sections",
  levels: { archive: "warning", authoring: "error" },
  fix: "unsafe",
  summary: "A section that the article's type requires is missing.",
  rationale: "Readers look for the symptoms of a problem and the status of a bug under these headings.",
  remedy: "Add the section: SYMPTOMS for bugs and problems, STATUS for bugs, SUMMARY for how-to and information.",
  source: "FORMAT §4.5",
  frequency: "2.4 % of articles; 3.9 % of bugs lack STATUS",
  examples: {
    bad: [
      {
        title: "A bug without STATUS",
        replace: "STATUS\n======\n\nThis problem was corrected in version 4.0 Service Pack 2.\n\n",
        by: "",
        restores: false,
      },
      { title: "A bug without SYMPTOMS", replace: "SYMPTOMS\n========\n\n", by: "", restores: false },
      {
        title: "A how-to without SUMMARY",
        base: "howto",
        replace: "SUMMARY\n=======\n\nThis article describes how to close a host print session.\n\n",
        by: "",
        restores: false,
      },
    ],
    good: [
      { title: "A bug with all its sections" },
      { title: "A how-to with SUMMARY", base: "howto" },
      { title: "The old dialect has no sections", base: "mspl" },
    ],
  },
  check(context) {
    const { article } = context;
    // Of a type that is none of the four nobody knows what it asks for; that is issue-type's finding.
    if (hasNoSections(article) || !issueTypes(article).every(isArticleType)) return;
    const types = claimedTypes(article);
    const [type] = types;
    // Of several types an article needs what all of them require.
    const missing = TYPE_SECTIONS[type ?? "untyped"].required.filter((choice) => {
      if (choice.some((name) => sectionOf(article, name))) return false;
      return types.every((other) => requires(other, choice));
    });
    if (missing.length > 0) reportMissing(context, types.join(" "), missing);
  },
};

function requires(type: ArticleType, choice: readonly SectionName[]): boolean {
  return TYPE_SECTIONS[type].required.some((other) => other === choice || other.join() === choice.join());
}

// A title tag that contradicts the footer is a finding of its own; until it is settled either type may be meant.
function claimedTypes(article: Article): readonly ArticleType[] {
  const types = articleTypes(article);
  const tagged = typeOfTag(articleTitle(article) ?? "");
  return tagged === undefined || types.includes(tagged) ? types : [...types, tagged];
}

// Reprinted README texts and the like have no canonical section at all (FORMAT §11: a matter of its own kind).
function hasNoSections(article: Article): boolean {
  return articleTypes(article).length === 0 && !article.sections.some((section) => section.name !== undefined);
}

// One finding for all of them: mostly it is the type that is wrong, and then the sections are missing together.
function reportMissing(context: RuleContext, type: string, missing: readonly (readonly SectionName[])[]): void {
  const { article } = context;
  const wanted = missing.map((choice) => choice.join(" or ")).join(" and ");
  const verb = missing.length > 1 ? "are" : "is";
  const kind = type === "" ? "an article without a type" : `an article of type ${type}`;
  const names = missing.map(([name = "SUMMARY"]) => name);
  context.report({
    span: typeEvidence(article),
    message: `${wanted} ${verb} missing, where readers of ${kind} look first. Write what is missing, or correct the type.`,
    fixes: [unsafeFix(`Insert an empty ${names.join(" and ")} section`, ...insertSections(article, names))],
  });
}
