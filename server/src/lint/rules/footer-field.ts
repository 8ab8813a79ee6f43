// The footer's lines: labels padded to column 18, in their fixed order, each once, Keywords always.
import { headerField, headerValue, textAt } from "../../model/facts.ts";
import type { Article, Field, FooterName } from "../../syntax/article.ts";
import { FOOTER_LABEL_WIDTH, FOOTER_NAMES } from "../../syntax/labels.ts";
import type { TextEdit } from "../../text/text-edit.ts";
import { contentSpan, deleteLines, insertLines, replaceSpan, safeFix, trimmedSpan, unsafeFix } from "../edits.ts";
import type { Rule, RuleContext } from "../rule.ts";

type FooterField = Field<FooterName>;

/** `footer-field` */
export const footerField: Rule = {
  id: "footer-field",
  category: "footer",
  levels: { archive: "error", authoring: "error" },
  fix: "safe",
  summary: "A footer line is misspelt, misaligned, doubled, out of order, without colon, or Keywords is missing.",
  rationale: "Programs read the footer by label and column; a line they do not know takes its keywords with it.",
  remedy:
    "Pad each label to column 18, then `: `; keep the order Keywords, Component, Technology, Version, Platform, Hardware, Issue type, Solution Type.",
  source: "FORMAT §5.2",
  frequency: "1 of 56,986 articles (no Keywords)",
  examples: {
    bad: [
      { title: "A misspelt label", replace: "Technology        : kb", by: "Tecnology         : kb" },
      { title: "A label not padded", replace: "Issue type        : kbbug", by: "Issue type: kbbug" },
      {
        title: "Out of order",
        replace: "Technology        : kbAudDeveloper\nVersion           : winnt:3.0,4.0,4.0 SP1",
        by: "Version           : winnt:3.0,4.0,4.0 SP1\nTechnology        : kbAudDeveloper",
      },
      {
        title: "Doubled",
        replace: "Issue type        : kbbug\n",
        by: "Issue type        : kbbug\nIssue type        : kbbug\n",
      },
      { title: "No colon", replace: "Issue type        : kbbug", by: "Issue type          kbbug" },
      {
        title: "Commas in Keywords",
        base: "howto",
        replace: "Keywords          : kbnetwork kbprint ",
        by: "Keywords          : kbnetwork, kbprint ",
      },
      { title: "No Keywords", base: "howto", replace: "Keywords          : kbnetwork kbprint \n", by: "" },
    ],
    good: [
      { title: "All labels in order" },
      { title: "Some fields left out", base: "howto" },
      {
        title: "A trimmed blank behind Keywords",
        base: "howto",
        replace: "kbprint \nTechnology",
        by: "kbprint\nTechnology",
      },
    ],
  },
  check(context) {
    const { footer } = context.article;
    if (!footer) return;
    if (isOrdered(footer.fields)) {
      for (const field of footer.fields) if (field.name) checkForm(context, field, field.name);
    } else checkFields(context, footer.fields);
    checkBlankLines(context, footer.fields);
  },
};

// Nearly every footer has Keywords, and each field once and in order; then only how they are written is to be looked at.
function isOrdered(fields: readonly FooterField[]): boolean {
  let last = -1;
  for (const { name } of fields) {
    const rank = name === undefined ? -1 : FOOTER_NAMES.indexOf(name);
    if (rank <= last) return false;
    last = rank;
  }
  return fields[0]?.name === FOOTER_NAMES[0];
}

function checkFields(context: RuleContext, fields: readonly FooterField[]): void {
  const seen = new Map<FooterName, FooterField>();
  for (const field of fields) checkField(context, field, seen);
  if (!seen.has("Keywords")) reportNoKeywords(context);
  checkOrder(context, [...seen.values()]);
}

function checkField(context: RuleContext, field: FooterField, seen: Map<FooterName, FooterField>): void {
  const { name } = field;
  if (name === undefined) return reportUnknown(context, field);
  const earlier = seen.get(name);
  if (earlier) return reportDoubled(context, field, earlier);
  seen.set(name, field);
  checkForm(context, field, name);
}

function checkForm(context: RuleContext, field: FooterField, name: FooterName): void {
  const { article } = context;
  if (name !== "Keywords" && isSound(article, field)) return;
  const value = keptValue(article, field, name);
  const right = `${name.padEnd(FOOTER_LABEL_WIDTH)}: ${value}`;
  const at = contentSpan(article, field.line);
  const written = textAt(article, at);
  if (written !== right && written.trimEnd() !== right.trimEnd()) return reportForm(context, field, { name, right });
  if (name === "Keywords" && /[,;]/.test(value)) reportCommas(context, field);
}

const COLON = 58;
const SPACE = 32;

// Tells without making what should stand there: label, colon, blank and value are where they belong.
function isSound(article: Article, { exact, line, label, value }: FooterField): boolean {
  const { text } = article.source;
  const start = article.contents[line] ?? 0;
  const colon = start + FOOTER_LABEL_WIDTH;
  if (!exact || label.start !== start || value.start !== colon + 2) return false;
  if (text.charCodeAt(colon) !== COLON || text.charCodeAt(colon + 1) !== SPACE) return false;
  const first = text.charCodeAt(value.start);
  return first > SPACE && first < 0x7f;
}

