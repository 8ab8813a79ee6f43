// What tools left of links and marks when the texts were exported: link text twice, tags, numbers of characters.

import { characterOfByte } from "../../model/code-page.ts";
import { isTextLine, lineText, textEndLine } from "../../model/prose.ts";
import type { Article } from "../../syntax/article.ts";
import type { TextEdit } from "../../text/text-edit.ts";
import { replaceSpan, safeFix } from "../edits.ts";
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
  frequency: "367 articles with doubled link texts, 381 lines with numbers of quotation marks",
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

const NUMBER = /^\[ASCII[ \r\n\t]+(\d{3})\]/;
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

function checkNumbers(context: RuleContext, { from, to }: Range): void {
  const { source } = context.article;
  for (let at = source.text.indexOf("[ASCII", from); at >= 0 && at < to; at = source.text.indexOf("[ASCII", at + 1)) {
    const match = NUMBER.exec(source.text.slice(at, at + 20));
    const code = Number(match?.[1]);
    const plain = PLAIN.get(code);
    if (!match || plain === undefined || isTableOf(context.article, at)) continue;
    const end = at + match[0].length;
    context.report({
      span: { start: at, end },
      message: `“[ASCII ${code}]” stands for ${plain === " " ? "a blank" : characterOfByte(code)}, and readers see the number. Write ${plain === " " ? "a blank" : plain}.`,
      fixes: [
        safeFix(
          `Write ${plain === " " ? "a blank" : plain}`,
          ...replaceNumber(context.article, { start: at, end }, code),
        ),
      ],
    });
  }
}

// Rows of numbers are the frame of a table or a dump of data, not marks in a sentence.
function isTableOf(article: Article, at: number): boolean {
  const text = lineText(article, article.source.lineAt(at));
  return !/[A-Za-z]{2} |[A-Za-z]{3}/.test(text.replaceAll("ASCII", "")) || /(?:\[ASCII \d+\]){2}/.test(text);
}

// A number that was wrapped: an opening mark goes to the word below, any other stays with the word above.
function replaceNumber(article: Article, at: { start: number; end: number }, code: number): TextEdit[] {
  const { source } = article;
  const line = source.lineAt(at.start);
  const plain = PLAIN.get(code) ?? "";
  if (source.end(line) >= at.end) return [replaceSpan(at, plain)];
  const digits = source.text.lastIndexOf("1", at.end - 2);
  let start = at.start;
  if (OPENING.has(code)) {
    while (source.text[start - 1] === " ") start--;
    return [replaceSpan({ start, end: source.end(line) }, ""), replaceSpan({ start: digits, end: at.end }, plain)];
  }
  let end = at.end;
  while (source.text[end] === " ") end++;
  return [replaceSpan({ start, end: source.end(line) }, plain), replaceSpan({ start: digits, end }, "")];
}

const TAG = /^<(?:\/?[BIU]>|[Bb][Rr]\/>|\/?LINK(?: [^<>]*)?>)/;
const ABOUT = /HTML|XML|ASP\b|FrontPage|\bhtml?\b|\btags?\b|<HEAD>|<BODY|<TABLE|<TD|<FONT/;

function checkTags(context: RuleContext, { from, to }: Range): void {
  const { article } = context;
  const { text } = article.source;
  let about: boolean | undefined;
  for (let at = text.indexOf("<", from); at >= 0 && at < to; at = text.indexOf("<", at + 1)) {
    const tag = TAG.exec(text.slice(at, at + 120))?.[0];
    if (tag === undefined || !isTextLine(article, article.source.lineAt(at))) continue;
    about ??= ABOUT.test(text.slice(0, to));
    if (about) return;
    const end = at + tag.length;
    context.report({
      span: { start: at, end },
      message: `${tag.length > 20 ? `${tag.slice(0, 17)}…` : tag} is a tag that the export left, and readers see it. Delete it.`,
      fixes: [safeFix("Delete the tag", replaceSpan({ start: at, end }, ""))],
    });
  }
}
