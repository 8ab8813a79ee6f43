// The header's lines: each known field once, in order, spelt and spaced as the archive has them.
// What a missing field must say is derived from the rest of the article where that is possible.
import { articleId, footerField, footerValue, textAt } from "../../model/facts.ts";
import { headerKeywordsFor, headerVersionFor } from "../../model/keyword-rule.ts";
import type { Article, Field, HeaderName } from "../../syntax/article.ts";
import { PAGE_LABELS, TEXT_LABEL_WIDTH, TEXT_LABELS } from "../../syntax/labels.ts";
import type { TextEdit } from "../../text/text-edit.ts";
import { deleteLines, insertLines, linesText, replaceSpan, safeFix, trimmedSpan, unsafeFix } from "../edits.ts";
import type { Rule, RuleContext } from "../rule.ts";

type HeaderField = Field<HeaderName>;

/** `header-field` */
export const headerField: Rule = {
  id: "header-field",
  category: "header",
  levels: { archive: "error", authoring: "error" },
  fix: "safe",
  summary: "A header field is missing, doubled, unknown, misspelt, out of order or misspaced.",
  rationale: "Programs read the header line by line; a line they do not know is lost, and so is what it says.",
  remedy: "Write each field once, in the archive's order and spelling.",
  source: "FORMAT §1.2, §2.2",
  frequency: "none in 60,335 pages and 56,989 texts",
  mspl: true,
  examples: {
    bad: [
      { title: "A misspelt label", container: "page", replace: "Version(s): ", by: "Verison(s): " },
      { title: "A misspelt label in a raw text", container: "text", replace: "PROD/VER:", by: "PRODVER:" },
      { title: "A missing field", container: "page", replace: "\tOperating System(s): \n", by: "" },
      { title: "A doubled field", container: "text", replace: "OPER/SYS:\n", by: "OPER/SYS:\nOPER/SYS:\n" },
      {
        title: "Out of order",
        container: "text",
        replace: "OPER/SYS:\nKEYWORDS:kbnetwork kbprintkbfixlist\n",
        by: "KEYWORDS:kbnetwork kbprintkbfixlist\nOPER/SYS:\n",
      },
      {
        title: "A blank too many",
        container: "page",
        replace: "Product(s): Microsoft SNA",
        by: "Product(s):  Microsoft SNA",
      },
    ],
    good: [
      { title: "A page's six fields", container: "page" },
      { title: "A raw text's six fields", container: "text" },
      { title: "The old dialect", base: "mspl" },
    ],
  },
  check(context) {
    const { article } = context;
    if (article.header.length === 0) return reportNoHeader(context);
    if (isComplete(article)) {
      for (const field of article.header) {
        if (field.name === "document" || !isSound(article, field)) checkForm(context, field, field.name);
      }
    } else checkFields(context);
    checkBlankLines(context);
  },
};

const PAGE_ORDER: readonly HeaderName[] = [...PAGE_LABELS.values()];
const TEXT_ORDER: readonly HeaderName[] = [...TEXT_LABELS.values()];

function orderOf({ container }: Article): readonly HeaderName[] {
  return container === "page" ? PAGE_ORDER : TEXT_ORDER;
}

// Nearly every header has each field once and in order; then only how they are written is to be looked at.
function isComplete(article: Article): boolean {
  const order = orderOf(article);
  return article.header.length === order.length && article.header.every((field, at) => field.name === order[at]);
}

function checkFields(context: RuleContext): void {
  const { article } = context;
  const labels = article.container === "page" ? PAGE_LABELS : TEXT_LABELS;
  const seen = new Map<HeaderName, HeaderField>();
  for (const field of article.header) checkField(context, field, seen);
  for (const [label, name] of labels) if (!seen.has(name)) reportMissing(context, label, name, seen);
  checkOrder(context, [...seen.values()], orderOf(article));
}

const COLON = 58;

