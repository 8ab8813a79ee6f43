// Defects of the footer: rulers, fields, query words.
// Rules of the same names in RULES.md.

import { type Defect, type Injected, kinds } from "../defect.ts";
import type { Sheet } from "../sheet.ts";

const VALUE = 20;

/** The footer's lines. */
export function footerLines(sheet: Sheet): Injected {
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
    inject: (sheet) => {
      const line = query(sheet);
      const word = /words: (\S+)/.exec(line === undefined ? "" : sheet.at(line))?.[1];
      return line === undefined || word === undefined ? undefined : sheet.put(line, `${sheet.at(line)} ${word}`);
    },
  },
  {
    name: "out of its place",
    inject: (sheet) => {
      const line = query(sheet);
      const section = sheet.sections[sheet.sections.length - 1];
      if (line === undefined || !section || !sheet.isBlank(line + 1)) return undefined;
      sheet.move(line, 2, section.line);
      return { lines: [section.line, section.line + 1] };
    },
  },
]);

/** Defects of the footer. */
export const FOOTER: readonly Defect[] = [...RULERS, ...FIELDS, ...WORDS];
