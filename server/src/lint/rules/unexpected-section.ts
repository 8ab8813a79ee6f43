// Sections that a type practically never has (FORMAT §4.5): a how-to has no symptoms, a bug no summary.
// Usually the issue type is wrong, or the text stands under the wrong heading.
import { articleTypes, TYPE_SECTIONS, typeOfTag } from "../../model/article-type.ts";
import { articleTitle } from "../../model/facts.ts";
import type { Rule } from "../rule.ts";
import { typeEvidence } from "../section-place.ts";

/** `unexpected-section` */
export const unexpectedSection: Rule = {
  id: "unexpected-section",
  category: "sections",
  levels: { archive: "off", authoring: "information" },
  fix: "no",
  summary: "A section that articles of this type practically never have.",
  rationale: "Readers who know the type do not look under this heading; often the issue type is the wrong one.",
  remedy: "Correct the issue type, or put the text under a heading that the type has.",
  source: "FORMAT §4.5",
  frequency: "1.5 % of articles, by type 1 to 4 %",
  examples: {
    bad: [
      {
        title: "A how-to with CAUSE",
        profile: "authoring",
        base: "howto",
        replace: "MORE INFORMATION\n================\n",
        by: "CAUSE\n=====\n\nThe session is in use.\n\nMORE INFORMATION\n================\n",
      },
      {
        title: "A bug with SUMMARY",
        profile: "authoring",
        replace: "SYMPTOMS\n========\n",
        by: "SUMMARY\n=======\n\nThis article is about queues.\n\nSYMPTOMS\n========\n",
      },
      {
        title: "A how-to with STATUS",
        profile: "authoring",
        base: "howto",
        replace: "MORE INFORMATION\n================\n",
        by: "STATUS\n======\n\nThis behavior is by design.\n\nMORE INFORMATION\n================\n",
      },
    ],
    good: [
      { title: "A bug", profile: "authoring" },
      { title: "A how-to", profile: "authoring", base: "howto" },
      {
        title: "Optional sections",
        profile: "authoring",
        replace: "STATUS\n======\n",
        by: "WORKAROUND\n==========\n\nPrint to a file.\n\nSTATUS\n======\n",
      },
    ],
  },
  check(context) {
    const { article } = context;
    const types = articleTypes(article);
    const tagged = typeOfTag(articleTitle(article) ?? "");
    // A title tag that contradicts the footer is a finding of its own: the type is in doubt.
    if (types.length === 0 || (tagged !== undefined && !types.includes(tagged))) return;
    const odd = article.sections.filter(({ name, mark }) => {
      return (
        name !== undefined && mark !== "dashes" && types.every((type) => TYPE_SECTIONS[type].unexpected.includes(name))
      );
    });
    const [first, ...others] = odd;
    if (!first) return;
    const names = odd.map(({ name }) => name).join(" and ");
    context.report({
      span: first.heading,
      message: `Articles of type ${types.join(" ")} practically never have ${names}. Correct the type, or move the text.`,
      related: [
        { message: "The article's type", span: typeEvidence(article) },
        ...others.map(({ heading }) => ({ message: "Nor this section", span: heading })),
      ],
    });
  },
};