// Tells without making what should stand there: label, colon, blanks and value are where they belong.
function isSound(article: Article, { exact, line, label, value }: HeaderField): boolean {
  const { text } = article.source;
  const start = article.contents[line] ?? 0;
  const page = article.container === "page";
  const colon = page ? label.end : start + TEXT_LABEL_WIDTH;
  if (!exact || label.start !== start || text.charCodeAt(colon) !== COLON) return false;
  if (value.start !== colon + (page ? 2 : 1)) return false;
  return isVisible(text, value.start) && isVisible(text, value.end - 1);
}

function isVisible(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code > 0x20 && code < 0x7f;
}

function reportNoHeader(context: RuleContext): void {
  context.report({
    span: trimmedSpan(context.article, context.article.titleLine ?? 0),
    message: "The article has no header, so programs know neither product nor date. Write its six fields.",
  });
}

function checkField(context: RuleContext, field: HeaderField, seen: Map<HeaderName, HeaderField>): void {
  if (field.name === undefined) return reportUnknown(context, field);
  const earlier = seen.get(field.name);
  if (earlier) return reportDoubled(context, field, earlier);
  seen.set(field.name, field);
  checkForm(context, field, field.name);
}

function checkForm(context: RuleContext, field: HeaderField, name: HeaderName | undefined): void {
  if (field.exact || name === undefined) checkSpacing(context, field);
  else reportMisspelt(context, field, labelOf(context.article, name));
}

function labelOf(article: Article, name: HeaderName): string {
  for (const [label, labelled] of article.container === "page" ? PAGE_LABELS : TEXT_LABELS) {
    if (labelled === name) return label;
  }
  return name;
}

function reportUnknown(context: RuleContext, field: HeaderField): void {
  const { article } = context;
  context.report({
    span: field.label,
    message: `“${textAt(article, field.label)}” is no header field, so programs skip the line. Correct or delete it.`,
    fixes: [unsafeFix("Delete the line", deleteLines(article, field.line, field.line + 1))],
  });
}

function reportMisspelt(context: RuleContext, field: HeaderField, label: string): void {
  const { article } = context;
  const start = article.contents[field.line] ?? field.label.start;
  const edit = replaceSpan({ start, end: field.value.start }, writtenLabel(article, label));
  context.report({
    span: field.label,
    message: `“${textAt(article, field.label)}” is no header field, so programs skip the line; ${label} is meant. Correct it.`,
    fixes: [safeFix(`Write ${label}`, edit)],
  });
}

function writtenLabel(article: Article, label: string): string {
  return article.container === "page" ? `${label}: ` : `${label.padEnd(TEXT_LABEL_WIDTH)}:`;
}

function reportDoubled(context: RuleContext, field: HeaderField, earlier: HeaderField): void {
  const { article } = context;
  const same = textAt(article, field.value) === textAt(article, earlier.value);
  const edit = deleteLines(article, field.line, field.line + 1);
  context.report({
    span: trimmedSpan(article, field.line),
    message: `${textAt(article, field.label)} stands twice in the header, and only one counts. Delete one.`,
    related: [{ message: "The first one", span: trimmedSpan(article, earlier.line) }],
    fixes: [same ? safeFix("Delete the second one", edit) : unsafeFix("Delete this one", edit)],
  });
}

function checkSpacing(context: RuleContext, field: HeaderField): void {
  const { article } = context;
  if (field.name === "document") return checkDocumentLine(context, field);
  const label = textAt(article, field.label);
  const value = textAt(article, field.value);
  const right = writtenLabel(article, label) + value.trim();
  const start = article.contents[field.line] ?? field.label.start;
  const span = { start, end: article.source.end(field.line) };
  const written = textAt(article, span);
  // Editors trim the blank behind an empty value's colon; that is no fault.
  if (written === right || written === right.trimEnd()) return;
  context.report({
    span: trimmedSpan(article, field.line),
    message: `${label} is not spaced as header fields are, so programs misread its value. Write “${shown(right)}”.`,
    fixes: [safeFix("Space the field as the archive does", replaceSpan(span, right))],
  });
}

const DOCUMENT_LINE = /^DOCUMENT:Q\d{4,8} {2}\S+ {2}\[[^\]]*\]$/;

