// Raw text to page, byte for byte as the archive's own conversion did it (FORMAT §10).
// Works on damaged texts too: each line is carried over by what it is, nothing is repaired.
import type { Article, HeaderName } from "../syntax/article.ts";
import { permalinkOf } from "../syntax/article-id.ts";
import { LineKind } from "../syntax/line-kind.ts";
import { articleId, articleTitle, dateSpan, headerValue, textAt } from "./facts.ts";
import { asPageWrites } from "./page-bytes.ts";
import { escapeTitle } from "./title-escape.ts";

/** The page of a raw text, with LF line breaks. */
export function convertTextToPage(article: Article): string {
  const id = articleId(article) ?? "Q0";
  const title = `${id}: ${escapeTitle(asPageWrites(articleTitle(article) ?? ""))}`;
  const date = dateSpan(article);
  const value = (name: HeaderName): string => asPageWrites(headerValue(article, name) ?? "");
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
    `\tProduct(s): ${value("product")}`,
    `\tVersion(s): ${value("version").replace(/^:/, "")}`,
    `\tOperating System(s): ${value("operatingSystem")}`,
    `\tKeyword(s): ${value("keywords")}`,
    `\tLast Modified: ${date ? textAt(article, date) : ""}`,
    "\t",
  ];
  const body = [...convertBody(article).values()].map((line) => `\t${line}`);
  return `${[...head, ...body].join("\n")}\n\t\n\n{% endraw %}\n`;
}

/** The body lines of a raw text's page without their TAB, by the line of the raw text that each comes from. */
export function convertBody(article: Article): ReadonlyMap<number, string> {
  const { source } = article;
  let first = article.bodyLine;
  let end = closingLine(article);
  while (first < end && source.lineText(first).trim() === "") first++;
  while (end > first && source.lineText(end - 1).trim() === "") end--;
  const converted = new Map<number, string>();
  for (let line = first; line < end; line++) {
    const text = source.lineText(line);
    // The body as a whole was trimmed first: of its first line no leading blank is left.
    converted.set(line, asPageWrites(line === first ? text.trimStart() : text.replace(/^ /, "")));
  }
  return converted;
}

function closingLine(article: Article): number {
  for (let line = article.bodyLine; line < article.kinds.length; line++) {
    const kind = article.kinds[line];
    if (kind === LineKind.disclaimer || kind === LineKind.copyright) return line;
  }
  return article.kinds.length;
}
