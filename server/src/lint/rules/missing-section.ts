// Sections that an article's type cannot do without (FORMAT §4.5). Damaged headings count as present:
// they have findings of their own.
import { articleTypes, TYPE_SECTIONS } from "../../model/article-type.ts";
import { footerField, sectionOf, textAt, titleSpan } from "../../model/facts.ts";
import type { Article } from "../../syntax/article.ts";
import { type SectionName, sectionRank } from "../../syntax/sections.ts";
import type { Span } from "../../text/span.ts";
import { insertLines, unsafeFix } from "../edits.ts";
import type { Rule, RuleContext } from "../rule.ts";

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
    if (hasNoSections(article)) return;
    const types = articleTypes(article);
    // Of several types an article needs what all of them require.
    const sets = types.length > 0 ? types.map((type) => TYPE_SECTIONS[type]) : [TYPE_SECTIONS.untyped];
    for (const choice of sets[0]?.required ?? []) {
      const common = sets.every((set) => set.required.some((other) => other.join() === choice.join()));
      if (common && !choice.some((name) => sectionOf(article, name))) reportMissing(context, types.join(" "), choice);
    }
  },
};

// Reprinted README texts and the like have no canonical section at all (FORMAT §11: a matter of its own kind).
function hasNoSections(article: Article): boolean {
  return articleTypes(article).length === 0 && !article.sections.some((section) => section.name !== undefined);
}

function reportMissing(context: RuleContext, type: string, choice: readonly SectionName[]): void {
  const { article } = context;
  const [name = "SUMMARY"] = choice;
  const wanted = choice.join(" or ");
  const kind = type === "" ? "an article without a type" : `an article of type ${type}`;
  context.report({
    span: evidence(article),
    message: `${wanted} is missing, where readers of ${kind} look first. Add the section.`,
    fixes: [unsafeFix(`Insert an empty ${name} section`, insertSection(article, name))],
  });
}

// The place that says the type: the footer's issue type, else the title.
function evidence(article: Article): Span {
  const field = footerField(article, "Issue type");
  if (field && textAt(article, field.value).trim() !== "") return field.value;
  return titleSpan(article) ?? { start: 0, end: article.source.end(0) };
}

/** The edit that inserts an empty section at its place in the canonical order. */
export function insertSection(article: Article, name: SectionName): ReturnType<typeof insertLines> {
  const after = article.sections.find((section) => section.name && sectionRank(section.name) > sectionRank(name));
  const end = article.queryWords[0] ?? article.footer?.firstLine ?? article.bodyEndLine;
  return insertLines(article, after?.headingLine ?? end, [name, "=".repeat(name.length), "", "", ""]);
}
