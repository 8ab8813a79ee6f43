// Titles have at most 64 characters: no title of the archive is longer, and older programs cut what is.
import { articleTitle, titleSpan } from "../../model/facts.ts";
import { LONGEST_TITLE } from "../../model/title-spans.ts";
import type { Rule } from "../rule.ts";

const LONG =
  "FIX: Print Queue Stops After the Spooler Is Restarted and No Later Job Reaches the Printer of the Host Session";

/** `title-length` */
export const titleLength: Rule = {
  id: "title-length",
  category: "container",
  levels: { archive: "warning", authoring: "error" },
  fix: "no",
  summary: "The title is longer than 64 characters.",
  rationale: "Lists and references hold 64 characters; a longer title is cut in the middle of a word.",
  remedy: "Shorten the title: leave out articles, say the symptom and not its circumstances.",
  source: "FORMAT §1.3",
  frequency: "1 of 60,335 articles",
  mspl: true,
  examples: {
    bad: [
      {
        title: "Too long in a raw text",
        container: "text",
        replace: "FIX: Print Queue Stops After the Spooler Is Restarted",
        by: LONG,
      },
      {
        title: "Too long in a page",
        container: "page",
        replace: 'title: "Q900100: FIX: Print Queue Stops After the Spooler Is Restarted"',
        by: `title: "Q900100: ${LONG}"`,
        also: [["## Q900100: FIX: Print Queue Stops After the Spooler Is Restarted", `## Q900100: ${LONG}`]],
      },
      {
        title: "One character too long",
        container: "text",
        replace: "FIX: Print Queue Stops After the Spooler Is Restarted",
        by: "FIX: Print Queue Stops After the Spooler of a Host Is Restarted 2",
      },
    ],
    good: [
      { title: "Of usual length" },
      {
        title: "64 characters",
        container: "text",
        replace: "FIX: Print Queue Stops After the Spooler Is Restarted",
        by: "FIX: Print Queue Stops After the Spooler of a Host Is Restarted2",
      },
      {
        title: "64 characters once unescaped",
        container: "page",
        replace: 'title: "Q900100: FIX: Print Queue Stops After the Spooler Is Restarted"',
        by: 'title: "Q900100: FIX: Print Queue Stops After the &quot;Spooler&quot; Is Restarted"',
        also: [
          [
            "## Q900100: FIX: Print Queue Stops After the Spooler Is Restarted",
            "## Q900100: FIX: Print Queue Stops After the &quot;Spooler&quot; Is Restarted",
          ],
        ],
      },
    ],
  },
  check(context) {
    const { article } = context;
    const at = titleSpan(article);
    // An escaped title is never shorter than the plain one.
    if (!at || at.end - at.start <= LONGEST_TITLE) return;
    const length = articleTitle(article)?.length ?? 0;
    if (length <= LONGEST_TITLE) return;
    context.report({
      span: at,
      message: `The title has ${length} characters, and lists cut it after ${LONGEST_TITLE}. Shorten it by ${length - LONGEST_TITLE}.`,
    });
  },
};
