// Defects of the container: front matter, numbers, raw wrapper, TABs, conflicts, characters and line ends.
// Rules of the same names in RULES.md.
import { LineKind } from "../../../src/syntax/line-kind.ts";
import { type Defect, type Injected, kinds } from "../defect.ts";
import type { Sheet } from "../sheet.ts";

const FRONT: Defect[] = kinds("front-matter", [
  { name: "opening fence lost", container: "page", fix: "safe", inject: (sheet) => near(sheet.delete(0), 0, 4) },
  { name: "closing fence lost", container: "page", fix: "safe", inject: (sheet) => near(sheet.delete(4), -4, 1) },
  { name: "layout lost", container: "page", fix: "safe", inject: (sheet) => near(sheet.delete(1), -1, 0) },
  { name: "title lost", container: "page", fix: "safe", inject: (sheet) => near(sheet.delete(2), -2, 0) },
  { name: "permalink lost", container: "page", fix: "safe", inject: (sheet) => near(sheet.delete(3), -3, 0) },
  {
    name: "field misspelt",
    container: "page",
    fix: "safe",
    inject: (sheet) => {
      const key = sheet.random.pick(["layout", "title", "permalink"]) ?? "layout";
      return sheet.replace(sheet.find(new RegExp(`^${key}:`)), key, sheet.random.slip(key));
    },
  },
  {
    name: "field doubled",
    container: "page",
    fix: "safe",
    inject: (sheet) => {
      const line = 1 + sheet.random.below(3);
      sheet.lines.splice(line, 0, sheet.lines[line] ?? "");
      return line + 1;
    },
  },
  {
    name: "field added",
    container: "page",
    inject: (sheet) => {
      sheet.lines.splice(4, 0, "author: nobody");
      return 4;
    },
  },
  {
    name: "other layout",
    container: "page",
    fix: "safe",
    inject: (sheet) => sheet.replace(1, "page", sheet.random.pick(["post", "pages", "default"]) ?? "post"),
  },
  {
    name: "title unquoted",
    container: "page",
    fix: "safe",
    inject: (sheet) => sheet.replace(2, /"(.*)"$/, unquoted(sheet)),
  },
  { name: "closing quote lost", container: "page", fix: "safe", inject: (sheet) => sheet.replace(2, /"$/, "") },
  { name: "opening quote lost", container: "page", fix: "safe", inject: (sheet) => sheet.replace(2, /"/, "") },
  {
    name: "all of it lost",
    container: "page",
    fix: "safe",
    inject: (sheet) => near(sheet.delete(0, 6), 0, 1),
  },
  {
    name: "a line of its own in it",
    container: "page",
    inject: (sheet) => {
      sheet.lines.splice(3, 0, "nonsense");
      return 3;
    },
  },
]);

function unquoted(sheet: Sheet): string {
  return (sheet.lines[2] ?? "").replace(/^title: "(.*)"$/, "$1");
}

function near(line: number, above: number, below: number): Injected {
  return { lines: Array.from({ length: below - above + 1 }, (_, at) => line + above + at) };
}

function otherId(sheet: Sheet): string {
  const at = 1 + sheet.random.below(sheet.id.length - 1);
  const digit = (Number(sheet.id[at]) + 1 + sheet.random.below(8)) % 10;
  const other = `${sheet.id.slice(0, at)}${digit}${sheet.id.slice(at + 1)}`;
  return other.startsWith("Q0") ? otherId(sheet) : other;
}

const NUMBERS: Defect[] = kinds("id-consistency", [
  {
    name: "a digit in the permalink",
    container: "page",
    fix: "safe",
    inject: (sheet) => sheet.replace(3, `${sheet.id}/`, `${otherId(sheet)}/`),
  },
  {
    name: "a digit in the front matter's title",
    container: "page",
    fix: "safe",
    inject: (sheet) => sheet.replace(2, sheet.id, otherId(sheet)),
  },
  {
    name: "a digit in the title line",
    container: "page",
    fix: "safe",
    inject: (sheet) => sheet.replace(6, sheet.id, otherId(sheet)),
  },
  {
    name: "a digit in Article",
    container: "page",
    fix: "safe",
    inject: (sheet) => sheet.replace(sheet.header("article"), sheet.id, otherId(sheet)),
  },
  {
    name: "a digit in DOCUMENT",
    container: "text",
    fix: "safe",
    inject: (sheet) => sheet.replace(0, sheet.id, otherId(sheet)),
  },
  {
    name: "the folder of another thousand",
    inject: (sheet) => ({
      lines: [sheet.header("article") ?? 0],
      path: sheet.path.replace(/^(kb|txt)\/(\d{3})/, (_, top: string, folder: string) =>
        `${top}/${(Number(folder) + 101) % 900}`.replace(/\/(\d{1,2})$/, "/0$1"),
      ),
    }),
  },
  {
    name: "another file's name",
    container: "page",
    inject: (sheet) => {
      const other = otherId(sheet);
      return { lines: [sheet.header("article") ?? 0], path: sheet.path.replace(sheet.id, other) };
    },
  },
]);

const ADDRESS: Defect[] = kinds("permalink", [
  { name: "no slash at the end", container: "page", fix: "safe", inject: (sheet) => sheet.replace(3, /\/$/, "") },
  {
    name: "another folder",
    container: "page",
    fix: "safe",
    inject: (sheet) => sheet.replace(3, /\/kb\/\d{3}\//, "/kb/999/"),
  },
  { name: "capitals", container: "page", fix: "safe", inject: (sheet) => sheet.replace(3, "/kb/", "/KB/") },
  { name: "no folder", container: "page", fix: "safe", inject: (sheet) => sheet.replace(3, /\/kb\/\d{3}\//, "/kb/") },
  { name: "the historical form", container: "page", fix: "safe", inject: (sheet) => sheet.replace(3, " /kb", " kb") },
  { name: "emptied", container: "page", fix: "safe", inject: (sheet) => sheet.replace(3, / .*$/, " ") },
]);

const OPEN = "{% raw %}";
const CLOSE = "{% endraw %}";

const WRAPPER: Defect[] = kinds("raw-wrapper", [
  {
    name: "opening line lost",
    container: "page",
    fix: "safe",
    inject: (sheet) => anywhere(sheet, sheet.delete(sheet.find(OPEN) ?? 0)),
  },
  {
    name: "closing line lost",
    container: "page",
    fix: "safe",
    inject: (sheet) => anywhere(sheet, sheet.delete(sheet.find(CLOSE) ?? 0)),
  },
  {
    name: "opening line lost with its blank line",
    container: "page",
    fix: "safe",
    inject: (sheet) => anywhere(sheet, sheet.delete(sheet.find(OPEN) ?? 0, 2)),
  },
  {
    name: "the historical form",
    container: "page",
    fix: "safe",
    inject: (sheet) => {
      sheet.delete((sheet.find(CLOSE) ?? 1) - 1, 2);
      return anywhere(sheet, sheet.delete(sheet.find(OPEN) ?? 0, 2));
    },
  },
  { name: "opened twice", container: "page", fix: "safe", inject: (sheet) => doubled(sheet, OPEN) },
  { name: "closed twice", container: "page", fix: "safe", inject: (sheet) => doubled(sheet, CLOSE) },
  {
    name: "opening line misspelt",
    container: "page",
    fix: "safe",
    inject: (sheet) => anywhere(sheet, sheet.replace(sheet.find(OPEN), "raw", "rwa")),
  },
  {
    name: "closing line misspelt",
    container: "page",
    fix: "safe",
    inject: (sheet) => anywhere(sheet, sheet.replace(sheet.find(CLOSE), "endraw", "end raw")),
  },
  {
    name: "opened within the body",
    container: "page",
    inject: (sheet) => {
      const line = sheet.proseLine();
      const open = sheet.find(OPEN);
      if (line === undefined || open === undefined) return undefined;
      sheet.move(open, 1, line);
      return line - 1;
    },
  },
]);

// The marker that is missing is reported at its partner, or at the title where there is none.
function anywhere(sheet: Sheet, line: number | undefined): Injected | undefined {
  return line === undefined ? undefined : { lines: sheet.lines.map((_, at) => at) };
}

function doubled(sheet: Sheet, marker: string): Injected | undefined {
  const line = sheet.find(marker);
  if (line === undefined) return undefined;
  sheet.lines.splice(line, 0, marker);
  return { lines: [line, line + 1] };
}

function untab(sheet: Sheet, kind: LineKind): number | undefined {
  const lines = sheet.article.kinds.flatMap((own, line) =>
    own === kind && (sheet.lines[line] ?? "").startsWith("\t") ? [line] : [],
  );
  const line = sheet.random.pick(lines);
  return sheet.replace(line, "\t", "");
}

const TABS: Defect[] = kinds("body-indent", [
  { name: "a line of text", container: "page", fix: "safe", inject: (sheet) => untab(sheet, LineKind.text) },
  { name: "a heading", container: "page", fix: "safe", inject: (sheet) => untab(sheet, LineKind.heading) },
  { name: "an underline", container: "page", fix: "safe", inject: (sheet) => untab(sheet, LineKind.headingUnderline) },
  { name: "a blank line", container: "page", fix: "safe", inject: (sheet) => untab(sheet, LineKind.blank) },
  { name: "a header line", container: "page", fix: "safe", inject: (sheet) => untab(sheet, LineKind.headerField) },
  { name: "a product", container: "page", fix: "safe", inject: (sheet) => untab(sheet, LineKind.appliesToBullet) },
  {
    name: "the applies-to sentence",
    container: "page",
    fix: "safe",
    inject: (sheet) => untab(sheet, LineKind.appliesToSentence),
  },
  {
    name: "a ruler of the applies-to block",
    container: "page",
    fix: "safe",
    inject: (sheet) => untab(sheet, LineKind.appliesToRuler),
  },
  { name: "a footer line", container: "page", fix: "safe", inject: (sheet) => untab(sheet, LineKind.footerField) },
  { name: "a footer ruler", container: "page", fix: "safe", inject: (sheet) => untab(sheet, LineKind.footerRuler) },
  { name: "the query words", container: "page", fix: "safe", inject: (sheet) => untab(sheet, LineKind.queryWords) },
  {
    name: "a paragraph",
    container: "page",
    fix: "safe",
    inject: (sheet) => {
      const first = sheet.proseLine();
      if (first === undefined) return undefined;
      for (let line = first; !sheet.isBlank(line); line++) sheet.lines[line] = sheet.at(line);
      return first;
    },
  },
  {
    name: "blanks for a TAB",
    container: "page",
    fix: "safe",
    inject: (sheet) => sheet.replace(sheet.proseLine(), "\t", "    "),
  },
  {
    name: "blanks for all TABs",
    container: "page",
    fix: "safe",
    inject: (sheet) => {
      const width = sheet.random.pick([2, 4, 8]) ?? 4;
      for (let line = 0; line < sheet.lines.length; line++) {
        sheet.lines[line] = (sheet.lines[line] ?? "").replace(/^\t/, " ".repeat(width));
      }
      return anywhere(sheet, 0);
    },
  },
]);

const CONFLICTS: Defect[] = kinds("conflict-marker", [
  { name: "in the body", inject: (sheet) => conflict(sheet, sheet.proseLine()) },
  { name: "in the header", inject: (sheet) => conflict(sheet, sheet.header("version")) },
  { name: "in the footer", inject: (sheet) => conflict(sheet, sheet.footer("Keywords")) },
  { name: "in the front matter", container: "page", inject: (sheet) => conflict(sheet, 2) },
  { name: "around a heading", inject: (sheet) => conflict(sheet, sheet.section()?.line) },
  { name: "a closing marker left behind", inject: (sheet) => marker(sheet, ">>>>>>> other") },
  { name: "an opening marker left behind", inject: (sheet) => marker(sheet, "<<<<<<< HEAD") },
]);

function conflict(sheet: Sheet, line: number | undefined): number | undefined {
  if (line === undefined) return undefined;
  const own = sheet.lines[line] ?? "";
  sheet.lines.splice(line, 1, "<<<<<<< HEAD", own, "=======", own.replace(/[aeio]/, "u"), ">>>>>>> other");
  return line;
}

function marker(sheet: Sheet, text: string): number | undefined {
  const line = sheet.proseLine();
  if (line === undefined) return undefined;
  sheet.lines.splice(line, 0, text);
  return line;
}

const CHARACTERS: Defect[] = [
  ...kinds("control-character", [
    { name: "a bell", inject: (sheet) => insertCharacter(sheet, "\u0007") },
    { name: "an escape", inject: (sheet) => insertCharacter(sheet, "\u001b") },
    { name: "a delete", inject: (sheet) => insertCharacter(sheet, "\u007f") },
    { name: "the residue of a byte", container: "page", inject: (sheet) => insertCharacter(sheet, "<A0>") },
    { name: "the mark of a lost character", inject: (sheet) => insertCharacter(sheet, "\ufffd") },
  ]),
  ...kinds("line-endings", [
    {
      name: "one line of the other kind",
      fix: "safe",
      inject: (sheet) => {
        const line = sheet.proseLine();
        // Lines are joined by the article's own break: the other one goes into the text itself.
        if (line === undefined || !sheet.isPage) return undefined;
        sheet.lines[line] += "\r";
        return anywhere(sheet, line);
      },
    },
  ]),
];

function insertCharacter(sheet: Sheet, character: string): number | undefined {
  return sheet.replace(sheet.proseLine(), /(?<=[a-z]) (?=[a-z])/, `${character} `);
}

/** Defects of the container. */
export const CONTAINER: readonly Defect[] = [
  ...FRONT,
  ...NUMBERS,
  ...ADDRESS,
  ...WRAPPER,
  ...TABS,
  ...CONFLICTS,
  ...CHARACTERS,
];