function checkDocumentLine(context: RuleContext, field: HeaderField): void {
  const { article } = context;
  const line = article.document;
  const span = { start: article.source.start(field.line), end: article.source.end(field.line) };
  if (DOCUMENT_LINE.test(textAt(article, span))) return;
  const complete = line?.id && line.date && line.code;
  const right = complete
    ? `DOCUMENT:${textAt(article, line.id)}  ${textAt(article, line.date)}  [${textAt(article, line.code)}]`
    : undefined;
  context.report({
    span: trimmedSpan(article, field.line),
    message:
      "The DOCUMENT line is not number, date and [product code] with two blanks between, so it is not read. Mend it.",
    ...(right === undefined ? {} : { fixes: [safeFix(`Write “${right}”`, replaceSpan(span, right))] }),
  });
}

function shown(text: string): string {
  return text.length > 50 ? `${text.slice(0, 49)}…` : text;
}

function reportMissing(
  context: RuleContext,
  label: string,
  name: HeaderName,
  seen: ReadonlyMap<HeaderName, HeaderField>,
): void {
  const { article } = context;
  const value = derivedValue(article, name);
  const at = placeFor(article, name, seen);
  const last = article.header[article.header.length - 1];
  const edit = insertLines(article, at, [writtenLabel(article, label) + (value ?? "")]);
  context.report({
    span: trimmedSpan(article, last?.line ?? 0),
    message: `The header lacks ${label}, which programs and readers look for. Add it.`,
    fixes: [value === undefined ? unsafeFix(`Insert an empty ${label}`, edit) : safeFix(`Insert ${label}`, edit)],
  });
}

function derivedValue(article: Article, name: HeaderName): string | undefined {
  if (name === "article") return articleId(article);
  if (name === "operatingSystem") return footerValue(article, "Platform") ?? "";
  if (name === "version") {
    return headerVersionFor(footerValue(article, "Version") ?? "", article.container === "page");
  }
  if (name !== "keywords") return undefined;
  const footer = footerField(article, "Keywords");
  return footer && headerKeywordsFor(textAt(article, footer.value))[0];
}

function placeFor(article: Article, name: HeaderName, seen: ReadonlyMap<HeaderName, HeaderField>): number {
  const order = orderOf(article);
  const before = order.slice(0, order.indexOf(name)).reverse();
  for (const other of before) {
    const field = seen.get(other);
    if (field) return field.line + 1;
  }
  return article.header[0]?.line ?? article.bodyLine;
}

// One finding for the whole order: the fix writes the lines in the archive's order.
function checkOrder(context: RuleContext, fields: readonly HeaderField[], order: readonly HeaderName[]): void {
  const { article } = context;
  const rank = new Map<HeaderField, number>();
  for (const field of fields) if (field.name) rank.set(field, order.indexOf(field.name));
  const written = fields.filter((field) => rank.has(field)).sort((a, b) => a.line - b.line);
  const sorted = [...written].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
  const first = written.findIndex((field, at) => field !== sorted[at]);
  const misplaced = written[first];
  if (!misplaced) return;
  const edits: TextEdit[] = [];
  for (const [at, field] of written.entries()) {
    const right = sorted[at];
    if (!right || right === field) continue;
    const { source } = article;
    edits.push(
      replaceSpan({ start: source.start(field.line), end: source.end(field.line) }, source.lineText(right.line)),
    );
  }
  context.report({
    span: trimmedSpan(article, misplaced.line),
    message: `${textAt(article, misplaced.label)} is out of order in the header, where programs count lines. Put it in its place.`,
    fixes: [safeFix("Put the header's fields in order", ...edits)],
  });
}

function checkBlankLines(context: RuleContext): void {
  const { article } = context;
  const first = article.header[0];
  const last = article.header[article.header.length - 1];
  if (!first || !last) return;
  for (let line = first.line + 1; line < last.line; line++) {
    if (isVisible(article.source.text, article.contents[line] ?? 0)) continue;
    if (linesText(article, line, line + 1).trim() !== "") continue;
    context.report({
      span: { start: article.source.start(line), end: article.source.end(line) },
      message: "A blank line ends the header here, and the fields below it are lost. Delete it.",
      fixes: [safeFix("Delete the blank line", deleteLines(article, line, line + 1))],
    });
  }
}
