// A word written twice in prose, on one line or over a line's end. Words that are rightly doubled are left alone,
// and so are code, tables and everything that is not plain small letters.
import { lineText, proseFinder, textEndLine } from "../../model/prose.ts";
import type { Article } from "../../syntax/article.ts";
import { unsafeFix } from "../edits.ts";
import type { Rule } from "../rule.ts";

/** `doubled-word` */
export const doubledWord: Rule = {
  id: "doubled-word",
  category: "text",
  levels: { archive: "hint", authoring: "warning" },
  fix: "unsafe",
  summary: "A word is written twice: “the the”.",
  rationale: "It is a slip that readers see and spelling checkers of the time did not.",
  remedy: "Delete one of the two.",
  source: "FORMAT §11",
  frequency: "0.7 % of articles",
  examples: {
    bad: [
      {
        title: "On one line",
        profile: "authoring",
        replace: "This problem was corrected in version",
        by: "This problem was corrected in in version",
      },
      {
        title: "Over a line's end",
        profile: "authoring",
        replace: "no later job\nreaches the printer.",
        by: "no later job\njob reaches the printer.",
      },
      {
        title: "In a list",
        profile: "authoring",
        replace: "1. Open a host print session.",
        by: "1. Open a host host print session that you have not used before.",
      },
    ],
    good: [
      {
        title: "Rightly doubled",
        replace: "The queue stops.",
        by: "The queue stops at a job that that session had had before it was closed.",
      },
      {
        title: "In code",
        replace: "The queue stops.",
        by: "      SELECT * FROM jobs jobs WHERE jobs.done = 0",
      },
      {
        title: "A name and a word",
        replace: "The queue stops.",
        by: "To see the queue, click the The Queue icon, and look at Queue.log log entries.",
      },
      {
        title: "In a table",
        replace: "The queue stops.",
        by: "The queue      queue of the host\nThe job        job of the queue",
      },
      {
        title: "Three times, as a pattern",
        replace: "The queue stops.",
        by: "When you type text text text in the box, the queue stops.",
      },
    ],
  },
  check(context) {
    const { article } = context;
    const from = article.source.start(article.contentLine);
    const body = article.source.text.slice(from, article.source.start(textEndLine(article)));
    const proseAt = proseFinder(article);
    DOUBLED.lastIndex = 0;
    for (let match = DOUBLED.exec(body); match; match = DOUBLED.exec(body)) {
      const word = match[1] ?? "";
      const first = from + match.index + 1;
      const second = from + match.index + match[0].length - word.length;
      if (!isAlone(article, word, first, second) || !isInProse(article, proseAt, first, second)) continue;
      context.report({
        span: { start: first, end: second + word.length },
        message: `“${word}” stands here twice, and readers stumble. Delete one.`,
        fixes: [
          unsafeFix("Delete the second one", {
            span: { start: first + word.length, end: second + word.length },
            newText: "",
          }),
        ],
      });
    }
  },
};

// The shortest run of letters first: a word that is no double is given up at its end, without going back.
const DOUBLED = /[ \t\n(]([a-z]+?)(?: |\r?\n[\t ]*)\1(?=[\s.,;:!?)])/g;
const FULL = 55;
const LONGEST_GAP = 20;
const RIGHTLY: ReadonlySet<string> = new Set(["can", "do", "had", "her", "is", "so", "that", "text", "very", "who"]);

function isAlone(article: Article, word: string, first: number, second: number): boolean {
  if (RIGHTLY.has(word) || /^(.)\1+$/.test(word)) return false;
  const { text } = article.source;
  const end = second + word.length;
  // `Queue.log log.txt`, `ftp ftp.host`: the end of the second word is not the end of a word.
  if (/^[.:;]\S/.test(text.slice(end, end + 2))) return false;
  const next = text.slice(end, end + word.length + LONGEST_GAP).trimStart();
  return !next.startsWith(`${word} `) && !endsWith(text, first - 1, word);
}

function isInProse(article: Article, proseAt: ReturnType<typeof proseFinder>, first: number, second: number): boolean {
  const line = article.source.lineAt(first);
  const paragraph = proseAt(line);
  if (!paragraph) return false;
  const last = article.source.lineAt(second);
  // Over a line's end only where the line is full: short lines were ended on purpose.
  return last === line || (last < paragraph.endLine && lineText(article, line).length >= FULL);
}

// A third one makes a pattern: `up up up`.
function endsWith(text: string, end: number, word: string): boolean {
  const before = text.slice(Math.max(0, end - word.length - 4), end).trimEnd();
  return before.endsWith(word) && !/[a-z]/.test(before.charAt(before.length - word.length - 1));
}
