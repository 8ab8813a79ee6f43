// Raw text to page, byte for byte as the archive's own conversion did it (FORMAT §10).
// Works on damaged texts too: each line is carried over by what it is, nothing is repaired.
import type { Article } from "../syntax/article.ts";
import { permalinkOf } from "../syntax/article-id.ts";
import { LineKind } from "../syntax/line-kind.ts";
import { articleId, articleTitle, dateSpan, headerValue, textAt } from "./facts.ts";
import { escapeTitle } from "./title-escape.ts";

/** The page of a raw text, with LF line breaks. */
export function convertTextToPage(article: Article): string {
  const id = articleId(article) ?? "Q0";
  const title = `${id}: ${escapeTitle(articleTitle(article) ?? "")}`;
  const date = dateSpan(article);
  const head = [
    "---",
    "layout: page",
    `title: "${title}"`,
    `permalink: ${permalinkOf(id)}`,
    "---",
    "",
    `## ${title}`,
    "",
    "{% raw %}",
    "",
    `\tArticle: ${id}`,
    `\tProduct(s): ${headerValue(article, "product") ?? ""}`,
    `\tVersion(s): ${(headerValue(article, "version") ?? "").replace(/^:/, "")}`,
    `\tOperating System(s): ${headerValue(article, "operatingSystem") ?? ""}`,
    `\tKeyword(s): ${headerValue(article, "keywords") ?? ""}`,
    `\tLast Modified: ${date ? textAt(article, date) : ""}`,
    "\t",
  ];
  return `${head.join("\n")}\n${bodyLines(article).join("\n")}\n\t\n\n{% endraw %}\n`;
}

function bodyLines(article: Article): string[] {
  const { source } = article;
  let first = article.bodyLine;
  let end = closingLine(article);
  while (first < end && source.lineText(first).trim() === "") first++;
  while (end > first && source.lineText(end - 1).trim() === "") end--;
  const lines: string[] = [];
  for (let line = first; line < end; line++) lines.push(`\t${toPageBytes(source.lineText(line).replace(/^ /, ""))}`);
  return lines;
}

function closingLine(article: Article): number {
  for (let line = article.bodyLine; line < article.kinds.length; line++) {
    const kind = article.kinds[line];
    if (kind === LineKind.disclaimer || kind === LineKind.copyright) return line;
  }
  return article.kinds.length;
}

const OUTSIDE_ASCII = /[^\t\x20-\x7e]/g;

// Quotation marks of the Windows code page became plain ones, every other such byte its number (FORMAT §10).
function toPageBytes(line: string): string {
  return line.replace(OUTSIDE_ASCII, (character) => {
    if (character === "\u2018" || character === "\u2019") return "'";
    if (character === "\u201c" || character === "\u201d") return '"';
    return `<${byteOf(character).toString(16).toUpperCase().padStart(2, "0")}>`;
  });
}

// Windows-1252 in the order of its bytes 0x80 to 0x9F; the rest of the code page is Latin-1.
const HIGH_CONTROLS =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f" +
  "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

function byteOf(character: string): number {
  const high = HIGH_CONTROLS.indexOf(character);
  return high >= 0 ? 0x80 + high : character.charCodeAt(0);
}
