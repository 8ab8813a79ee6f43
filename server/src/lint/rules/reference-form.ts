// References that are not written as references are: a small q, a blank behind the Q, an ARTICLE-ID block without
// its TITLE line. Programs, this one included, do not follow them as they stand.
import { textAt } from "../../model/facts.ts";
import { asPageWrites } from "../../model/page-bytes.ts";
import type { Reference } from "../../model/references.ts";
import type { Span } from "../../text/span.ts";
import { insertLines, replaceSpan, safeFix } from "../edits.ts";
import type { Fix, Rule, RuleContext } from "../rule.ts";

/** `reference-form` */
export const referenceForm: Rule = {
  id: "reference-form",
  category: "references",
  levels: { archive: "hint", authoring: "warning" },
  fix: "safe",
  summary: "A reference is not written as `Q12345`, or an ARTICLE-ID block lacks its TITLE line.",
  rationale: "Programs know an article number by its capital Q and the digits directly behind it.",
  remedy: "Write `Q12345`; in a block, `ARTICLE-ID: Q12345` and below it `TITLE     : ` with the title.",
  source: "FORMAT §7",
  frequency: "9 references in 8 of 18,170 articles",
  examples: {
    bad: [
      {
        title: "A small q",
        profile: "authoring",
        replace: "   Q900101 HOWTO: Close a Host Print Session",
        by: "   q900101 HOWTO: Close a Host Print Session",
      },
      {
        title: "A blank behind the Q",
        profile: "authoring",
        replace: "   Q900101 HOWTO: Close a Host Print Session",
        by: "   Q 900101 HOWTO: Close a Host Print Session",
      },
      {
        title: "ARTICLE-ID without TITLE",
        profile: "authoring",
        replace: "The queue stops.",
        by: "ARTICLE-ID: Q900101",
        restores: false,
      },
      {
        title: "TITLE on the same line",
        profile: "authoring",
        replace: "The queue stops.",
        by: "ARTICLE-ID: Q900101 TITLE : HOWTO: Close a Host Print Session",
        restores: false,
      },
    ],
    good: [
      { title: "The usual form", profile: "authoring" },
      {
        title: "An ARTICLE-ID block",
        profile: "authoring",
        replace: "The queue stops.",
        by: "ARTICLE-ID: Q900101\nTITLE     : HOWTO: Close a Host Print Session",
      },
      {
        title: "A file and an address",
        profile: "authoring",
        replace: "The queue stops.",
        by: "Run q900101.exe, or see /support/kb/articles/q900/1/01.asp.",
      },
    ],
  },
  check(context) {
    checkCapital(context);
    checkBlank(context);
    for (const reference of context.references) if (reference.form === "article-id") checkBlock(context, reference);
  },
};

const ZERO = 48;
const NINE = 57;
const BEFORE = /[A-Za-z0-9_\\/\-+=.&;:#]/;

/** The digits from an offset on, where they are an article number's and nothing of a longer word. */
function numberAt({ article }: RuleContext, at: number): string | undefined {
  const { text } = article.source;
  let end = at;
  while (isDigit(text.charCodeAt(end))) end++;
  const count = end - at;
  if (count < 5 || count > 6 || /[A-Za-z0-9_\\/]/.test(text.charAt(end))) return undefined;
  if (/[-.]/.test(text.charAt(end)) && /[A-Za-z0-9]/.test(text.charAt(end + 1))) return undefined;
  return text.slice(at, end);
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

/** The offsets of the body at which a sign stands, none behind a letter or the like. */
function* places({ article }: RuleContext, sign: string): Generator<number> {
  const { text } = article.source;
  const from = article.source.start(article.bodyLine);
  const to = article.source.start(article.footer?.firstLine ?? article.bodyEndLine);
  for (let at = text.indexOf(sign, from); at >= 0 && at < to; at = text.indexOf(sign, at + 1)) {
    if (isFree(text, at)) yield at;
  }
}

function isFree(text: string, at: number): boolean {
  return !BEFORE.test(text.charAt(at - 1));
}

function checkCapital(context: RuleContext): void {
  for (const at of places(context, "q")) {
    const number = numberAt(context, at + 1);
    if (number !== undefined) reportNumber(context, { start: at, end: at + 1 + number.length }, number);
  }
}

function checkBlank(context: RuleContext): void {
  for (const at of places(context, "Q ")) {
    const number = numberAt(context, at + 2);
    // Anything can be numbered; only the archive can tell that an article is meant.
    if (number === undefined || !context.archive || context.archive.find(`Q${number}`).length === 0) continue;
    reportNumber(context, { start: at, end: at + 2 + number.length }, number);
  }
}

function reportNumber(context: RuleContext, span: Span, number: string): void {
  context.report({
    span,
    message: `“${textAt(context.article, span)}” is not how articles are cited, so nobody can follow it. Write Q${number}.`,
    fixes: [safeFix(`Write Q${number}`, replaceSpan(span, `Q${number}`))],
  });
}

const LABEL = /^ *ARTICLE-ID *: *$/;

function checkBlock(context: RuleContext, reference: Reference): void {
  const { article } = context;
  const { id, line, span, title } = reference;
  const start = article.contents[line] ?? 0;
  const label = article.source.text.slice(start, span.start);
  if (title !== undefined || !LABEL.test(label)) return;
  const behind = { start: span.end, end: article.source.end(line) };
  const indent = " ".repeat(label.length - label.trimStart().length);
  const rest = textAt(article, behind).trim();
  const own = rest.replace(/^TITLE *: */, "");
  context.report({
    span: { start, end: Math.max(span.end, behind.end) },
    message:
      rest === ""
        ? `The block has no TITLE line, so readers do not know what ${id} is about. Add “TITLE     : ” with its title.`
        : `The title stands on the number's line, where blocks have none. Write it below, behind “TITLE     : ”.`,
    fixes:
      rest === "" ? fromArchive(context, reference, indent) : [apart(context, behind, `${indent}TITLE     : ${own}`)],
  });
}

function fromArchive({ archive, article }: RuleContext, { id, line }: Reference, indent: string): Fix[] {
  const title = archive?.find(id)[0]?.title;
  if (!title) return [];
  const shown = article.container === "page" ? asPageWrites(title) : title;
  return [safeFix("Insert the TITLE line", insertLines(article, line + 1, [`${indent}TITLE     : ${shown}`]))];
}

function apart({ article }: RuleContext, behind: Span, titleLine: string): Fix {
  const prefix = article.source.lineBreak + (article.container === "page" ? "\t" : "");
  return safeFix("Write the title on its own line", replaceSpan(behind, prefix + titleLine));
}
