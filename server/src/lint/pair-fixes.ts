// Repairs of a page and a raw text that are no longer one article. On save the page takes back only what changes no
// word of it and leaves it without fault; everything else is offered, for which side is right no program knows.
import { asPageWrites } from "../model/page-bytes.ts";
import type { PairDifference } from "../model/pair-differences.ts";
import { unescapeTitle } from "../model/title-escape.ts";
import type { Article } from "../syntax/article.ts";
import { parseArticle } from "../syntax/parse-article.ts";
import type { Span } from "../text/span.ts";
import { applyEdits, type TextEdit } from "../text/text-edit.ts";
import { linePrefix, safeFix, unsafeFix } from "./edits.ts";
import type { Finding, Fix, RuleContext } from "./rule.ts";

/** The repairs of a page. */
export function pageFixes(context: RuleContext, differences: readonly PairDifference[], pageIsNewer: boolean): Fix[] {
  const { article } = context;
  const fixes: Fix[] = [];
  const harmless = pageIsNewer ? [] : lastingOnes(context, differences.filter(haveSameWords));
  if (harmless.length > 0) {
    fixes.push(
      safeFix("Take the raw text's blanks and line breaks", ...harmless.flatMap((one) => pageEdits(article, one))),
    );
  }
  if (harmless.length < differences.length) {
    fixes.push(unsafeFix("Take the raw text's lines", ...differences.flatMap((one) => pageEdits(article, one))));
  }
  return fixes;
}

/** The repairs of a raw text. */
export function textFixes(text: Article, differences: readonly PairDifference[]): Fix[] {
  return [unsafeFix("Take the page's lines", ...differences.map((one) => textEdit(text, one)))];
}

// The same characters but for blanks; what a page may not hold counts as what conversion makes of it.
function haveSameWords({ page, text }: PairDifference): boolean {
  return lettersOf(page.lines) === lettersOf(text.lines);
}

function lettersOf(lines: readonly string[]): string {
  return asPageWrites(lines.join("")).replace(/\s+/g, "");
}

// The page may have been mended of a fault that the raw text still has: what another rule would mend again is no
// repair. What lasts beside the others may not last alone, for a header is mended to its footer.
function lastingOnes(context: RuleContext, differences: readonly PairDifference[]): readonly PairDifference[] {
  if (differences.length === 0) return differences;
  const { article } = context;
  const edits = differences.flatMap((one) => pageEdits(article, one));
  const repaired = parseArticle(applyEdits(article.source.text, edits), article.container);
  const faults = context.findingsIn(repaired).flatMap(placesOf);
  const lasting = differences.filter((difference) => {
    const start = placeAfter(edits, difference.page.span.start);
    const end = start + pageEdits(article, difference).reduce((sum, edit) => sum + edit.newText.length, 0);
    return !faults.some((place) => place.start <= end && start <= place.end);
  });
  return lasting.length < differences.length ? lastingOnes(context, lasting) : lasting;
}

// A finding that has a fix, with the other side of its contradiction: which of the two it mends is its own affair.
function placesOf({ span, fixes = [], related = [] }: Finding): Span[] {
  if (fixes.length === 0) return [];
  const own = related.filter((place) => place.uri === undefined).map((place) => place.span);
  return [span, ...own, ...fixes.flatMap((fix) => fix.edits.map((edit) => edit.span))];
}

function placeAfter(edits: readonly TextEdit[], offset: number): number {
  const before = edits.filter((edit) => edit.span.end <= offset && edit.span.start < offset);
  return before.reduce((sum, { span, newText }) => sum + newText.length - (span.end - span.start), offset);
}

function pageEdits(page: Article, { part, page: at, text }: PairDifference): TextEdit[] {
  if (part === "body") return [{ span: at.span, newText: wholeLines(page, text.lines) }];
  const [value = ""] = text.lines;
  const edits = [{ span: at.span, newText: value }];
  if (part !== "title") return edits;
  const written = page.source.text.slice(at.span.start, at.span.end);
  const front = page.frontMatter?.fields.find((field) => field.key === "title");
  const place = front ? page.source.text.indexOf(written, front.value.start) : -1;
  if (!front || place < 0 || place + written.length > front.value.end) return edits;
  return [{ span: { start: place, end: place + written.length }, newText: value }, ...edits];
}

function wholeLines(article: Article, lines: readonly string[]): string {
  return lines.map((line) => linePrefix(article) + line + article.source.lineBreak).join("");
}

// Pages have lost one leading blank of each line: those that still begin with one, and list items, get it back.
function textEdit(text: Article, { part, page, text: at }: PairDifference): TextEdit {
  if (part === "body") {
    const lines = page.lines.map((line) => (/^(?: |- )/.test(line) ? ` ${line}` : line));
    return { span: at.span, newText: wholeLines(text, lines) };
  }
  const [value = ""] = page.lines;
  if (part === "title") return { span: at.span, newText: unescapeTitle(value) };
  const colon = part === "version" && text.source.text[at.span.start] === ":" && value !== "" ? ":" : "";
  return { span: at.span, newText: colon + value };
}
