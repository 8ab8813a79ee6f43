// Defects of the footer: rulers, fields, query words, the words in its lines, versions.
// Rules of the same names in RULES.md.

import { headerValue } from "../../../src/model/facts.ts";
import type { FooterName } from "../../../src/syntax/article.ts";
import { FOOTER_NAMES } from "../../../src/syntax/labels.ts";
import { type Defect, type Injected, kinds } from "../defect.ts";
import type { Sheet } from "../sheet.ts";

const VALUE = 20;

function footerLines(sheet: Sheet): Injected {
  const { footer } = sheet.article;
  const from = (footer?.firstLine ?? 1) - 1;
  return { lines: Array.from({ length: (footer?.endLine ?? from) - from + 1 }, (_, at) => from + at) };
}

function aLine(sheet: Sheet): number | undefined {
  return sheet.random.pick(sheet.article.footer?.fields ?? [])?.line;
}

function top(sheet: Sheet): number | undefined {
  return sheet.article.footer?.topRuler;
}

function bottom(sheet: Sheet): number | undefined {
  return sheet.article.footer?.bottomRuler;
}

function either(sheet: Sheet): number | undefined {
  return sheet.random.pick([top(sheet), bottom(sheet)]);
}

function lost(sheet: Sheet, line: number | undefined): Injected | undefined {
  if (line === undefined) return undefined;
  sheet.delete(line);
  return footerLines(sheet);
}

const RULERS: Defect[] = [
  ...kinds("footer-ruler", [
    { name: "shorter", fix: "safe", inject: (sheet) => sheet.replace(either(sheet), /={3}$/, "") },
    {
      name: "longer",
      fix: "safe",
      inject: (sheet) => sheet.replace(either(sheet), /=$/, "=".repeat(2 + sheet.random.below(6))),
    },
    { name: "half as long", fix: "safe", inject: (sheet) => sheet.replace(either(sheet), /={36}$/, "") },
    { name: "the upper one lost", fix: "safe", inject: (sheet) => lost(sheet, top(sheet)) },
    { name: "the lower one lost", fix: "safe", inject: (sheet) => lost(sheet, bottom(sheet)) },
    { name: "of dashes", fix: "safe", inject: (sheet) => sheet.replace(either(sheet), /=+$/, "-".repeat(70)) },
    { name: "another character in it", fix: "safe", inject: (sheet) => sheet.replace(either(sheet), "===", "=-=") },
    { name: "a blank in it", fix: "safe", inject: (sheet) => sheet.replace(either(sheet), "===", "= =") },
    {
      name: "the other one's length",
      fix: "safe",
      inject: (sheet) => sheet.replace(top(sheet), /=+$/, "=".repeat(77)),
    },
  ]),
  ...kinds("footer-missing", [
    {
      name: "all of it lost",
      inject: (sheet) => {
        const { footer } = sheet.article;
        if (!footer) return undefined;
        sheet.delete(footer.firstLine, footer.endLine - footer.firstLine);
        return { lines: sheet.lines.map((_, at) => at) };
      },
    },
  ]),
];

function relabel(sheet: Sheet, change: (label: string) => string): number | undefined {
  const line = aLine(sheet);
  if (line === undefined) return undefined;
  const text = sheet.at(line);
  return sheet.put(line, change(text.slice(0, 18).trimEnd()) + text.slice(18));
}

