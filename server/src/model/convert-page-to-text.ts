// Page to raw text (FORMAT §10): what a page drops is put back from what the rest of it says and from what the archive
// knows. What nobody can know any more, such as a single leading blank, stays as the page has it.

import type { Article, HeaderName } from "../syntax/article.ts";
import { TEXT_LABEL_WIDTH } from "../syntax/labels.ts";
import { LineKind } from "../syntax/line-kind.ts";
import { asTextLines } from "./convert-body-lines.ts";
import { restoreBytes } from "./convert-written-bytes.ts";
import { articleId, articleTitle, dateSpan, footerValue, headerValue, textAt } from "./facts.ts";
import { HEADER_CAP } from "./keyword-rule.ts";
import { productCode, type Taxonomy } from "./taxonomy.ts";

/** What is known around a page that becomes a raw text. */
export interface TextSurroundings {
  readonly taxonomy: Taxonomy;
  /** The archive's disclaimer, lines joined by LF; `undefined` where nothing tells it. */
  readonly disclaimer: string | undefined;
  /** The archive's copyright line with `YYYY` for the year; default: the one of FORMAT §2.2. */
  readonly copyright?: string | undefined;
}

/** The copyright line that raw texts end in. */
export const COPYRIGHT = "Copyright Microsoft Corporation YYYY.";
const RULER = "=".repeat(70);

/** The raw text of a page, with CR LF and without a last line break, as the archive's are. */
export function convertPageToText(page: Article, surroundings: TextSurroundings): string {
  const { disclaimer, copyright = COPYRIGHT } = surroundings;
  const closing = disclaimer === undefined ? [] : [...disclaimer.split("\n"), ""];
  const lines = [
    ...headOf(page, surroundings.taxonomy),
    "",
    RULER,
    ...bodyOf(page),
    "",
    ...closing,
    copyright.replace("YYYY", copyrightYear(page) ?? ""),
  ];
  return lines.join("\r\n");
}

function headOf(page: Article, taxonomy: Taxonomy): string[] {
  const date = dateSpan(page);
  const value = (name: HeaderName): string => restoreBytes(headerValue(page, name) ?? "");
  const code = productCode(taxonomy, value("product")) ?? "";
  const labelled = (label: string, text: string): string => `${label.padEnd(TEXT_LABEL_WIDTH)}:${text}`;
  return [
    `DOCUMENT:${articleId(page) ?? "Q0"}  ${date ? textAt(page, date) : ""}  [${code}]`,
    labelled("TITLE", restoreBytes(articleTitle(page) ?? "")),
    labelled("PRODUCT", value("product")),
    labelled("PROD/VER", textVersion(page)),
    labelled("OPER/SYS", value("operatingSystem")),
    labelled("KEYWORDS", value("keywords")),
  ];
}

/** The year that the copyright line takes from the date. */
export function copyrightYear(page: Article): string | undefined {
  const date = dateSpan(page);
  return date && /\d{4}$/.exec(textAt(page, date))?.[0];
}

/** The version as the raw text has it: with the leading colon that the page dropped, where the footer has one. */
export function textVersion(page: Article): string {
  const version = restoreBytes(headerValue(page, "version") ?? "");
  const footer = footerValue(page, "Version");
  if (footer === undefined || !footer.startsWith(":") || footer.slice(0, HEADER_CAP).trimEnd() === version) {
    return version;
  }
  return `:${version}`;
}

function bodyOf(page: Article): string[] {
  const { source, contents, kinds } = page;
  let first = page.bodyLine;
  while (first < page.bodyEndLine && kinds[first] === LineKind.blank) first++;
  const lines: string[] = [];
  for (let line = first; line < page.bodyEndLine; line++) {
    lines.push(source.text.slice(contents[line] ?? source.start(line), source.end(line)));
  }
  return asTextLines(lines);
}
