// The canonical order of sections. The fix moves whole sections with their blank lines.
import type { Article, Section } from "../../syntax/article.ts";
import { type SectionName, sectionRank } from "../../syntax/sections.ts";
import { deleteLines, insertRawLines, linesText, safeFix } from "../edits.ts";
import type { Rule, RuleContext } from "../rule.ts";
import { sectionEnd } from "../section-place.ts";

/** `section-order` */
export const sectionOrder: Rule = {
  id: "section-order",
  category: "sections",
  levels: { archive: "warning", authoring: "warning" },
  fix: "safe",
  summary: "The sections stand out of their canonical order.",
  rationale: "Readers expect cause before cure and background last; in another order they miss a section.",
  remedy: "Order: SUMMARY, SYMPTOMS, CAUSE, RESOLUTION, WORKAROUND, STATUS, MORE INFORMATION, REFERENCES.",
  source: "FORMAT §4.4",
  frequency: "1.8 % of articles",
  examples: {
    bad: [
      {
        title: "STATUS at the end",
        replace: "STATUS\n======\n\nThis problem was corrected in version 4.0 Service Pack 2.\n\n",
        by: "",
        also: [
          [
            "3. Print a page.\n\n",
            "3. Print a page.\n\nSTATUS\n======\n\nThis problem was corrected in version 4.0 Service Pack 2.\n\n",
          ],
        ],
      },
      {
        title: "CAUSE before SYMPTOMS",
        replace: "CAUSE\n=====\n\nThe session keeps the handle of the former spooler.\n\n",
        by: "",
        also: [
          [
            "SYMPTOMS\n========\n",
            "CAUSE\n=====\n\nThe session keeps the handle of the former spooler.\n\nSYMPTOMS\n========\n",
          ],
        ],
      },
      {
        title: "SUMMARY last",
        base: "howto",
        replace: "SUMMARY\n=======\n\nThis article describes how to close a host print session.\n\n",
        by: "",
        also: [
          [
            "Additional query words:",
            "SUMMARY\n=======\n\nThis article describes how to close a host print session.\n\nAdditional query words:",
          ],
        ],
      },
    ],
    good: [
      { title: "The canonical order" },
      { title: "SUMMARY first", base: "howto" },
      {
        title: "WORKAROUND before RESOLUTION is common",
        replace: "RESOLUTION\n==========\n",
        by: "WORKAROUND\n==========\n\nPrint to a file.\n\nRESOLUTION\n==========\n",
      },
    ],
  },
  check(context) {
    if (isOrdered(context.article)) return;
    const ordered = countedSections(context.article);
    const kept = longestOrdered(ordered);
    for (const section of ordered) if (!kept.has(section)) reportMisplaced(context, section, kept);
  },
};

interface Counted {
  readonly section: Section;
  readonly name: SectionName;
  readonly rank: number;
}

// Tells without counting them that all sections stand in order.
function isOrdered({ sections }: Article): boolean {
  let last = 0;
  for (const { name, mark } of sections) {
    if (name === undefined || mark === "dashes") continue;
    const rank = rankOf(name);
    if (rank < last) return false;
    last = rank;
  }
  return true;
}

// Only whole headings count: a dashed one may be a subheading, and of doubled ones the first has the name.
function countedSections(article: Article): Counted[] {
  const counted: Counted[] = [];
  for (const section of article.sections) {
    const { name } = section;
    if (name === undefined || section.mark === "dashes" || counted.some((other) => other.name === name)) continue;
    counted.push({ section, name, rank: rankOf(name) });
  }
  return counted;
}

// RESOLUTION and WORKAROUND stand in either order (FORMAT §4.4), so they share a rank.
function rankOf(name: SectionName): number {
  return sectionRank(name === "WORKAROUND" ? "RESOLUTION" : name);
}

/** The largest set of sections that already stand in order; the others are the misplaced ones. */
function longestOrdered(ordered: readonly Counted[]): ReadonlySet<Counted> {
  const best: Counted[][] = [];
  for (const [at, counted] of ordered.entries()) {
    let chain: Counted[] = [];
    for (let before = 0; before < at; before++) {
      const other = best[before] ?? [];
      if ((ordered[before]?.rank ?? 0) <= counted.rank && other.length > chain.length) chain = other;
    }
    best.push([...chain, counted]);
  }
  // Of equally long chains the first: it keeps the section that stands too early and names the one too late.
  return new Set(best.reduce((longest, chain) => (chain.length > longest.length ? chain : longest), []));
}

function reportMisplaced(context: RuleContext, misplaced: Counted, kept: ReadonlySet<Counted>): void {
  const { article } = context;
  const { section, name } = misplaced;
  const later = [...kept].find((other) => other.rank > misplaced.rank);
  const where = later ? `before ${later.name}` : "behind the other sections";
  const target = later?.section.headingLine ?? endOfSections(article);
  const to = sectionEnd(article, section);
  context.report({
    span: section.heading,
    message: `${name} belongs ${where}, where readers look for it. Move the section.`,
    ...(later ? { related: [{ message: `${name} belongs before this`, span: later.section.heading }] } : {}),
    fixes: [
      safeFix(`Move ${name} ${where}`, deleteLines(article, section.headingLine, to), {
        ...insertRawLines(article, target, []),
        newText: linesText(article, section.headingLine, to),
      }),
    ],
  });
}

function endOfSections(article: Article): number {
  return article.sections[article.sections.length - 1]?.endLine ?? article.bodyEndLine;
}