// MAIN may be empty: then the value of Keywords itself begins with a blank (FORMAT §5.2).
function keptValue(article: Article, field: FooterField, name: FooterName): string {
  const value = textAt(article, field.value);
  return name === "Keywords" ? value : value.trimStart();
}

function reportForm(
  context: RuleContext,
  field: FooterField,
  { name, right }: { name: FooterName; right: string },
): void {
  const { article } = context;
  const label = textAt(article, field.label);
  const what = field.exact
    ? "is not aligned: its colon belongs in column 19"
    : `is misspelt or has no colon; ${name} is meant`;
  context.report({
    span: field.label.end > field.label.start ? field.label : trimmedSpan(article, field.line),
    message: `“${label}” ${what}, so programs skip the line. Write “${name.padEnd(FOOTER_LABEL_WIDTH)}: ”.`,
    fixes: [
      safeFix(`Write the ${name} line as the archive does`, replaceSpan(contentSpan(article, field.line), right)),
    ],
  });
}

function reportUnknown(context: RuleContext, field: FooterField): void {
  const { article } = context;
  context.report({
    span: trimmedSpan(article, field.line),
    message: `“${textAt(article, field.label)}” is no footer field, so programs skip the line. Correct or delete it.`,
    fixes: [unsafeFix("Delete the line", deleteLines(article, field.line, field.line + 1))],
  });
}

function reportDoubled(context: RuleContext, field: FooterField, earlier: FooterField): void {
  const { article } = context;
  const same = textAt(article, field.value) === textAt(article, earlier.value);
  const edit = deleteLines(article, field.line, field.line + 1);
  context.report({
    span: trimmedSpan(article, field.line),
    message: `${textAt(article, field.label)} stands twice in the footer, and only one counts. Delete one.`,
    related: [{ message: "The first one", span: trimmedSpan(article, earlier.line) }],
    fixes: [same ? safeFix("Delete the second one", edit) : unsafeFix("Delete this one", edit)],
  });
}

function reportCommas(context: RuleContext, field: FooterField): void {
  const { article } = context;
  const value = textAt(article, field.value);
  context.report({
    span: trimmedSpan(article, field.line),
    message: "Keywords are separated by blanks; another sign becomes part of the keyword. Delete the signs.",
    fixes: [safeFix("Separate the keywords by blanks", replaceSpan(field.value, value.replace(/ *[,;] */g, " ")))],
  });
}

function reportNoKeywords(context: RuleContext): void {
  const { article } = context;
  const { footer } = article;
  const first = footer?.fields[0]?.line ?? footer?.bottomRuler ?? 0;
  const header = headerValue(article, "keywords");
  const line = `Keywords          : ${header ?? ""}`;
  // The header shows the footer's keywords unless it is cut or its last words are glued.
  const certain = headerField(article, "keywords") !== undefined && isWhole(header ?? "");
  // Without words of the second list the value ends in a blank, also where there are no words at all (FORMAT §5.2).
  const edit = insertLines(article, first, [certain ? `${line} ` : line]);
  context.report({
    span: trimmedSpan(article, footer?.topRuler ?? first),
    message: "The footer lacks Keywords, the one field that every footer has. Add it.",
    fixes: [certain ? safeFix("Insert Keywords from the header", edit) : unsafeFix("Insert Keywords", edit)],
  });
}

function isWhole(header: string): boolean {
  return header.length < 86 && !/kb(?:buglist|faq|fixlist)$/.test(header);
}

function checkOrder(context: RuleContext, fields: readonly FooterField[]): void {
  const { article } = context;
  const known = fields.filter((field) => field.name !== undefined).sort((a, b) => a.line - b.line);
  const rank = (field: FooterField): number => (field.name ? FOOTER_NAMES.indexOf(field.name) : -1);
  const sorted = [...known].sort((a, b) => rank(a) - rank(b));
  const misplaced = known.find((field, at) => field !== sorted[at]);
  if (!misplaced) return;
  const edits: TextEdit[] = [];
  for (const [at, field] of known.entries()) {
    const right = sorted[at];
    if (!right || right === field) continue;
    const { source } = article;
    edits.push(
      replaceSpan({ start: source.start(field.line), end: source.end(field.line) }, source.lineText(right.line)),
    );
  }
  context.report({
    span: misplaced.label,
    message: `${misplaced.name} is out of order in the footer, which programs read from top to bottom. Put it in its place.`,
    fixes: [safeFix("Put the footer's fields in order", ...edits)],
  });
}

function checkBlankLines(context: RuleContext, fields: readonly FooterField[]): void {
  const { article } = context;
  for (let at = 0; at < fields.length - 1; at++) {
    const field = fields[at];
    const next = fields[at + 1];
    if (!field || !next || next.line === field.line + 1) continue;
    context.report({
      span: { start: article.source.start(field.line + 1), end: article.source.end(next.line - 1) },
      message: "A blank line ends the footer's fields here, and those below it are lost. Delete it.",
      fixes: [safeFix("Delete the blank line", deleteLines(article, field.line + 1, next.line))],
    });
  }
}