const FIELDS: Defect[] = kinds("footer-field", [
  {
    name: "a label misspelt",
    fix: "safe",
    inject: (sheet) => relabel(sheet, (label) => sheet.random.slip(label).padEnd(18)),
  },
  {
    name: "a label misspelt, the column kept",
    fix: "safe",
    inject: (sheet) => relabel(sheet, (label) => sheet.random.slip(label).padEnd(18).slice(0, 18)),
  },
  {
    name: "a label in small letters",
    fix: "safe",
    inject: (sheet) => relabel(sheet, (label) => label.toLowerCase().padEnd(18)),
  },
  {
    name: "a label in capitals",
    fix: "safe",
    inject: (sheet) => relabel(sheet, (label) => label.toUpperCase().padEnd(18)),
  },
  { name: "a blank too few", fix: "safe", inject: (sheet) => relabel(sheet, (label) => label.padEnd(17)) },
  { name: "a blank too many", fix: "safe", inject: (sheet) => relabel(sheet, (label) => label.padEnd(19)) },
  { name: "not padded", fix: "safe", inject: (sheet) => relabel(sheet, (label) => label) },
  { name: "no colon", fix: "safe", inject: (sheet) => sheet.replace(aLine(sheet), ": ", "  ") },
  { name: "no blank behind the colon", fix: "safe", inject: (sheet) => sheet.replace(aLine(sheet), /: (?=\S)/, ":") },
  { name: "out of line", fix: "safe", inject: (sheet) => indent(sheet, aLine(sheet)) },
  {
    name: "two lines swapped",
    fix: "safe",
    inject: (sheet) => {
      const fields = sheet.article.footer?.fields ?? [];
      const line = fields[sheet.random.below(fields.length - 1)]?.line;
      if (line === undefined || fields.length < 2) return undefined;
      sheet.move(line, 1, line + 2);
      return { lines: [line, line + 1] };
    },
  },
  {
    name: "a line doubled",
    fix: "safe",
    inject: (sheet) => {
      const line = aLine(sheet);
      return line === undefined ? undefined : sheet.insert(line, sheet.at(line)) + 1;
    },
  },
  {
    name: "a line twice with another value",
    inject: (sheet) => {
      const line = sheet.footer("Technology");
      return line === undefined
        ? undefined
        : { lines: [sheet.insert(line + 1, "Technology        : kbAudDeveloper"), line] };
    },
  },
  {
    name: "a field of another kind",
    inject: (sheet) => sheet.insert((sheet.footer("Keywords") ?? 0) + 1, "Audience          : developers"),
  },
  { name: "Keywords lost", inject: (sheet) => lost(sheet, sheet.footer("Keywords")) },
  { name: "commas among the keywords", fix: "safe", inject: (sheet) => commas(sheet, ", ") },
  { name: "semicolons among the keywords", fix: "safe", inject: (sheet) => commas(sheet, "; ") },
  {
    name: "a blank line within",
    fix: "safe",
    inject: (sheet) => {
      const fields = sheet.article.footer?.fields ?? [];
      const line = fields[1 + sheet.random.below(fields.length - 1)]?.line;
      return line === undefined || fields.length < 2 ? undefined : sheet.insert(line, "");
    },
  },
]);

function indent(sheet: Sheet, line: number | undefined): number | undefined {
  return line === undefined ? undefined : sheet.put(line, ` ${sheet.at(line)}`);
}

function commas(sheet: Sheet, by: string): number | undefined {
  const line = sheet.footer("Keywords");
  const value = line === undefined ? "" : sheet.at(line).slice(VALUE);
  if (line === undefined || !/\S \S/.test(value)) return undefined;
  return sheet.put(
    line,
    sheet.at(line).slice(0, VALUE) + value.trimEnd().replaceAll(" ", by) + (value.endsWith(" ") ? " " : ""),
  );
}

const QUERY = "Additional query words:";

function query(sheet: Sheet): number | undefined {
  return sheet.article.queryWords[0];
}

const WORDS: Defect[] = kinds("query-words", [
  { name: "a slip", fix: "safe", inject: (sheet) => sheet.replace(query(sheet), QUERY, sheet.random.slip(QUERY)) },
  { name: "no colon", fix: "safe", inject: (sheet) => sheet.replace(query(sheet), QUERY, QUERY.slice(0, -1)) },
  { name: "capitals", fix: "safe", inject: (sheet) => sheet.replace(query(sheet), QUERY, "Additional Query Words:") },
  { name: "small letters", fix: "safe", inject: (sheet) => sheet.replace(query(sheet), QUERY, QUERY.toLowerCase()) },
  {
    name: "other words",
    fix: "safe",
    inject: (sheet) => sheet.replace(query(sheet), QUERY, "Additional reference words:"),
  },
  {
    name: "the line doubled",
    inject: (sheet) => {
      const line = query(sheet);
      if (line === undefined) return undefined;
      sheet.insert(line, sheet.at(line), "");
      return { lines: [line, line + 1, line + 2] };
    },
  },
  {
    name: "a word twice",
    fix: "safe",
    inject: (sheet) => {
      const line = query(sheet);
      const word = /words: (\w+)/.exec(line === undefined ? "" : sheet.at(line))?.[1];
      return line === undefined || word === undefined ? undefined : sheet.put(line, `${sheet.at(line)} ${word}`);
    },
  },
  {
    name: "out of its place",
    inject: (sheet) => {
      const line = query(sheet);
      const section = sheet.sections[sheet.sections.length - 1];
      if (line === undefined || !section || sheet.at(line) === QUERY) return undefined;
      sheet.move(line, 2, section.line);
      return { lines: [section.line, section.line + 1] };
    },
  },
]);

