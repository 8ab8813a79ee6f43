// Numbered lists that skip or repeat a number: a step was lost, or was taken out without counting anew.
import type { NumberedItem, NumberedList } from "../../model/numbered-lists.ts";
import type { Article } from "../../syntax/article.ts";
import { replaceSpan } from "../edits.ts";
import type { Fix, Rule, RuleContext } from "../rule.ts";

/** `numbered-list` */
export const numberedList: Rule = {
  id: "numbered-list",
  category: "text",
  levels: { archive: "warning", authoring: "warning" },
  fix: "safe",
  summary: "A numbered list jumps: 1, 2, 4.",
  rationale: "Readers look for the missing step, and whoever counts along on the telephone loses the place.",
  remedy: "Write the missing step, or count the list anew.",
  source: "FORMAT §8",
  frequency: "1 in 6,000 articles",
  examples: {
    bad: [
      { title: "A number left out", replace: "3. Print a page.", by: "4. Print a page." },
      { title: "A number twice", replace: "3. Print a page.", by: "2. Print a page." },
      {
        title: "A number left out in the middle",
        replace: "2. Restart the spooler.\n\n3. Print a page.",
        by: "3. Restart the spooler.\n\n4. Print a page.",
      },
      {
        title: "Two numbers left out under a note",
        replace: "2. Restart the spooler.",
        by: "2. Restart the spooler.\n\n   Note that the session is still open.",
        also: [["3. Print a page.", "5. Print a page."]],
        restores: false,
      },
    ],
    good: [
      { title: "Counted without a gap" },
      {
        title: "A list within a list",
        replace: "2. Restart the spooler.",
        by: "2. Restart the spooler:\n\n   1. Stop it.\n\n   2. Start it.",
      },
      {
        title: "A second list that begins anew",
        replace: "3. Print a page.",
        by: "3. Print a page.\n\nThen look into the log:\n\n1. Open the manager.\n\n2. Click Log.",
      },
      {
        title: "A number that the text wrapped to the line's beginning",
        replace: "The queue stops.",
        by: "The queue stops on every server that was set up with the edition of the year\n1998. Later ones have no such queue.",
      },
      {
        title: "Numbers that are no count",
        replace: "3. Print a page.",
        by: "3. Print a page.\n\n17. is the highest number that the manager shows.",
      },
    ],
  },
  check(context) {
    for (const list of context.numberedLists) {
      if (list.items.length > 2) checkList(context, list);
    }
  },
};

function checkList(context: RuleContext, list: NumberedList): void {
  const jumps: number[] = [];
  for (let at = 1; at < list.items.length; at++) if (step(list, at) !== 1) jumps.push(at);
  // Where numbers jump again and again they mean something else: keys of a menu, years, page numbers.
  if (jumps.length * 3 > list.items.length) return;
  for (const at of jumps) reportJump(context, list, at);
}

function step(list: NumberedList, at: number): number {
  return (list.items[at]?.number ?? 0) - (list.items[at - 1]?.number ?? 0);
}

function reportJump(context: RuleContext, list: NumberedList, at: number): void {
  const item = list.items[at];
  const before = list.items[at - 1];
  if (!item || !before) return;
  const what = step(list, at) === 0 ? `has ${item.number} twice` : `jumps from ${before.number} to ${item.number}`;
  context.report({
    span: item.span,
    message: `The list ${what}, so readers miss a step. Write step ${before.number + 1}, or count anew.`,
    related: [{ message: "The item before", span: before.span }],
    fixes: [renumber(context.article, list.items, at)],
  });
}

// Counts on from the jump. Where the text speaks of steps by number, counting anew would make those wrong; and where
// several numbers are missing, text was lost more likely than a count was.
function renumber(article: Article, items: readonly NumberedItem[], from: number): Fix {
  const first = (items[from - 1]?.number ?? 0) + 1;
  const shift = (items[from]?.number ?? 0) - first;
  const edits = items.slice(from).map((item) => replaceSpan(item.span, String(item.number - shift)));
  const cited = /\bsteps? \d/i.test(article.source.text);
  return { title: "Count the list anew", safety: cited || shift > 1 ? "unsafe" : "safe", edits };
}
