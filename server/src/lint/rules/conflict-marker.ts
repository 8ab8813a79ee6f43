// One finding per unresolved merge conflict. All other rules are silent meanwhile (see run-rules.ts).
import { trimmedSpan } from "../edits.ts";
import type { Rule } from "../rule.ts";

/** `conflict-marker` */
export const conflictMarker: Rule = {
  id: "conflict-marker",
  category: "container",
  levels: { archive: "error", authoring: "error" },
  fix: "no",
  summary: "An unresolved merge conflict.",
  rationale: "The file holds two texts at once; whatever is published from it shows both and git's markers.",
  remedy: "Keep one side, or join the two, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`.",
  source: "RULES Container",
  frequency: "none in 60,335 pages",
  mspl: true,
  examples: {
    bad: [
      {
        title: "Two sides of a paragraph",
        replace: "The queue stops.",
        by: "<<<<<<< HEAD\nThe queue stops.\n=======\nThe queue hangs.\n>>>>>>> other",
        container: "text",
      },
      {
        title: "Two sides in a page",
        replace: "\tThe queue stops.",
        by: "<<<<<<< HEAD\n\tThe queue stops.\n=======\n\tThe queue hangs.\n>>>>>>> other",
        container: "page",
      },
      {
        title: "A closing marker left behind",
        replace: "The queue stops.",
        by: "The queue stops.\n>>>>>>> other",
        container: "text",
      },
    ],
    good: [
      { title: "A sound article" },
      { title: "Arrows in the text", replace: "The queue stops.", by: "Choose File >>>>>>> Queue." },
      { title: "An underline of seven", replace: "The queue stops.", by: "Queues\n------\n\nThe queue stops." },
    ],
  },
  check(context) {
    const { article } = context;
    for (const conflict of article.conflicts) {
      context.report({
        span: trimmedSpan(article, conflict.firstLine),
        message: "Unresolved merge conflict: the file holds two texts. Keep one and delete the markers.",
      });
    }
  },
};
