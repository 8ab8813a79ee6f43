// What converting an article would lose: told before or after conversion, from the article alone.
// Silent on what the archive's own conversion always loses and nobody misses (rulers, wrappers, a blank per line).
import type { Article, HeaderName } from "../syntax/article.ts";
import { PAGE_LABELS, TEXT_LABELS } from "../syntax/labels.ts";
import { LineKind } from "../syntax/line-kind.ts";
import type { ConversionLoss } from "./convert-loss.ts";
import { copyrightYear, type TextSurroundings } from "./convert-page-to-text.ts";
import { dateSpan, footerValue, headerField, headerValue, textAt } from "./facts.ts";
import { productCode } from "./taxonomy.ts";

const LONGEST_QUOTE = 60;

/** What the raw text of a page lacks or guesses, in the order of the page. */
export function lossesOfPage(page: Article, { taxonomy }: TextSurroundings): ConversionLoss[] {
  const losses = [...missingFields(page), ...unplacedPageLines(page)];
  const product = headerField(page, "product");
  const name = headerValue(page, "product");
  if (product && name && productCode(taxonomy, name) === undefined) {
    const message = `no code is known for the product “${name}”, so the DOCUMENT line has []; “taxonomy.products” in kb.config.json can name it: code=Name`;
    losses.push({ kind: "product-code", line: product.line, message });
  }
  const version = headerField(page, "version");
  if (version && isColonOpen(page)) {
    const message =
      "whether the raw text's version begins with a colon cannot be told, because the footer has no Version; it has none";
    losses.push({ kind: "version-colon", line: version.line, message });
  }
  const date = dateSpan(page);
  if (date && copyrightYear(page) === undefined) {
    const message = `“${textAt(page, date)}” does not end in a year, so the copyright line has none`;
    losses.push({ kind: "copyright-year", line: page.source.lineAt(date.start), message });
  }
  return losses.sort(byLine);
}

/** What the page of a raw text lacks, in the order of the text. A disclaimer that is not known is not judged. */
export function lossesOfText(text: Article, { taxonomy, disclaimer }: TextSurroundings): ConversionLoss[] {
  const losses = [...missingFields(text), ...unplacedTextLines(text, disclaimer)];
  const code = text.document?.code && textAt(text, text.document.code);
  const name = headerValue(text, "product");
  if (text.document && code !== undefined && name && productCode(taxonomy, name) !== code) {
    const message = `the code [${code}] is not the one of the product “${name}”, and pages have no place for it`;
    losses.push({ kind: "product-code", line: text.document.line, message });
  }
  return losses.sort(byLine);
}

function byLine(a: ConversionLoss, b: ConversionLoss): number {
  return a.line - b.line;
}

function missingFields(article: Article): ConversionLoss[] {
  const line = article.header[0]?.line ?? 0;
  const labels = [...(article.container === "page" ? PAGE_LABELS : TEXT_LABELS)];
  return labels.flatMap(([label, name]): ConversionLoss[] => {
    if (headerField(article, name) || name === "article" || name === "document") return [];
    return [{ kind: "missing-field", line, message: `there is no ${label} line, so the converted article's is empty` }];
  });
}

// With a platform the version never had a colon in front; without a footer's version nothing tells.
function isColonOpen(page: Article): boolean {
  const version = headerValue(page, "version") ?? "";
  return version !== "" && !version.includes(":") && page.footer !== undefined && !footerValue(page, "Version");
}

const FRONT_MATTER: readonly string[] = ["layout", "title", "permalink"];

function unplacedPageLines(page: Article): ConversionLoss[] {
  const isOwn = (line: number): boolean =>
    page.frontMatter?.fields.some((field) => field.line === line && FRONT_MATTER.includes(field.key)) ?? false;
  return linesWhere(page, (line, kind) => {
    if (kind === LineKind.headerField) return isSurplus(page, line);
    if (kind === LineKind.frontMatterField) return !isOwn(line);
    // Whatever stands in the body goes along, whatever it is.
    return kind === LineKind.unknown || kind === LineKind.text
      ? line < page.bodyLine || line >= page.bodyEndLine
      : false;
  });
}

function unplacedTextLines(text: Article, disclaimer: string | undefined): ConversionLoss[] {
  const known = disclaimer === undefined ? undefined : new Set(disclaimer.split("\n"));
  return linesWhere(text, (line, kind) => {
    if (kind === LineKind.headerField) return isSurplus(text, line);
    return kind === LineKind.disclaimer && known !== undefined && !known.has(text.source.lineText(line).trimEnd());
  });
}

// A field without a known name, or one that stands there again.
function isSurplus(article: Article, line: number): boolean {
  const field = article.header.find((candidate) => candidate.line === line);
  const name: HeaderName | undefined = field?.name;
  return name === undefined || headerField(article, name)?.line !== line;
}

function linesWhere(article: Article, isLost: (line: number, kind: LineKind) => boolean): ConversionLoss[] {
  const losses: ConversionLoss[] = [];
  for (const [line, kind] of article.kinds.entries()) {
    if (kind === LineKind.blank || !isLost(line, kind)) continue;
    const message = `“${quoted(article.source.lineText(line))}” has no place in the other form and is left out`;
    losses.push({ kind: "unplaced-line", line, message });
  }
  return losses;
}

function quoted(line: string): string {
  const text = line.trim();
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE - 1)}…` : text;
}
