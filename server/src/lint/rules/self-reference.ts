// An article that sends its readers to itself.
import { articleId } from "../../model/facts.ts";
import type { ReferenceForm } from "../../model/references.ts";
import type { Rule } from "../rule.ts";

// In running text and file names an article may well name its own number; only an invitation to read it is odd.
const INVITING: ReadonlySet<ReferenceForm> = new Set(["own-line", "list", "article-id"]);

/** `self-reference` */
export const selfReference: Rule = {
  id: "self-reference",
  category: "references",
  levels: { archive: "warning", authoring: "warning" },
  fix: "no",
  summary: "The article refers to itself.",
  rationale: "Readers who follow the reference come back to where they are.",
  remedy: "Cite the article that is meant, or delete the reference.",
  source: "FORMAT §7",
  frequency: "14 of 56,986 articles",
  examples: {
    bad: [
      {
        title: "On a line of its own",
        replace: "   Q900101 HOWTO: Close a Host Print Session",
        by: "   Q900100 FIX: Print Queue Stops After the Spooler Is Restarted",
      },
      {
        title: "In a list",
        base: "howto",
        replace: " - A session without jobs closes at once.",
        by: " - Q900101 HOWTO: Close a Host Print Session",
      },
      {
        title: "In an ARTICLE-ID block",
        replace: "The queue stops.",
        by: "ARTICLE-ID: Q900100\nTITLE     : FIX: Print Queue Stops After the Spooler Is Restarted",
      },
    ],
    good: [
      { title: "Another article" },
      { title: "Its own file name", replace: "The queue stops.", by: "Run Q900100.exe to mend the queue." },
      {
        title: "Its own number in a sentence",
        replace: "The queue stops.",
        by: "When you call, mention Q900100 to the engineer.",
      },
    ],
  },
  check(context) {
    const own = articleId(context.article);
    for (const reference of context.references) {
      if (reference.id !== own || !INVITING.has(reference.form)) continue;
      context.report({
        span: reference.span,
        message: `${reference.id} is this very article, so the reference leads nowhere. Cite the one that is meant.`,
      });
    }
  },
};
