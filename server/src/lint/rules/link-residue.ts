// What tools left of links and marks when the texts were exported: link text twice, tags, numbers of characters.

import { isTextLine, lineText, textEndLine } from "../../model/prose.ts";
import type { Article } from "../../syntax/article.ts";
import type { Span } from "../../text/span.ts";
import type { TextEdit } from "../../text/text-edit.ts";
import { replaceSpan, safeFix } from "../edits.ts";
import { quotesKnownTitle } from "../quoted-title.ts";
import type { Rule, RuleContext } from "../rule.ts";

/** `link-residue` */
export const linkResidue: Rule = {
  id: "link-residue",
  category: "consistency",
  levels: { archive: "hint", authoring: "warning" },
  fix: "safe",
  summary: "Remains of a link or of a mark: `DownloadDownload`, `<B>`, `<BR/>`, `<LINK …>`, `[ASCII 147]`.",
  rationale: "Readers see the machinery instead of the words, and searches do not find them.",
  remedy: "Keep the words and delete the rest.",
  source: "FORMAT §7, §1.1",
  frequency: "1.2 % of articles; four in five of the findings are doubled link texts and line-break tags",
  examples: {
    bad: [
      {
        title: "A link text twice",
        profile: "authoring",
        replace: "3. Print a page.",
        by: "3. Print a page.\n\n   DownloadDownload Q900100i.exe now",
        restores: false,
      },
      {
        title: "Tags around a word",
        profile: "authoring",
        replace: "The queue stops.",
        by: "The <B>queue</B> stops.",
      },
      {
        title: "A tag at the line's end",
        profile: "authoring",
        replace: "The queue stops.",
        by: "The queue stops.<BR/>",
      },
      {
        title: "A link's tag",
        profile: "authoring",
        replace: "The queue stops.",
        by: 'The <LINK TYPE="GENERIC" VALUE="http://host">queue</LINK> stops.',
      },
      {
        title: "Numbers of quotation marks",
        profile: "authoring",
        replace: "The queue stops.",
        by: "The [ASCII 147]Print[ASCII 148] queue doesn[ASCII 146]t go on.",
        restores: false,
      },
    ],
    good: [
      {
        title: "A link text once",
        replace: "The queue stops.",
        by: "The queue stops.\n\n   Download Q900100i.exe now",
      },
      {
        title: "An article about HTML",
        replace: "The queue stops.",
        by: "The queue stops at HTML pages with <B>bold</B> words.",
      },
      { title: "Placeholders", replace: "The queue stops.", by: "The queue <name> of <link> stops." },
      { title: "The number of a letter", replace: "The queue stops.", by: "The queue stops at [ASCII 65]." },
    ],
  },
  check(context) {
    const { article } = context;
    const { source } = article;
    const range = { from: source.start(article.contentLine), to: source.start(textEndLine(article)) };
    checkDoubledLinks(context, range);
    checkNumbers(context, range);
    checkTags(context, range);
  },
};

interface Range {
  readonly from: number;
  readonly to: number;
}

const DOUBLED = "DownloadDownload ";

function checkDoubledLinks(context: RuleContext, { from, to }: Range): void {
  const { text } = context.article.source;
  for (let at = text.indexOf(DOUBLED, from); at >= 0 && at < to; at = text.indexOf(DOUBLED, at + 1)) {
    const half = (DOUBLED.length - 1) / 2;
    context.report({
      span: { start: at, end: at + DOUBLED.length - 1 },
      message: "The link's text was written twice when the page was exported. Write “Download” once.",
      fixes: [safeFix("Write “Download” once", replaceSpan({ start: at, end: at + half }, ""))],
    });
  }
}

const NUMBER = /\[ASCII[ \r\n\t]+(\d{3})\]/g;
// The marks of the Windows code page as plain ASCII; letters and the lines of old tables are left alone.
const PLAIN: ReadonlyMap<number, string> = new Map([
  [133, "..."],
  [145, "'"],
  [146, "'"],
  [147, '"'],
  [148, '"'],
  [150, "-"],
  [151, "--"],
  [160, " "],
]);
const OPENING: ReadonlySet<number> = new Set([145, 147]);
// A number that was wrapped ends on the line below.
const REACH = 20;

function checkNumbers(context: RuleContext, { from, to }: Range): void {
  const { source } = context.article;
  let next = from;
  for (let at = source.text.indexOf("[ASCII", next); at >= 0 && at < to; at = source.text.indexOf("[ASCII", next)) {
    const line = source.lineAt(at);
    next = source.end(line);
    if (!isTableOf(context.article, line) && !quotesKnownTitle(context, line)) reportNumbers(context, line, at);
  }
}