/** Changes a footer value and, where it follows from it, the header's, as an author would who means it. */
export function revalue(
  sheet: Sheet,
  name: FooterName,
  change: (value: string) => string | undefined,
): Injected | undefined {
  const line = sheet.footer(name);
  if (line === undefined) return undefined;
  const before = sheet.at(line).slice(VALUE);
  const after = change(before);
  if (after === undefined || after === before) return undefined;
  const own = name === "Keywords" ? "keywords" : name === "Version" ? "version" : undefined;
  if (own !== undefined) {
    const header = sheet.header(own);
    const value = headerValue(sheet.article, own) ?? "";
    // Only where the header says the whole footer: glued, cut or colonless ones are another matter.
    if (header === undefined || value !== before.trimEnd() || after.length > 86) return undefined;
    const text = sheet.lines[header] ?? "";
    sheet.lines[header] = text.slice(0, text.length - value.length) + after.trimEnd();
  }
  sheet.put(line, sheet.at(line).slice(0, VALUE) + after);
  return { lines: [line] };
}

function word(sheet: Sheet, name: FooterName, change: (words: string[]) => string[] | undefined): Injected | undefined {
  return revalue(sheet, name, (value) => {
    const words = value.split(" ").filter(Boolean);
    const after = words.length === 0 ? undefined : change(words);
    return after && after.join(" ") + (value.endsWith(" ") ? " " : "");
  });
}

const replaced = (words: string[], change: (first: string) => string): string[] => [
  change(words[0] ?? ""),
  ...words.slice(1),
];

