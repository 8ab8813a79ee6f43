// “Step 7” in an article whose longest list has five: the list was shortened and the sentence was not.
import type { NumberedList } from "../../model/numbered-lists.ts";
import { isProse, paragraphAt, paragraphText, textEndLine } from "../../model/prose.ts";
import type { Article } from "../../syntax/article.ts";
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
  frequency: "about 1 in 2,500 articles",
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
    const { text } = article.source;
    const end = article.source.start(textEndLine(article));
    for (let at = text.indexOf("tep", article.source.start(article.contentLine)); at >= 0 && at < end; ) {
      const cited = CITED.exec(text.slice(at - 1, at + 10));
      const number = Number(cited?.[1] ?? 0);
      if (cited && number > longest && isAboutThis(article, at)) {
        context.report({
          span: { start: at - 1, end: at - 1 + cited[0].length },
          message: `“${cited[0]}” is in no list here: the longest ends with ${longest}. Correct the number or add the step.`,
        });
      }
      at = text.indexOf("tep", at + 1);
    }
  },
};

const CITED = /^[Ss]teps? (\d{1,2})\b/;
// Steps of other lists: a wizard's, a manual's, another article's; or headings that count the steps.
const OTHER_STEPS = /[Ww]izard|^\t?Steps? \d+ *[-:.]|^\t?STEP \d/m;
const ELSEWHERE = /Guide|[Mm]anual|\bBook\b|Q\d{5,6}|article/;

function highestNumber(lists: readonly NumberedList[]): number {
  let highest = 0;
  for (const list of lists) {
    for (const item of list.items) highest = Math.max(highest, item.number);
  }
  return highest;
}

function isAboutThis(article: Article, at: number): boolean {
  const { source } = article;
  const paragraph = paragraphAt(article, source.lineAt(at));
  if (!paragraph || !isProse(article, paragraph) || ELSEWHERE.test(paragraphText(article, paragraph))) return false;
  return !OTHER_STEPS.test(source.text.slice(source.start(article.contentLine), source.start(textEndLine(article))));
}