// Rows of numbers are the frame of a table or a dump of data, not marks in a sentence.
function isTableOf(article: Article, line: number): boolean {
  const text = lineText(article, line);
  return !/[A-Za-z]{3}/.test(text.replaceAll("ASCII", "")) || /(?:\[ASCII \d+\]){2}/.test(text);
}

function reportNumbers(context: RuleContext, line: number, at: number): void {
  const { source } = context.article;
  const edits: TextEdit[] = [];
  let first: { readonly code: number; readonly end: number } | undefined;
  for (const match of source.text.slice(at, source.end(line) + REACH).matchAll(NUMBER)) {
    const start = at + match.index;
    const code = Number(match[1]);
    if (start > source.end(line) || !PLAIN.has(code)) continue;
    const end = start + match[0].length;
    first ??= { code, end };
    edits.push(...replaceNumber(context.article, { start, end }, code));
  }
  if (!first) return;
  const plain = first.code === 160 ? "a blank" : `“${PLAIN.get(first.code)}”`;
  context.report({
    span: { start: at, end: first.end },
    message: `“[ASCII ${first.code}]” is the number of a mark that the export lost, and readers see it. Write ${plain}.`,
    fixes: [{ title: "Write the marks", safety: "safe", edits }],
  });
}

// A number that was wrapped: an opening mark goes to the word below, any other stays with the word above.
function replaceNumber(article: Article, at: Span, code: number): TextEdit[] {
  const { source } = article;
  const line = source.lineAt(at.start);
  const dash = code === 151 && source.text[at.end] === "-";
  const wrapped = source.end(line) < at.end;
  // A blank at a line break is the line break.
  const plain = dash ? "-" : wrapped && code === 160 ? "" : (PLAIN.get(code) ?? "");
  if (!wrapped) return [replaceSpan(at, plain)];
  const digits = at.end - "147]".length;
  if (OPENING.has(code)) {
    let start = at.start;
    while (source.text[start - 1] === " ") start--;
    return [replaceSpan({ start, end: source.end(line) }, ""), replaceSpan({ start: digits, end: at.end }, plain)];
  }
  let end = at.end;
  while (source.text[end] === " ") end++;
  return [replaceSpan({ start: at.start, end: source.end(line) }, plain), replaceSpan({ start: digits, end }, "")];
}

const TAG = /^<(?:\/?[BU]|\/?I(?: [A-Z]+="[^"<>]*")?|[Bb][Rr]\/|\/?LINK(?: [^<>]*)?)>/;
const TAGS = /<(?:\/?[BU]|\/?I(?: [A-Z]+="[^"<>]*")?|[Bb][Rr]\/|\/?LINK(?: [^<>]*)?)>/g;
const LONGEST_TAG = 120;
// Articles on pages and their markup mean the tags that they show.
const ABOUT = /HTML|XML|ASP\b|FrontPage|\bhtml?\b|\btags?\b|<HEAD>|<BODY|<TABLE|<TD|<FONT/;

function checkTags(context: RuleContext, { from, to }: Range): void {
  const { article } = context;
  const { source } = article;
  let about: boolean | undefined;
  for (let at = source.text.indexOf("<", from); at >= 0 && at < to; at = source.text.indexOf("<", at + 1)) {
    const tag = TAG.exec(source.text.slice(at, at + LONGEST_TAG))?.[0];
    const line = tag === undefined ? 0 : source.lineAt(at);
    if (tag === undefined || !isTextLine(article, line)) continue;
    about ??= ABOUT.test(source.text.slice(0, to));
    if (about) return;
    reportTags(context, line, { start: at, end: at + tag.length });
    // One finding a line: a tag and the one that closes it are one defect.
    at = source.end(line);
  }
}

function reportTags(context: RuleContext, line: number, first: Span): void {
  const { article } = context;
  const start = article.contents[line] ?? 0;
  const text = article.source.text.slice(start, article.source.end(line));
  const cleaned = text.replace(TAGS, "");
  const edits = [...text.matchAll(TAGS)].map(({ index, 0: tag }) =>
    replaceSpan({ start: start + index, end: start + index + tag.length }, ""),
  );
  const empty = cleaned.trim() === "";
  const tag = article.source.text.slice(first.start, first.end);
  const title = "Delete the tags";
  // Without its tags a table's row is shorter, and the author has to set its columns anew.
  const columns = !empty && /\||\S {3,}\S/.test(text.trimStart());
  context.report({
    span: first,
    message: `${tag.length > 20 ? `${tag.slice(0, 17)}…` : tag} is a tag that the export left, and readers see it. Delete it.`,
    fixes: empty
      ? [safeFix(title, replaceSpan({ start, end: start + text.length }, ""))]
      : [{ title, safety: columns ? "unsafe" : "safe", edits }],
  });
}
