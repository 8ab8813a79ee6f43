// The sentence before a list of references agrees with it in number: “the following article” before one,
// “the following articles” before several; “article(s)” is not needed where they can be counted.
import { textAt } from "../../model/facts.ts";
import { type ReferenceGroup, referenceGroups } from "../../model/reference-groups.ts";
import type { TextEdit } from "../../text/text-edit.ts";
import { replaceSpan, safeFix } from "../edits.ts";
import type { Rule, RuleContext } from "../rule.ts";

/** `reference-intro` */
export const referenceIntro: Rule = {
  id: "reference-intro",
  category: "references",
  levels: { archive: "off", authoring: "hint" },
  fix: "safe",
  summary: "The sentence before a list of references does not agree with it in number.",
  rationale: "Readers told of one article look for one; “article(s)” leaves the counting to them.",
  remedy: "Write “article” before one reference and “articles” before several.",
  source: "FORMAT §7",
  frequency: "1.1 % of articles",
  examples: {
    bad: [
      {
        title: "Articles before one",
        profile: "authoring",
        replace: "see the following article in the Knowledge Base:",
        by: "see the following articles in the Knowledge Base:",
      },
      {
        title: "Left open",
        profile: "authoring",
        base: "howto",
        replace: "This article describes how to close a host print session.",
        by: "See the following article(s):\n\n   Q900100 FIX: Print Queue Stops After the Spooler Is Restarted",
        restores: false,
      },
      {
        title: "Article before two",
        profile: "authoring",
        base: "howto",
        replace: "This article describes how to close a host print session.",
        by: "To learn more, click the article number below to view the article:\n\n   Q900100 FIX: Print Queue Stops After the Spooler Is Restarted\n\n   Q900100 FIX: Print Queue Stops After the Spooler Is Restarted",
        restores: false,
      },
    ],
    good: [
      { title: "One article", profile: "authoring" },
      {
        title: "One of several",
        profile: "authoring",
        base: "howto",
        replace: "Stop the session in the manager, and then wait until the printer is idle.",
        by: "Click the appropriate article number below to view the article:\n\n   Q900100 FIX: Print Queue Stops After the Spooler Is Restarted\n\n   Q900100 FIX: Print Queue Stops After the Spooler Is Restarted",
      },
      {
        title: "A list with other items",
        profile: "authoring",
        base: "howto",
        replace: "Stop the session in the manager, and then wait until the printer is idle.",
        by: "See the following articles and books:\n\n   Q900100 FIX: Print Queue Stops After the Spooler Is Restarted\n\n   The Manager's Guide",
      },
    ],
  },
  check(context) {
    if (context.references.length === 0) return;
    for (const group of referenceGroups(context.article, context.references)) checkGroup(context, group);
  },
};

// The nouns that count the list; each with the ending that says how many.
const NOUNS: readonly RegExp[] = [
  /following\s+(?:Microsoft\s+)?(?:Knowledge\s+Base\s+)?article(\(s\)|s|)(?![A-Za-z(])(?!\s+number)/dg,
  /\barticle\s+number(\(s\)|s|)\s+below\b/dg,
  /following\s+article\s+number(\(s\)|s|)(?![A-Za-z(])/dg,
  /\bview\s+the\s+article(\(s\)|s|)(?![A-Za-z(])/dg,
];
// A choice among several is rightly in the singular.
const CHOICE =
  /\b(?:appropriate|one|either|any|each|every)\s+(?:of\s+)?(?:the\s+)?(?:following\s+)?(?:Microsoft\s+)?(?:Knowledge\s+Base\s+)?article/;

function checkGroup(context: RuleContext, { references, intro }: ReferenceGroup): void {
  const text = textAt(context.article, intro);
  if (!text.includes("article") || CHOICE.test(text)) return;
  const right = references.length > 1 ? "s" : "";
  const edits: TextEdit[] = [];
  for (const noun of NOUNS) {
    for (const match of text.matchAll(noun)) {
      const [from, to] = match.indices?.[1] ?? [0, 0];
      if (match[1] !== right) edits.push(replaceSpan({ start: intro.start + from, end: intro.start + to }, right));
    }
  }
  const [first] = edits;
  if (!first) return;
  const at = { start: nounStart(context, first.span.start), end: first.span.end };
  const count = references.length === 1 ? "One reference follows" : `${references.length} references follow`;
  context.report({
    span: at,
    message: `${count} here, which “${textAt(context.article, at)}” does not tell readers. Write the noun in its right number.`,
    fixes: [safeFix(right === "" ? "Write the singular" : "Write the plural", ...edits)],
  });
}

// “article”, or “article number”: from the word itself to where its ending is or should be.
function nounStart({ article }: RuleContext, end: number): number {
  return Math.max(0, article.source.text.lastIndexOf("article", end));
}
