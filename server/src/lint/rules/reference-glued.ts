// A reference whose number runs into its title.
import { safeFix } from "../edits.ts";
import type { Rule } from "../rule.ts";

/** `reference-glued` */
export const referenceGlued: Rule = {
  id: "reference-glued",
  category: "references",
  levels: { archive: "warning", authoring: "warning" },
  fix: "safe",
  summary: "The number of a reference runs into its title.",
  rationale: "Neither readers nor programs see a number there, so the reference is not followed.",
  remedy: "Put one blank between number and title.",
  source: "FORMAT §7, §11",
  frequency: "91 references in 66 articles",
  examples: {
    bad: [
      { title: "On a line of its own", replace: "   Q900101 HOWTO: Close", by: "   Q900101HOWTO: Close" },
      {
        title: "A title without tag",
        replace: "The queue stops.",
        by: "   Q900101Close a Host Print Session",
        restores: false,
      },
      {
        title: "At the line's beginning",
        replace: "The queue stops.",
        by: "Q900101How to Close a Host Print Session",
        restores: false,
      },
    ],
    good: [
      { title: "One blank between" },
      { title: "A file name", replace: "The queue stops.", by: "   Q900101.exe" },
      { title: "An identifier", replace: "The queue stops.", by: "   cmdQ900101_Click" },
    ],
  },
  check(context) {
    for (const reference of context.references) {
      if (reference.form !== "glued") continue;
      const { end } = reference.span;
      context.report({
        span: { start: reference.span.start, end: reference.title?.end ?? end },
        message: `${reference.id} runs into its title, so nobody sees a reference. Put a blank between them.`,
        fixes: [safeFix(`Insert a blank behind ${reference.id}`, { span: { start: end, end }, newText: " " })],
      });
    }
  },
};
