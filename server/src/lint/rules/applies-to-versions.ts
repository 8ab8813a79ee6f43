// The versions of the applies-to bullets against those of the version line, as sets. A hint: products often name a
// version in another way than the line does.
import { malformedBullets } from "../../model/bullet-form.ts";
import { versionLine } from "../../model/version-facts.ts";
import { bulletVersionsOf, type PlacedVersion, unnamedVersions, withoutCounterpart } from "../../model/version-set.ts";
import type { Article } from "../../syntax/article.ts";
import type { Rule } from "../rule.ts";

/** `applies-to-versions` */
export const appliesToVersions: Rule = {
  id: "applies-to-versions",
  category: "applies-to",
  levels: { archive: "off", authoring: "hint" },
  fix: "no",
  summary: "The applies-to block and the version line name different versions.",
  rationale: "A reader finds the article by the one and reads in the other that it does not concern him.",
  remedy: "Name the same versions in the bullets, the header and the footer.",
  source: "FORMAT §6",
  frequency: "494 of 18,092 articles of a third of the archive (2.7 %)",
  examples: {
    bad: [
      {
        title: "A service pack only in the version line",
        profile: "authoring",
        replace: "Server versions 3.0, 4.0, 4.0 SP1 \n",
        by: "Server versions 3.0, 4.0 \n",
      },
      {
        title: "A version only in the bullets",
        profile: "authoring",
        replace: "Server versions 3.0, 4.0, 4.0 SP1 \n",
        by: "Server versions 2.11, 3.0, 4.0, 4.0 SP1 \n",
      },
      {
        title: "Another version",
        profile: "authoring",
        base: "howto",
        replace: "Microsoft SNA Server version 4.0, on",
        by: "Microsoft SNA Server version 3.0, on",
      },
    ],
    good: [
      { title: "The same versions", profile: "authoring" },
      { title: "The platform's own version is another matter", profile: "authoring", base: "howto" },
      {
        title: "A version that is part of the name",
        profile: "authoring",
        replace: "Server versions 3.0, 4.0, 4.0 SP1 \n",
        by: "Server 3.0, 4.0, 4.0 SP1 \n",
      },
    ],
  },
  check(context) {
    const { article } = context;
    const line = versionLine(article);
    if (!line?.version.sound || !article.appliesTo) return;
    const inLine = line.version.versions;
    if (namesJust(article, inLine)) return;
    const inBullets = bulletVersionsOf(article);
    if (inBullets.length === 0 || inLine.length === 0) return;
    const onlyBullets = withoutCounterpart(inBullets, inLine);
    const onlyLine = unnamedVersions(article, inLine);
    const [first] = onlyBullets;
    if (!first && onlyLine.length === 0) return;
    // What a damaged block names is known once it is mended.
    if (malformedBullets(article).length > 0) return;
    const offset = line.field.value.start;
    context.report({
      span: first?.span ?? {
        start: offset + (onlyLine[0]?.span.start ?? 0),
        end: offset + (onlyLine[0]?.span.end ?? 0),
      },
      message: messageFor(onlyBullets, onlyLine),
      related: [
        { message: "The version line", span: line.field.value },
        ...article.appliesTo.bullets.slice(0, 1).map((bullet) => ({ message: "The products", span: bullet.text })),
      ],
    });
  },
};

// At a glance: every product's bullet ends in the line's own list.
function namesJust(article: Article, inLine: readonly PlacedVersion[]): boolean {
  const { text } = article.source;
  const list = ` ${inLine.map((version) => version.text).join(", ")}`;
  for (const { depth, text: at } of article.appliesTo?.bullets ?? []) {
    const start = at.end - list.length;
    const listed =
      text.startsWith(list, start) && (text.endsWith("versions", start) || text.endsWith("version", start));
    if (depth === 1 && !listed) return false;
  }
  return true;
}

function messageFor(onlyBullets: readonly PlacedVersion[], onlyLine: readonly PlacedVersion[]): string {
  const says = [
    ...(onlyBullets.length > 0 ? [`The version line lacks ${listed(onlyBullets)} of the products`] : []),
    ...(onlyLine.length > 0
      ? [`${onlyBullets.length > 0 ? "the" : "The"} products lack ${listed(onlyLine)} of the version line`]
      : []),
  ];
  return `${says.join(", and ")}, so readers and searches are told different things. Name the same in both.`;
}

function listed(versions: readonly PlacedVersion[]): string {
  const texts = [...new Set(versions.map(({ text }) => text))];
  return texts.length > 3 ? `${texts.slice(0, 3).join(", ")} and ${texts.length - 3} more` : texts.join(", ");
}
