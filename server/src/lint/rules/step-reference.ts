// “Step 7” in an article whose longest list has five: the list was shortened and the sentence was not.
import type { NumberedList } from "../../model/numbered-lists.ts";
import { proseFinder, textEndLine } from "../../model/prose.ts";
import type { Rule } from "../rule.ts";

/** `step-reference` */
export const stepReference: Rule = {
  id: "step-reference",
  category: "consistency",
  levels: { archive: "hint", authoring: "warning" },
  fix: "no",
  summary: "The text speaks of a step that no list of the article has.",
  rationale: "Readers look for the step in vain; most often the list was changed and the sentence was not.",
  remedy: "Correct the number, or write the missing step.",
  source: "FORMAT §8",
  frequency: "1 in 2,300 articles",
  examples: {
    bad: [
      {
        title: "A step that is not there",
        profile: "authoring",
        replace: "3. Print a page.",
        by: "3. Print a page. If nothing is printed, do step 5 again.",
      },
      {
        title: "Several steps",
        profile: "authoring",
        replace: "The queue stops.",
        by: "The queue stops when you repeat steps 4 and 5 of the list below.",
      },
      {
        title: "In a sentence of its own",
        profile: "authoring",
        replace: "3. Print a page.",
        by: "3. Print a page.\n\nThe manager shows the session that you opened in step 12.",
      },
    ],
    good: [
      {
        title: "A step of the list",
        replace: "3. Print a page.",
        by: "3. Print a page. If nothing is printed, do step 2 again.",
      },
      {
        title: "A step of a wizard",
        replace: "The queue stops.",
        by: "The queue stops when you click Finish in step 6 of the Setup Wizard.",
      },
      {
        title: "No list at all",
        base: "howto",
        replace: "Stop the session in the manager",
        by: "As step 2 you stop the session in the manager",
        restores: false,
      },
      {
        title: "Steps with headings of their own",
        replace: "The queue stops.",
        by: "Step 4: Look at the Queue\n-------------------------\n\nThe queue stops as in step 4.",
      },
    ],
  },
  check(context) {
    const { article } = context;
    const longest = highestNumber(context.numberedLists);
    if (longest < 2) return;
    const { source } = article;
    const from = source.start(article.contentLine);
    const body = source.text.slice(from, source.start(textEndLine(article)));
    const proseAt = proseFinder(article);
    let others: boolean | undefined;
    for (let at = body.indexOf("tep"); at >= 0; at = body.indexOf("tep", at + 1)) {
      const cited = CITED.exec(body.slice(at - 1, at + LONGEST));
      if (!cited || Number(cited[1]) <= longest) continue;
      const start = from + at - 1;
      const paragraph = proseAt(source.lineAt(start));
      if (!paragraph || ELSEWHERE.test(nearText(body, at))) continue;
      others ??= OTHER_STEPS.test(body);
      if (others) return;
      context.report({
        span: { start, end: start + cited[0].length },
        message: `“${cited[0]}” is in no list here: the longest ends with ${longest}. Correct the number or add the step.`,
      });
    }
  },
};

const LONGEST = 10;
const CITED = /^[Ss]teps? (\d{1,2})\b/;
// Steps of other lists: a wizard's, a manual's, another article's; or headings that count the steps.
const OTHER_STEPS = /[Ww]izard|^\t?Steps? \d+ *[-:.]|^\t?STEP \d/m;
const ELSEWHERE = /Guide|[Mm]anual|\bBook\b|Q\d{5,6}|article/;

const SENTENCE = 200;

function highestNumber(lists: readonly NumberedList[]): number {
  let highest = 0;
  for (const list of lists) {
    for (const item of list.items) highest = Math.max(highest, item.number);
  }
  return highest;
}

// The sentence around, or about that much.
function nearText(body: string, at: number): string {
  const end = body.indexOf(".", at);
  return body.slice(Math.max(0, at - SENTENCE), Math.min(end < 0 ? body.length : end, at + SENTENCE));
}
