// Lines of prose that reach beyond the archive's wrap column. Tables, code, addresses and references stay as they are.
import {
  isListItem,
  isProse,
  lineText,
  type Paragraph,
  paragraphAt,
  rawIndentOf,
  textEndLine,
} from "../../model/prose.ts";
import { asWritten, rawText, shapeFrom, WRAP_COLUMN, widthOf, wrapText } from "../../model/wrap.ts";
import type { Article } from "../../syntax/article.ts";
import { LineKind } from "../../syntax/line-kind.ts";
import { linePrefix, replaceSpan } from "../edits.ts";
import type { Fix, Rule, RuleContext } from "../rule.ts";

const JOB = "When the spooler is restarted while a host print session is open, no later job\nreaches the printer.";

/** `line-length` */
export const lineLength: Rule = {
  id: "line-length",
  category: "text",
  levels: { archive: "off", authoring: "warning" },
  fix: "safe",
  summary: "A line of prose reaches beyond column 81.",
  rationale: "Programs that show or print the archive cut the line or break it anywhere.",
  remedy: "Wrap the paragraph: columns 80, and 81 on the first line of a paragraph that stands at the left.",
  source: "FORMAT §8",
  frequency: "1.8 % of articles; tables and code with longer lines are not counted",
  examples: {
    bad: [
      { title: "A paragraph on one line", profile: "authoring", replace: JOB, by: JOB.replace("\n", " ") },
      {
        title: "A word too many",
        profile: "authoring",
        replace: "close the session before the spooler is restarted. For",
        by: "close the session long before the spooler is restarted. For",
        restores: false,
      },
      {
        title: "A list item on one line",
        profile: "authoring",
        replace: "2. Restart the spooler.",
        by: "2. Restart the spooler by the command that you find in the manager, and then wait until it answers.",
        restores: false,
      },
      {
        title: "A bullet on one line",
        profile: "authoring",
        base: "howto",
        replace: " - A session with jobs closes when the last one is printed.",
        by: " - A session with jobs closes when the last one of them is printed, and a session without jobs at once.",
        restores: false,
      },
    ],
    good: [
      { title: "Wrapped", profile: "authoring" },
      {
        title: "81 columns at the beginning of a paragraph",
        profile: "authoring",
        replace: JOB,
        by: JOB.replace("while a", "while some").replace("later job", "job"),
      },
      {
        title: "A table",
        profile: "authoring",
        replace: "The queue stops.",
        by: "Queue         Host                          Printer                       Jobs that are left",
      },
      {
        title: "An address",
        profile: "authoring",
        replace: "The queue stops.",
        by: "For the list of printers, see http://www.example.com/printers/of/this/queue/and/of/all/others",
      },
      {
        title: "Code",
        profile: "authoring",
        replace: "The queue stops.",
        by: "      Set queue = spooler.OpenQueue(host.Name, session.Handle, printer.Name, jobs.Count, 0)",
      },
    ],
  },
  check(context) {
    const { article } = context;
    const { source } = article;
    const end = textEndLine(article);
    for (let line = article.contentLine; line < end; line++) {
      if (source.end(line) - (article.contents[line] ?? 0) < SHORTEST) continue;
      if (article.kinds[line] === LineKind.text) line = checkLine(context, line);
    }
  },
};

// Only a paragraph's first line may reach 81, but an 81st column further down is no more than a slip of the wrap.
const LONGEST = 81;
// In a page, a line may have lost a column.
const SHORTEST = LONGEST;
const REFERENCE = /^ *(?:(?:[-*o]|\d{1,3}[.)]) +)?Q\d{5,6}\b/;
const ADDRESS = /:\/\/|\\\\|@\w+\.|\bwww\./;

// Judges a paragraph once, and goes on behind it.
function checkLine(context: RuleContext, line: number): number {
  const { article } = context;
  const paragraph = isTooLong(article, line) ? paragraphAt(article, line) : undefined;
  if (!paragraph) return line;
  if (!isQuoted(article, paragraph) && isProse(article, paragraph)) reportLine(context, paragraph, line);
  return paragraph.endLine - 1;
}

function reportLine(context: RuleContext, paragraph: Paragraph, line: number): void {
  const { article } = context;
  const width = widthOf(article, line);
  const end = (article.contents[line] ?? 0) + lineText(article, line).length;
  context.report({
    span: { start: end - (width - LONGEST), end },
    message: `The line reaches column ${width}, and programs cut it behind ${LONGEST}. Wrap the paragraph.`,
    fixes: rewrap(article, paragraph, line),
  });
}

function isTooLong(article: Article, line: number): boolean {
  if (widthOf(article, line) <= LONGEST) return false;
  const text = rawText(article, line);
  if (REFERENCE.test(text) || ADDRESS.test(text)) return false;
  // There must be a blank to break at.
  const indent = text.length - text.trimStart().length;
  return text.lastIndexOf(" ", WRAP_COLUMN) > indent;
}

const DEEPEST = 5;
const COLON = ":";

// What a colon leads into is a message, a command or a log, and so is an indented block outside of lists.
function isQuoted(article: Article, paragraph: Paragraph): boolean {
  const indent = rawIndentOf(article, paragraph.firstLine);
  if (paragraph.item) return indent > DEEPEST;
  let above = textAbove(article, paragraph.firstLine);
  if (indent > DEEPEST || lineText(article, above).endsWith(COLON)) return true;
  if (indent === 0) return false;
  while (article.kinds[above] === LineKind.text && rawIndentOf(article, above) >= indent)
    above = textAbove(article, above);
  return !isListItem(lineText(article, above));
}

function textAbove(article: Article, line: number): number {
  let above = line - 1;
  while (article.kinds[above] === LineKind.blank) above--;
  return above;
}

// A line of this width may have been ended on purpose, as in a list without marks.
const FULL = 55;
// At the beginning of a line these would be something else than words: an item, a reference, a ruler.
const SIGN = /^ *(?:(?:\d{1,3}|[A-Za-z])[.)]|[-*o+|]|Q\d{5,6}|[-=_]{3,}[^ ]*)(?: |$)/;

function rewrap(article: Article, paragraph: Paragraph, line: number): Fix[] {
  const { source } = article;
  const texts: string[] = [];
  let ragged = false;
  for (let at = line; at < paragraph.endLine; at++) {
    texts.push(lineText(article, at).trimStart());
    if (at > line && at < paragraph.endLine - 1 && widthOf(article, at) < FULL) ragged = true;
  }
  const wrapped = wrapText(texts.join(" "), shapeFrom(article, paragraph, line));
  const risky = ragged || wrapped.slice(1).some((text) => SIGN.test(text));
  const newText = wrapped.map((text) => asWritten(article, text)).join(source.lineBreak + linePrefix(article));
  const at = { start: article.contents[line] ?? 0, end: source.end(paragraph.endLine - 1) };
  if (newText === source.text.slice(at.start, at.end)) return [];
  return [{ title: "Wrap the paragraph", safety: risky ? "unsafe" : "safe", edits: [replaceSpan(at, newText)] }];
}
