// The line of additional query words above the footer: spelt right, once, in its place.

import { editDistance } from "../../base/edit-distance.ts";
import { areDistinct } from "../../model/distinct-words.ts";
import { textAt } from "../../model/facts.ts";
import type { Article } from "../../syntax/article.ts";
import { LineKind } from "../../syntax/line-kind.ts";
import {
  contentSpan,
  deleteLines,
  insertRawLines,
  linesText,
  replaceSpan,
  safeFix,
  trimmedSpan,
  unsafeFix,
} from "../edits.ts";
import type { Rule, RuleContext } from "../rule.ts";

const LABEL = "Additional query words:";
const LABELLED = /^Additional (?:query|reference) words?(?: *:)?/;

/** `query-words` */
export const queryWords: Rule = {
  id: "query-words",
  category: "footer",
  levels: { archive: "warning", authoring: "warning" },
  variants: { repeated: { archive: "hint", authoring: "hint" } },
  fix: "safe",
  summary: "The line of query words is misspelt, doubled or out of its place, or has a word twice.",
  rationale: "Searches find the words by the line's first three; misspelt, or elsewhere, they are plain text.",
  remedy: `Write one line “${LABEL}” directly above the footer.`,
  source: "FORMAT §5.1",
  frequency: "3 misspelt, 12 doubled in 56,986 articles; 147 with a word twice",
  examples: {
    bad: [
      {
        title: "Reference words",
        replace: "Additional query words: prodsna",
        by: "Additional reference words: prodsna",
      },
      { title: "One word", replace: "Additional query words: prodsna", by: "Additional query word: prodsna" },
      { title: "Misspelt", replace: "Additional query words: prodsna", by: "Additonal query words: prodsna" },
      { title: "No colon", replace: "Additional query words: prodsna", by: "Additional query words prodsna" },
      {
        title: "Amid the text",
        replace: "Additional query words: prodsna spool\n\n",
        by: "",
        also: [["MORE INFORMATION\n", "Additional query words: prodsna spool\n\nMORE INFORMATION\n"]],
      },
      {
        title: "Doubled",
        replace: "Additional query words: prodsna spool\n",
        by: "Additional query words: prodsna spool\n\nAdditional query words: prodsna spool\n",
        restores: false,
      },
    ],
    good: [
      { title: "Words" },
      { title: "No words", base: "howto" },
      { title: "No line", replace: "Additional query words: prodsna spool\n\n", by: "" },
    ],
  },
  check(context) {
    const { article } = context;
    const lines = article.queryWords;
    const [first] = lines;
    if (first === undefined) return checkMisspelt(context);
    for (const line of lines) checkLabel(context, line);
    for (const line of lines.slice(1)) reportDoubled(context, line, first);
    if (lines.length > 1) return;
    if (context.wants("repeated")) checkWords(context, first);
    checkPlace(context, first);
  },
};

function checkLabel(context: RuleContext, line: number): void {
  const { article } = context;
  const text = textAt(article, contentSpan(article, line));
  const label = LABELLED.exec(text)?.[0] ?? "";
  if (label === LABEL) return;
  reportLabel(context, line, label);
}

function reportLabel(context: RuleContext, line: number, label: string): void {
  const { start } = contentSpan(context.article, line);
  const span = { start, end: start + label.length };
  context.report({
    span,
    message: `“${label}” is not what searches look for. Write “${LABEL}”`,
    fixes: [safeFix(`Write “${LABEL}”`, replaceSpan(span, LABEL))],
  });
}

// A misspelt line is looked for where it belongs: the last lines of text above the footer, for long ones wrap.
function checkMisspelt(context: RuleContext): void {
  const { article } = context;
  let line = lastTextLine(article);
  if (line === undefined) return;
  while (article.kinds[line - 1] === LineKind.text) line--;
  const text = textAt(article, trimmedSpan(article, line));
  const label = /^[A-Za-z]{8,12} {1,2}[A-Za-z]{3,10} {1,2}[A-Za-z]{3,7} ?[:;.]/.exec(text)?.[0];
  if (label !== undefined && isNear(label)) reportLabel(context, line, label);
}

function isNear(label: string): boolean {
  const bare = label
    .toLowerCase()
    .replace(/ {2,}/g, " ")
    .replace(/ ?[:;.]$/, ":");
  return editDistance(bare, LABEL.toLowerCase(), SLIPS) <= SLIPS;
}

const SLIPS = 3;

// Between the query words and the footer stands no other text; the words themselves may wrap.
function checkPlace(context: RuleContext, line: number): void {
  const { article } = context;
  const { footer } = article;
  let end = line;
  while (article.kinds[end] === LineKind.queryWords) end++;
  let next = end;
  while (article.kinds[next] === LineKind.blank) next++;
  if (!footer || next >= footer.firstLine) return;
  const moved = linesText(article, line, end) + linesText(article, end, end + 1);
  context.report({
    span: trimmedSpan(article, line),
    message: "The query words stand amid the text, where searches do not look. Move them above the footer.",
    fixes: [
      safeFix("Move the query words above the footer", deleteLines(article, line, end + 1), {
        ...insertRawLines(article, footer.firstLine, []),
        newText: moved,
      }),
    ],
  });
}

function lastTextLine(article: Article): number | undefined {
  if (!article.footer) return undefined;
  for (let line = article.footer.firstLine - 1; line > article.contentLine; line--) {
    if (article.kinds[line] !== LineKind.blank) return line;
  }
  return undefined;
}

function reportDoubled(context: RuleContext, line: number, first: number): void {
  const { article } = context;
  const word = trimmedSpan(article, line);
  context.report({
    span: word,
    message: "The query words stand twice, and searches read one line only. Join the two.",
    related: [{ message: "The first line", span: trimmedSpan(article, first) }],
    fixes: [unsafeFix("Delete this line", { span: word, newText: "" })],
  });
}

function checkWords(context: RuleContext, line: number): void {
  const { article } = context;
  const at = trimmedSpan(article, line);
  // The words of the label count too, for which a rare line is looked through for nothing.
  if (areDistinct(article.source.text, at)) return;
  const seen = new Set<string>();
  const label = LABELLED.exec(textAt(article, at))?.[0].length ?? 0;
  for (const match of textAt(article, at).matchAll(/\S+/g)) {
    if (match.index < label) continue;
    const word = match[0].toLowerCase();
    if (!seen.has(word)) {
      seen.add(word);
      continue;
    }
    const start = at.start + match.index;
    const span = { start, end: start + match[0].length };
    context.report({
      span,
      message: `“${match[0]}” is among the query words already. Delete it.`,
      variant: "repeated",
      // Words form phrases here (`print list to print`), which a repeated one may belong to.
      fixes: [unsafeFix("Delete the repeated word", { span: { start: start - 1, end: span.end }, newText: "" })],
    });
  }
}
