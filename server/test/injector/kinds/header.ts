// Defects of the header: its fields, date, product, and what it repeats of the footer.
// Rules of the same names in RULES.md.

import { headerField, textAt } from "../../../src/model/facts.ts";
import { PAGE_LABELS, TEXT_LABELS } from "../../../src/syntax/labels.ts";
import { type Defect, type Injected, kinds } from "../defect.ts";
import type { Sheet } from "../sheet.ts";

/** The header's lines: a missing field is reported at the last of those that are left. */
export function headerLines(sheet: Sheet): Injected {
  const lines = sheet.article.header.map((field) => field.line);
  return { lines: [...lines, (lines[0] ?? 1) - 1] };
}

function aField(sheet: Sheet): number | undefined {
  const fields = sheet.article.header.filter((field) => field.name !== "document");
  return sheet.random.pick(fields)?.line;
}

function drop(sheet: Sheet, line: number | undefined): Injected | undefined {
  if (line === undefined) return undefined;
  sheet.delete(line);
  return headerLines(sheet);
}

const HEADER: Defect[] = kinds("header-field", [
  {
    name: "Version lost",
    fix: "safe",
    inject: (sheet) => (sheet.footer("Version") === undefined ? undefined : drop(sheet, sheet.header("version"))),
  },
  { name: "Operating System lost", fix: "safe", inject: (sheet) => drop(sheet, sheet.header("operatingSystem")) },
  { name: "Keywords lost", fix: "safe", inject: (sheet) => drop(sheet, sheet.header("keywords")) },
  { name: "Product lost", inject: (sheet) => drop(sheet, sheet.header("product")) },
  { name: "Last Modified lost", container: "page", inject: (sheet) => drop(sheet, sheet.header("lastModified")) },
  { name: "Article lost", container: "page", fix: "safe", inject: (sheet) => drop(sheet, sheet.header("article")) },
  { name: "TITLE lost", container: "text", inject: (sheet) => drop(sheet, sheet.header("title")) },
  { name: "a label misspelt", fix: "safe", inject: misspelt },
  { name: "a label in small letters", fix: "safe", inject: (sheet) => relabel(sheet, (label) => label.toLowerCase()) },
  { name: "a colon lost", fix: "safe", inject: (sheet) => sheet.replace(aField(sheet), /(?<=^[^:]+):(?!:)/, "") },
  {
    name: "a field doubled",
    fix: "safe",
    inject: (sheet) => {
      const line = aField(sheet);
      if (line === undefined) return undefined;
      sheet.lines.splice(line, 0, sheet.lines[line] ?? "");
      return line + 1;
    },
  },
  {
    name: "two fields swapped",
    fix: "safe",
    inject: (sheet) => {
      const fields = sheet.article.header.filter((field) => field.name !== "document" && field.name !== "article");
      const at = sheet.random.below(fields.length - 1);
      const line = fields[at]?.line;
      if (line === undefined) return undefined;
      sheet.move(line, 1, line + 2);
      return { lines: [line, line + 1] };
    },
  },
  {
    name: "a blank line within",
    fix: "safe",
    inject: (sheet) => {
      const fields = sheet.article.header.slice(1);
      const line = sheet.random.pick(fields)?.line;
      return line === undefined ? undefined : sheet.insert(line, "");
    },
  },
  {
    name: "a field of another kind",
    inject: (sheet) =>
      sheet.insert(sheet.header("keywords") ?? 0, sheet.isPage ? "Author(s): nobody" : "AUTHOR  :nobody"),
  },
  {
    name: "a blank too many behind the colon",
    container: "page",
    fix: "safe",
    inject: (sheet) => sheet.replace(aField(sheet), /: (?=\S)/, ":  "),
  },
  {
    name: "no blank behind the colon",
    container: "page",
    fix: "safe",
    inject: (sheet) => sheet.replace(aField(sheet), /: (?=\S)/, ":"),
  },
  {
    name: "a label without its padding",
    container: "text",
    fix: "safe",
    inject: (sheet) => sheet.replace(aField(sheet), /(?<=^[A-Z]+) +:/, ":"),
  },
  {
    name: "a blank behind a raw text's colon",
    container: "text",
    fix: "safe",
    inject: (sheet) => sheet.replace(sheet.header("product"), /:/, ": "),
  },
  {
    name: "a blank lost in DOCUMENT",
    container: "text",
    fix: "safe",
    inject: (sheet) => sheet.replace(0, /(?<=\d) {2}/, " "),
  },
  {
    name: "a blank behind DOCUMENT",
    container: "text",
    fix: "safe",
    inject: (sheet) => sheet.replace(0, "DOCUMENT:", "DOCUMENT: "),
  },
  { name: "no brackets in DOCUMENT", container: "text", inject: (sheet) => sheet.replace(0, / {2}\[.*$/, "") },
]);

function relabel(sheet: Sheet, change: (label: string) => string): number | undefined {
  const labels = [...(sheet.isPage ? PAGE_LABELS : TEXT_LABELS).keys()].filter((label) => label !== "DOCUMENT");
  const label = sheet.random.pick(labels) ?? "";
  const line = sheet.lines.findIndex((text) => text.startsWith(sheet.prefix + label));
  return sheet.replace(line < 0 ? undefined : line, label, change(label));
}

function misspelt(sheet: Sheet): number | undefined {
  return relabel(sheet, (label) => sheet.random.slip(label));
}

const MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(" ");

function redate(sheet: Sheet, change: (day: string, month: string, year: string) => string): number | undefined {
  const line = sheet.isPage ? sheet.header("lastModified") : 0;
  const date = /(\d\d)-([A-Z]{3})-(\d{4})/.exec(line === undefined ? "" : (sheet.lines[line] ?? ""));
  const [whole = "", day = "", month = "", year = ""] = date ?? [];
  return whole === "" ? undefined : sheet.replace(line, whole, change(day, month, year));
}

const DATES: Defect[] = kinds("invalid-date", [
  {
    name: "small letters",
    fix: "safe",
    inject: (sheet) => redate(sheet, (day, month, year) => `${day}-${month.toLowerCase()}-${year}`),
  },
  {
    name: "a capital and small letters",
    fix: "safe",
    inject: (sheet) => redate(sheet, (day, month, year) => `${day}-${month[0]}${month.slice(1).toLowerCase()}-${year}`),
  },
  {
    name: "numbers from year to day",
    fix: "safe",
    inject: (sheet) =>
      redate(sheet, (day, month, year) => `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, "0")}-${day}`),
  },
  {
    name: "one digit",
    fix: "safe",
    inject: (sheet) => redate(sheet, (day, month, year) => `${Number(day)}-${month}-${year}`),
  },
  { name: "slashes", fix: "safe", inject: (sheet) => redate(sheet, (day, month, year) => `${day}/${month}/${year}`) },
  {
    name: "a day that is not",
    inject: (sheet) => redate(sheet, (_, month, year) => `${month === "FEB" ? 30 : 32}-${month}-${year}`),
  },
  { name: "a month that is not", inject: (sheet) => redate(sheet, (day, _, year) => `${day}-JUM-${year}`) },
  { name: "in the future", inject: (sheet) => redate(sheet, (day, month) => `${day}-${month}-2099`) },
  {
    name: "two readings",
    inject: (sheet) =>
      redate(sheet, (_, month, year) => `${String(MONTHS.indexOf(month) + 1).padStart(2, "0")}/07/${year}`),
  },
  {
    name: "two digits of the year",
    inject: (sheet) => redate(sheet, (day, month, year) => `${day}-${month}-${year.slice(2)}`),
  },
]);

function value(sheet: Sheet, name: "product" | "version" | "keywords"): string {
  const field = headerField(sheet.article, name);
  return field ? textAt(sheet.article, field.value) : "";
}

const PRODUCTS: Defect[] = kinds("product", [
  {
    name: "a slip in the name",
    fix: "safe",
    inject: (sheet) =>
      sheet.replace(sheet.header("product"), value(sheet, "product"), sheet.random.slip(value(sheet, "product"))),
  },
  {
    name: "in small letters",
    fix: "safe",
    inject: (sheet) =>
      sheet.replace(sheet.header("product"), value(sheet, "product"), value(sheet, "product").toLowerCase()),
  },
  {
    name: "an unknown name",
    inject: (sheet) => sheet.replace(sheet.header("product"), value(sheet, "product"), "Example Abacus"),
  },
  {
    name: "another code",
    container: "text",
    inject: (sheet) => sheet.replace(0, /\[.*\]/, sheet.lines[0]?.includes("[sna]") ? "[visbasic]" : "[sna]"),
  },
  { name: "an unknown code", container: "text", inject: (sheet) => sheet.replace(0, /\[.*\]/, "[abacus]") },
]);

function rekey(sheet: Sheet, change: (words: string[]) => string[]): number | undefined {
  const before = value(sheet, "keywords");
  // The end of a header that is cut or glued says nothing for certain.
  const words = before.split(" ").filter(Boolean);
  if (words.length < 2 || before.length > 80) return undefined;
  return sheet.replace(sheet.header("keywords"), before, change(words).join(" "));
}

// Of the two lists the footer counts: what an author changes there is taken over.
const KEYWORDS: Defect[] = kinds("keyword-mismatch", [
  {
    name: "a word lost in the header",
    fix: "safe",
    inject: (sheet) => rekey(sheet, (words) => words.filter((_, at) => at !== 0)),
  },
  {
    name: "a word added to the header",
    fix: "safe",
    inject: (sheet) => rekey(sheet, (words) => ["kbabacus", ...words]),
  },
  {
    name: "a slip in the header",
    fix: "safe",
    inject: (sheet) => rekey(sheet, ([first = "", ...words]) => [sheet.random.slip(first), ...words]),
  },
  {
    name: "another order in the header",
    fix: "safe",
    inject: (sheet) =>
      rekey(sheet, ([first = "", second = "", ...words]) => (first === second ? [] : [second, first, ...words])),
  },
  { name: "an empty header", fix: "safe", inject: (sheet) => rekey(sheet, () => []) },
  { name: "cut short", fix: "safe", inject: (sheet) => rekey(sheet, (words) => words.slice(0, -1)) },
  {
    name: "a word lost in the footer",
    gone: true,
    inject: (sheet) => refoot(sheet, "Keywords", (words) => (words.length < 2 ? undefined : words.slice(1))),
  },
  {
    name: "a word added to the footer",
    gone: true,
    inject: (sheet) => refoot(sheet, "Keywords", (words) => (words.length < 1 ? undefined : ["kbtool", ...words])),
  },
]);

// Which side of a contradiction is wrong is not always known: the finding may stand on either.
function refoot(
  sheet: Sheet,
  name: "Keywords" | "Version",
  change: (words: string[]) => string[] | undefined,
): Injected | undefined {
  const line = sheet.footer(name);
  const header = sheet.header(name === "Keywords" ? "keywords" : "version");
  if (line === undefined || header === undefined) return undefined;
  const before = sheet.at(line).slice(20);
  const words = before.trimEnd().split(" ").filter(Boolean);
  const after = change(words);
  if (!after || words.includes("kbtool")) return undefined;
  sheet.put(line, sheet.at(line).slice(0, 20) + after.join(" ") + (before.endsWith(" ") ? " " : ""));
  return { lines: [line, header] };
}

const VERSIONS: Defect[] = kinds("version-mismatch", [
  {
    name: "a digit in the header",
    fix: "safe",
    inject: (sheet) => paired(sheet, /\d/, (digit) => String((Number(digit) + 1) % 10)),
  },
  { name: "the header emptied", fix: "safe", inject: (sheet) => paired(sheet, /.+/, () => "") },
  { name: "a version lost in the header", fix: "safe", inject: (sheet) => paired(sheet, /,[^,;]+$/, () => "") },
  {
    name: "another platform in the header",
    fix: "safe",
    inject: (sheet) => paired(sheet, /^(?:WINDOWS|winnt)(?=:)/, (word) => (word === "winnt" ? "WINDOWS" : "winnt")),
  },
  { name: "a version lost in the footer", gone: true, inject: (sheet) => refooted(sheet, /,[^,;]+$/, "") },
  { name: "a version added to the footer", gone: true, inject: (sheet) => refooted(sheet, /$/, ",9.9") },
]);

function paired(sheet: Sheet, passage: RegExp, by: (found: string) => string): Injected | undefined {
  const before = value(sheet, "version");
  const found = passage.exec(before)?.[0];
  if (found === undefined || !/\d/.test(before) || sheet.footer("Version") === undefined || before.length > 80)
    return undefined;
  const line = sheet.replace(sheet.header("version"), before, before.replace(passage, by(found)));
  return line === undefined ? undefined : { lines: [line, sheet.footer("Version") ?? line] };
}

function refooted(sheet: Sheet, passage: RegExp, by: string): Injected | undefined {
  const line = sheet.footer("Version");
  if (line === undefined || !/\d$/.test(sheet.at(line)) || value(sheet, "version").length > 80) return undefined;
  const changed = sheet.replace(line, passage, by);
  return changed === undefined ? undefined : { lines: [changed, sheet.header("version") ?? changed] };
}

/** Defects of the header. */
export const HEADER_KINDS: readonly Defect[] = [...HEADER, ...DATES, ...PRODUCTS, ...KEYWORDS, ...VERSIONS];
