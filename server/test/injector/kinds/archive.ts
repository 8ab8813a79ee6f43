// Defects that show only beside other articles: a number or title taken, a page apart from its raw text.
// Rules of the same names in RULES.md.
import { type Defect, kinds } from "../defect.ts";

/** Defects that show only beside other articles. */
export const ARCHIVE: readonly Defect[] = [
  ...kinds("duplicate-id", [
    {
      name: "another file of the same number",
      inject: (sheet) => {
        const { container } = sheet.article;
        const known = { id: sheet.id, title: "", container };
        const files = [
          { ...known, uri: sheet.path },
          { ...known, uri: "copy" },
        ];
        const line = sheet.header("article") ?? 0;
        return { lines: [line], known: files };
      },
    },
  ]),
  ...kinds("duplicate-title", [
    {
      name: "another article of the same title",
      profile: "authoring",
      inject: (sheet) => ({
        lines: [sheet.isPage ? 6 : 1],
        archive: { sameTitle: (title) => [{ id: "Q99999", title, uri: "test:/other" }] },
      }),
    },
  ]),
  ...kinds("pair-mismatch", [
    { name: "a word changed", inject: (sheet) => sheet.replace(sheet.proseLine(), /(?<= )[a-z]{4,}(?= )/, "abacus") },
    {
      name: "a line lost",
      inject: (sheet) => {
        const line = sheet.proseLine();
        if (line === undefined) return undefined;
        sheet.delete(line);
        return { lines: [line - 1, line] };
      },
    },
    {
      name: "a line broken elsewhere in the page",
      container: "page",
      fix: "safe",
      inject: (sheet) => {
        const line = sheet.proseLine();
        if (line === undefined || /\s$/.test(sheet.at(line))) return undefined;
        const words = sheet.at(line).split(" ");
        const last = words.pop() ?? "";
        sheet.put(line, words.join(" "));
        sheet.put(line + 1, `${last} ${sheet.at(line + 1)}`);
        return sheet.at(line + 1).length > 76 ? undefined : { lines: [line, line + 1] };
      },
    },
    {
      name: "a blank line lost in the page",
      container: "page",
      fix: "safe",
      inject: (sheet) => {
        const line = sheet.textLine(
          (text, at) => /^[A-Z][a-z]+ /.test(text) && sheet.isBlank(at - 1) && /^[A-Z].*\.$/.test(sheet.at(at - 2)),
        );
        if (line === undefined) return undefined;
        sheet.delete(line - 1);
        return { lines: [line - 2, line - 1] };
      },
    },
    {
      name: "another day in the page",
      container: "page",
      inject: (sheet) =>
        sheet.replace(sheet.header("lastModified"), /\d\d(?=-[A-Z])/, sheet.text.includes(": 07-") ? "08" : "07"),
    },
  ]),
];
