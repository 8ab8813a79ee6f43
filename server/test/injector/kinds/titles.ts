// Defects of titles: their form, their escaping, and their two places in a page.
// Rules of the same names in RULES.md.
import { escapeTitle, unescapeTitle } from "../../../src/model/title-escape.ts";
import { type Defect, type Injected, kinds } from "../defect.ts";
import type { Sheet } from "../sheet.ts";

function titleOf(sheet: Sheet): string {
  return (sheet.lines[6] ?? "").replace(/^## Q\d+: /, "");
}

/** Writes another title into both places of a page, or into the one of a raw text; the title is plain. */
function retitle(sheet: Sheet, change: (title: string) => string | undefined): number | undefined {
  if (!sheet.isPage) {
    const line = sheet.header("title");
    const before = line === undefined ? "" : (sheet.lines[line] ?? "").slice(9);
    const after = change(before);
    if (line === undefined || after === undefined || after === before) return undefined;
    sheet.lines[line] = `TITLE   :${after}`;
    return line;
  }
  const before = unescapeTitle(titleOf(sheet));
  const after = change(before);
  if (after === undefined || after === before) return undefined;
  const escaped = escapeTitle(after);
  sheet.lines[2] = `title: "${sheet.id}: ${escaped}"`;
  sheet.lines[6] = `## ${sheet.id}: ${escaped}`;
  return 6;
}

const WORD = /(?<= )[a-z]{4,} /i;

/** Defects of titles. */
export const TITLES: readonly Defect[] = [
  ...kinds("title-consistency", [
    {
      name: "a word lost in the front matter",
      container: "page",
      fix: "safe",
      inject: (sheet) => either(sheet.replace(2, WORD, "")),
    },
    {
      name: "a word lost in the title line",
      container: "page",
      fix: "safe",
      inject: (sheet) => sheet.replace(6, WORD, ""),
    },
    { name: "a slip in the title line", container: "page", fix: "safe", inject: (sheet) => slipIn(sheet, 6) },
    { name: "a slip in the front matter", container: "page", fix: "safe", inject: (sheet) => either(slipIn(sheet, 2)) },
  ]),
  ...kinds("title-escaping", [
    { name: "a raw character in the title line", container: "page", fix: "safe", inject: (sheet) => raw(sheet, 6) },
    { name: "a raw character in the front matter", container: "page", fix: "safe", inject: (sheet) => raw(sheet, 2) },
    {
      name: "escaped twice in the title line",
      container: "page",
      fix: "safe",
      inject: (sheet) => sheet.replace(6, /&(?=[a-z#0-9]+;)/, "&amp;"),
    },
    {
      name: "escaped twice in the front matter",
      container: "page",
      fix: "safe",
      inject: (sheet) => sheet.replace(2, /&(?=[a-z#0-9]+;)/, "&amp;"),
    },
    {
      name: "raw characters in both",
      container: "page",
      fix: "safe",
      inject: (sheet) => {
        const title = titleOf(sheet);
        if (unescapeTitle(title) === title) return undefined;
        sheet.lines[6] = `## ${sheet.id}: ${unescapeTitle(title)}`;
        sheet.lines[2] = `title: "${sheet.id}: ${unescapeTitle(title)}"`;
        return { lines: [2, 6], findings: 2 };
      },
    },
  ]),
  ...kinds("title-length", [
    {
      name: "too long",
      authored: true,
      inject: (sheet) =>
        retitle(sheet, (title) => `${title} and a Few Words More, and Still Some More of Them`.slice(0, 80).trim()),
    },
  ]),
  ...kinds("title-format", [
    {
      name: "a blank too many",
      authored: true,
      fix: "safe",
      inject: (sheet) =>
        retitle(sheet, (title) => (/ {2}/.test(title) ? undefined : title.replace(/(?<=[a-z]) (?=[A-Z])/, "  "))),
    },
    {
      name: "no blank behind the tag",
      authored: true,
      fix: "safe",
      inject: (sheet) => retitle(sheet, (title) => title.replace(/^(BUG|FIX|PRB|HOWTO|INFO): /, "$1:")),
    },
    {
      name: "the tag in small letters",
      authored: true,
      fix: "safe",
      inject: (sheet) =>
        retitle(sheet, (title) => title.replace(/^(?:BUG|FIX|PRB|HOWTO|INFO):/, (tag) => tag.toLowerCase())),
    },
    {
      name: "a full stop",
      authored: true,
      fix: "safe",
      inject: (sheet) =>
        retitle(sheet, (title) => (title.length < 60 && /[A-Za-z]$/.test(title) ? `${title}.` : undefined)),
    },
  ]),
  ...kinds("title-unbalanced", [
    {
      name: "a quotation mark lost",
      authored: true,
      inject: (sheet) =>
        retitle(sheet, (title) => (title.split('"').length === 3 ? title.replace('"', "") : undefined)),
    },
    {
      name: "a bracket lost",
      authored: true,
      inject: (sheet) =>
        retitle(sheet, (title) => (/^[^()]*\([^()]*\)[^()]*$/.test(title) ? title.replace(")", "") : undefined)),
    },
  ]),
];

// The finding stands on the title line and names the front matter beside it.
function either(line: number | undefined): Injected | undefined {
  return line === undefined ? undefined : { lines: [2, 6] };
}

function slipIn(sheet: Sheet, line: number): number | undefined {
  return sheet.replace(line, WORD, sheet.random.slip(WORD.exec(sheet.lines[line] ?? "")?.[0] ?? ""));
}

// The characters that are found in titles; an ampersand before what looks like an entity could be meant.
function raw(sheet: Sheet, line: number): number | undefined {
  const entity = sheet.random.pick(["&quot;", "&lt;", "&gt;", "&#91;", "&#93;", "&#92;", "&#42;", "&#36;"]) ?? "";
  return sheet.replace(line, entity, unescapeTitle(entity)) ?? sheet.replace(line, /&amp;(?![a-z#])/, "&");
}
