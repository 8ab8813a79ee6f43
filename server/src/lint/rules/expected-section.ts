// Sections that most articles of a type have (FORMAT §4.5): asked for in new articles only.
// What a type cannot do without is `missing-section`; a damaged heading counts as present there and here.
import { articleTypes, TYPE_SECTIONS, titleTag, typeOfTag } from "../../model/article-type.ts";
import { articleTitle, sectionOf } from "../../model/facts.ts";
import type { Article } from "../../syntax/article.ts";
import type { SectionName } from "../../syntax/sections.ts";
import { unsafeFix } from "../edits.ts";
import type { Rule } from "../rule.ts";
import { insertSections, typeEvidence } from "../section-place.ts";

// `HOW TO:` articles give their steps under subheadings; none has MORE INFORMATION (FORMAT §4.5).
const STEP_BY_STEP = "HOW TO";

/** `expected-section` */
export const expectedSection: Rule = {
  id: "expected-section",
  category: "sections",
  levels: { archive: "off", authoring: "information" },
  fix: "unsafe",
  summary: "A section that most articles of this type have is missing.",
  rationale: "Readers of a problem ask for its cause and its cure; readers of a how-to expect the details below.",
  remedy: "Add the section, or leave it out where there is nothing to say.",
  source: "FORMAT §4.5",
  frequency: "24 % of bugs have neither RESOLUTION nor WORKAROUND, 21 % of problems no CAUSE",
  examples: {
    bad: [
      {
        title: "A bug without CAUSE",
        profile: "authoring",
        replace: "CAUSE\n=====\n\nThe session keeps the handle of the former spooler.\n\n",
        by: "",
        restores: false,
      },
      {
        title: "A bug without a cure",
        profile: "authoring",
        replace: "RESOLUTION\n==========\n\nTo resolve this problem, close",
        by: "Close",
        restores: false,
      },
      {
        title: "A how-to without MORE INFORMATION",
        profile: "authoring",
        base: "howto",
        replace: "MORE INFORMATION\n================\n\n",
        by: "",
        restores: false,
      },
    ],
    good: [
      { title: "A bug with cause and cure", profile: "authoring" },
      {
        title: "A workaround in place of the resolution",
        profile: "authoring",
        replace: "RESOLUTION\n==========\n",
        by: "WORKAROUND\n==========\n",
      },
      {
        title: "Existing articles are not asked",
        base: "howto",
        replace: "MORE INFORMATION\n================\n\n",
        by: "",
      },
    ],
  },
  check(context) {
    const { article } = context;
    const types = articleTypes(article);
    const tagged = typeOfTag(articleTitle(article) ?? "");
    // A title tag that contradicts the footer is a finding of its own: the type is in doubt.
    if (tagged !== undefined && !types.includes(tagged)) return;
    if (types.length === 0 || !article.sections.some((section) => section.name !== undefined)) return;
    const sets = types.map((type) => TYPE_SECTIONS[type]);
    const missing = (sets[0]?.expected ?? []).filter((choice) => {
      const common = sets.every((set) =>
        set.expected.some((other) => other === choice || other.join() === choice.join()),
      );
      return common && !isExcused(article, choice) && !choice.some((name) => sectionOf(article, name));
    });
    if (missing.length === 0) return;
    const names = missing.map(([name = "CAUSE"]) => name);
    const wanted = missing.map((choice) => choice.join(" or ")).join(" and ");
    context.report({
      span: typeEvidence(article),
      message: `Most articles of type ${types.join(" ")} have ${wanted}, and readers look for it. Add what there is to say.`,
      fixes: [unsafeFix(`Insert an empty ${names.join(" and ")} section`, ...insertSections(article, names))],
    });
  },
};

function isExcused(article: Article, choice: readonly SectionName[]): boolean {
  return choice.includes("MORE INFORMATION") && titleTag(articleTitle(article) ?? "") === STEP_BY_STEP;
}
