// Defects of the words in the footer's lines.
// Rules of the same names in RULES.md.
import type { FooterName } from "../../../src/syntax/article.ts";
import { type Defect, type Injected, kinds } from "../defect.ts";
import type { Sheet } from "../sheet.ts";
import { footerLines } from "./footer.ts";
import { revalue } from "./revalue.ts";

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

/** Defects of the words in the footer's lines. */
export const FOOTER_WORDS: readonly Defect[] = [
  ...kinds("keyword-unknown", [
    {
      name: "a slip in a keyword",
      authored: true,
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
      authored: true,
      inject: (sheet) => word(sheet, "Keywords", (words) => replaced(words, () => "kbabacusbeads")),
    },
  ]),
  ...kinds("keyword-case", [
    {
      name: "other capitals",
      authored: true,
      fix: "safe",
      inject: (sheet) => word(sheet, "Keywords", (words) => replaced(words, (first) => first.toUpperCase())),
    },
  ]),
  ...kinds("keyword-duplicate", [
    {
      name: "a keyword twice",
      authored: true,
      fix: "safe",
      inject: (sheet) => word(sheet, "Keywords", (words) => [...words, words[0] ?? ""]),
    },
    {
      name: "a technology twice",
      authored: true,
      fix: "safe",
      inject: (sheet) => word(sheet, "Technology", (words) => [...words, words[0] ?? ""]),
    },
  ]),
  ...kinds("keyword-glued", [
    {
      name: "two keywords run together",
      authored: true,
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
      authored: true,
      fix: "safe",
      inject: (sheet) => word(sheet, "Issue type", (words) => replaced(words, (first) => sheet.random.slip(first))),
    },
    {
      name: "capitals",
      authored: true,
      fix: "safe",
      inject: (sheet) => word(sheet, "Issue type", (words) => replaced(words, (first) => first.toUpperCase())),
    },
    { name: "another word", authored: true, inject: (sheet) => word(sheet, "Issue type", () => ["defect"]) },
  ]),
  ...kinds("solution-type", [
    {
      name: "a slip",
      authored: true,
      fix: "safe",
      inject: (sheet) => word(sheet, "Solution Type", (words) => replaced(words, (first) => sheet.random.slip(first))),
    },
    { name: "another word", authored: true, inject: (sheet) => word(sheet, "Solution Type", () => ["repaired"]) },
    {
      name: "without an issue type",
      authored: true,
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
      authored: true,
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
      authored: true,
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
      authored: true,
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
      authored: true,
      profile: "authoring",
      inject: (sheet) => (sheet.footer("Solution Type") === undefined ? left(sheet, "Issue type") : undefined),
    },
    { name: "Technology left out", authored: true, profile: "authoring", inject: (sheet) => left(sheet, "Technology") },
  ]),
];

function left(sheet: Sheet, name: FooterName): Injected | undefined {
  const line = sheet.footer(name);
  if (line === undefined) return undefined;
  sheet.delete(line);
  return footerLines(sheet);
}