const TOKENS: Defect[] = [
  ...kinds("keyword-unknown", [
    {
      name: "a slip in a keyword",
      fix: "safe",
      inject: (sheet) =>
        word(sheet, "Keywords", (words) =>
          (words[0] ?? "").length < 7
            ? undefined
            : replaced(words, (first) => `${first.slice(0, 3)}x${first.slice(3)}`),
        ),
    },
    {
      name: "a word that is none",
      inject: (sheet) => word(sheet, "Keywords", (words) => replaced(words, () => "kbabacusbeads")),
    },
  ]),
  ...kinds("keyword-case", [
    {
      name: "other capitals",
      fix: "safe",
      inject: (sheet) => word(sheet, "Keywords", (words) => replaced(words, (first) => first.toUpperCase())),
    },
  ]),
  ...kinds("keyword-duplicate", [
    {
      name: "a keyword twice",
      fix: "safe",
      inject: (sheet) => word(sheet, "Keywords", (words) => [...words, words[0] ?? ""]),
    },
    {
      name: "a technology twice",
      fix: "safe",
      inject: (sheet) => word(sheet, "Technology", (words) => [...words, words[0] ?? ""]),
    },
  ]),
  ...kinds("keyword-glued", [
    {
      name: "two keywords run together",
      fix: "safe",
      inject: (sheet) =>
        word(sheet, "Keywords", ([first, second, ...rest]) =>
          second === undefined ? undefined : [`${first}${second}`, ...rest],
        ),
    },
  ]),
  ...kinds("issue-type", [
    {
      name: "a slip",
      fix: "safe",
      inject: (sheet) => word(sheet, "Issue type", (words) => replaced(words, (first) => sheet.random.slip(first))),
    },
    {
      name: "capitals",
      fix: "safe",
      inject: (sheet) => word(sheet, "Issue type", (words) => replaced(words, (first) => first.toUpperCase())),
    },
    { name: "another word", inject: (sheet) => word(sheet, "Issue type", () => ["defect"]) },
  ]),
  ...kinds("solution-type", [
    {
      name: "a slip",
      fix: "safe",
      inject: (sheet) => word(sheet, "Solution Type", (words) => replaced(words, (first) => sheet.random.slip(first))),
    },
    { name: "another word", inject: (sheet) => word(sheet, "Solution Type", () => ["repaired"]) },
    {
      name: "without an issue type",
      inject: (sheet) => {
        const type = sheet.footer("Issue type");
        if (type === undefined || sheet.footer("Solution Type") === undefined) return undefined;
        return sheet.delete(type);
      },
    },
  ]),
  ...kinds("title-type", [
    {
      name: "another type than the title's",
      inject: (sheet) => {
        const tag = /(?:TITLE {3}:|## Q\d+: )(BUG|FIX|PRB|HOWTO|INFO):/.exec(sheet.text)?.[1];
        if (tag === undefined) return undefined;
        const other = tag === "HOWTO" ? "kbinfo" : tag === "INFO" ? "kbhowto" : tag === "PRB" ? "kbbug" : "kbprb";
        const changed = word(sheet, "Issue type", () => [other]);
        return changed && { lines: sheet.lines.map((_, at) => at) };
      },
    },
  ]),
  ...kinds("technology-unknown", [
    {
      name: "a slip",
      profile: "authoring",
      fix: "safe",
      inject: (sheet) =>
        word(sheet, "Technology", (words) =>
          (words[0] ?? "").length < 8
            ? undefined
            : replaced(words, (first) => `${first.slice(0, 4)}q${first.slice(4)}`),
        ),
    },
  ]),
  ...kinds("hardware-unknown", [
    {
      name: "a slip",
      fix: "safe",
      inject: (sheet) =>
        word(sheet, "Hardware", (words) =>
          (words[0] ?? "").length < 5 ? undefined : replaced(words, (first) => `${first.slice(0, 3)}${first.slice(4)}`),
        ),
    },
  ]),
  ...kinds("footer-incomplete", [
    {
      name: "Issue type left out",
      profile: "authoring",
      inject: (sheet) => (sheet.footer("Solution Type") === undefined ? left(sheet, "Issue type") : undefined),
    },
    { name: "Technology left out", profile: "authoring", inject: (sheet) => left(sheet, "Technology") },
  ]),
];

function left(sheet: Sheet, name: FooterName): Injected | undefined {
  const line = sheet.footer(name);
  if (line === undefined || FOOTER_NAMES.indexOf(name) < 0) return undefined;
  sheet.delete(line);
  return footerLines(sheet);
}

const VERSIONS: Defect[] = [
  ...kinds("version-syntax", [
    {
      name: "a slip in the platform",
      fix: "safe",
      inject: (sheet) =>
        revalue(sheet, "Version", (value) =>
          value.replace(/^(WINDOWS|MACINTOSH|winnt)(?=:)/, (name) => `${name.slice(0, 2)}${name.slice(3)}`),
        ),
    },
    {
      name: "an unknown platform",
      inject: (sheet) => revalue(sheet, "Version", (value) => value.replace(/^(WINDOWS|winnt)(?=:)/, "ABACUS")),
    },
    {
      name: "a comma for the semicolon",
      fix: "safe",
      inject: (sheet) => revalue(sheet, "Version", (value) => value.replace("; ", ",")),
    },
    {
      name: "an empty item",
      fix: "safe",
      inject: (sheet) => revalue(sheet, "Version", (value) => value.replace(/(?<=\d),(?=\d)/, ",,")),
    },
    {
      name: "a semicolon at the end",
      fix: "safe",
      inject: (sheet) => revalue(sheet, "Version", (value) => (/\d$/.test(value) ? `${value};` : undefined)),
    },
  ]),
  ...kinds("version-style", [
    {
      name: "the platform's other spelling",
      profile: "authoring",
      fix: "safe",
      inject: (sheet) =>
        revalue(sheet, "Version", (value) => value.replace(/^winnt(?=:)/, "WinNT").replace(/^WINDOWS(?=:)/, "Windows")),
    },
    {
      name: "a blank behind the comma",
      profile: "authoring",
      fix: "safe",
      inject: (sheet) => revalue(sheet, "Version", (value) => value.replace(/(?<=\d),(?=\d)/, ", ")),
    },
    {
      name: "no blank behind the semicolon",
      profile: "authoring",
      fix: "safe",
      inject: (sheet) => revalue(sheet, "Version", (value) => value.replace("; ", ";")),
    },
    {
      name: "a glued service pack",
      profile: "authoring",
      fix: "safe",
      inject: (sheet) => revalue(sheet, "Version", (value) => value.replace(/(?<=\d) (?=SP\d)/, "")),
    },
  ]),
  ...kinds("version-order", [
    {
      name: "two versions swapped",
      fix: "safe",
      inject: (sheet) =>
        revalue(sheet, "Version", (value) => value.replace(/(?<=[:,])(\d\.\d),(\d\.\d)(?=$|,)/, "$2,$1")),
    },
    {
      name: "a version twice",
      fix: "safe",
      inject: (sheet) => revalue(sheet, "Version", (value) => value.replace(/(?<=[:,])(\d\.\d)(?=$|,)/, "$1,$1")),
    },
  ]),
];

/** Defects of the footer. */
export const FOOTER: readonly Defect[] = [...RULERS, ...FIELDS, ...WORDS, ...TOKENS, ...VERSIONS];
