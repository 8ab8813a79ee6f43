// Sections and lead-ins that break off: a last sentence that ends in a comma, and “the following message” without
// a colon in front of its indented block.
import {
  indentOf,
  isListItem,
  isProse,
  isTextLine,
  lineText,
  paragraphAt,
  paragraphText,
  rawIndentOf,
  textEndLine,
} from "../../model/prose.ts";
import type { Article } from "../../syntax/article.ts";
import { LineKind } from "../../syntax/line-kind.ts";
import type { Rule, RuleContext } from "../rule.ts";

/** `section-ends-open` */
export const sectionEndsOpen: Rule = {
  id: "section-ends-open",
  category: "consistency",
  levels: { archive: "hint", authoring: "warning" },
  fix: "no",
  summary: "A section's last sentence ends in a comma, or a lead-in has no colon in front of its block.",
  rationale: "Words seem to be missing, and readers cannot tell whether they are.",
  remedy: "End the sentence, or write the colon.",
  source: "FORMAT §8",
  frequency: "1 in 2,300 articles",
  examples: {
    bad: [
      {
        title: "A section that ends in a comma",
        profile: "authoring",
        replace: "The session keeps the handle of the former spooler.",
        by: "The session keeps the handle of the former spooler,",
      },
      {
        title: "A lead-in without a colon",
        profile: "authoring",
        replace: "The queue stops.",
        by: "The queue stops, and you receive the following error message\n\n   Printer not found.",
      },
      {
        title: "A lead-in that ends in a comma",
        profile: "authoring",
        replace: "The queue stops.",
        by: "To stop the queue, type the following command,\n\n   NET STOP SPOOLER",
      },
    ],
    good: [
      { title: "Sentences that end" },
      {
        title: "A lead-in with a colon",
        replace: "The queue stops.",
        by: "The queue stops, and you receive the following error message:\n\n   Printer not found.",
      },
      {
        title: "A sentence that goes on behind the block",
        replace: "The queue stops.",
        by: "When you type the following command\n\n   NET STOP SPOOLER\n\nat the prompt, the queue stops.",
      },
      {
        title: "A section that ends in code",
        replace: "The session keeps the handle of the former spooler.",
        by: "The session keeps the handle of the former spooler:\n\n      CALL Open(spooler, handle,",
      },
    ],
  },
  check(context) {
    const { article } = context;
    for (const section of article.sections) checkEnd(context, section.bodyLine, section.endLine);
    const end = textEndLine(article) - 2;
    for (let line = article.contentLine; line < end; line++) {
      if (article.kinds[line] === LineKind.text && article.kinds[line + 1] === LineKind.blank)
        checkLeadIn(context, line);
    }
  },
};

const COMMA = 44;
const DEEPEST = 5;

function lastCode(article: Article, line: number): number {
  const { text } = article.source;
  let end = article.source.end(line);
  while (text.charCodeAt(end - 1) === 32) end--;
  return text.charCodeAt(end - 1);
}

function checkEnd(context: RuleContext, from: number, to: number): void {
  const { article } = context;
  let line = to - 1;
  while (line > from && article.kinds[line] === LineKind.blank) line--;
  if (!isTextLine(article, line) || lastCode(article, line) !== COMMA) return;
  const paragraph = paragraphAt(article, line);
  // A comma behind a blank is a character that is spoken of; so deep an indent is code.
  if (!paragraph || rawIndentOf(article, line) > DEEPEST || lineText(article, line).endsWith(" ,")) return;
  if (!isProse(article, paragraph)) return;
  reportOpen(context, line, "The section ends in a comma, so words seem to be missing. End the sentence.");
}

function reportOpen(context: RuleContext, line: number, message: string): void {
  const start = context.article.contents[line] ?? 0;
  const text = lineText(context.article, line);
  const lastWord = text.lastIndexOf(" ") + 1;
  context.report({ span: { start: start + lastWord, end: start + text.length }, message });
}

function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || code === COMMA;
}

// Cheap signs first: a line at the left that ends in a small letter or comma, and an indented block below.
function checkLeadIn(context: RuleContext, line: number): void {
  const { article } = context;
  if (!isWordCode(lastCode(article, line)) || !isTextLine(article, line + 2)) return;
  const paragraph = paragraphAt(article, line);
  const indent = indentOf(article, paragraph?.firstLine ?? line);
  if (!paragraph || indent > 1 || indentOf(article, line + 2) < indent + 2) return;
  if (isListItem(lineText(article, line + 2)) || goesOn(article, line + 2)) return;
  const sentence =
    paragraphText(article, paragraph)
      .split(/[.!?:]"? +/)
      .at(-1) ?? "";
  if (!LEAD_IN.test(sentence) || isSubordinate(sentence) || !isProse(article, paragraph)) return;
  reportOpen(
    context,
    line,
    "This leads into the block below without a colon, so words seem to be missing. End it with a colon.",
  );
}

const LEAD_IN = /\bfollowing(?: [A-Za-z-]+){1,3},?$/;
const SUBORDINATE =
  /^(?:after|although|as|because|before|by|given|if|in|on|once|since|to|unless|using|when(?:ever)?|where|while|with)\b/i;

// A last clause whose main sentence is still to come, behind the block.
function isSubordinate(sentence: string): boolean {
  const clause = sentence.replace(/,$/, "").split(/, */).at(-1) ?? "";
  return SUBORDINATE.test(clause);
}

// The sentence goes on below the block, or between its parts, in a small letter or with the other half of a pair.
function goesOn(article: Article, block: number): boolean {
  for (let line = block + 1; ; line++) {
    if (article.kinds[line] === LineKind.blank) continue;
    if (!isTextLine(article, line)) return false;
    const indented = indentOf(article, line) > 1;
    const text = lineText(article, line);
    if (!isTextLine(article, line - 1) || !indented) {
      if (!isListItem(text) && GOING_ON.test(text)) return true;
    }
    if (!indented) return false;
  }
}

const GOING_ON = /^ *(?:[a-z(,;]|To |With |And |Or |[A-Z]+ [a-z])/;
