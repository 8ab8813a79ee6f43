// Defects of running text.
// Rules of the same names in RULES.md.
import { type Defect, type Injected, kinds } from "../defect.ts";
import type { Sheet } from "../sheet.ts";

/** Defects of running text. */
export const TEXT: readonly Defect[] = [
  ...kinds("numbered-list", [
    { name: "an item lost", gone: true, inject: lostItem },
    { name: "a number skipped", fix: "safe", inject: skippedNumber },
  ]),
  ...kinds("line-length", [
    {
      name: "two lines joined",
      profile: "authoring",
      fix: "safe",
      inject: (sheet) => {
        const line = sheet.textLine(
          (text, at) => /^[a-z][a-z ,]{60,}$/i.test(text) && /^[a-z ,.]{30,}$/i.test(sheet.at(at + 1)),
        );
        if (line === undefined) return undefined;
        const joined = `${sheet.at(line)} ${sheet.at(line + 1)}`;
        sheet.delete(line + 1);
        return sheet.put(line, joined);
      },
    },
  ]),
  ...kinds("trailing-space", [
    {
      name: "behind a line",
      profile: "authoring",
      fix: "safe",
      inject: (sheet) => sheet.replace(sheet.proseLine(), /$/, "  "),
    },
    {
      name: "on a blank line",
      profile: "authoring",
      fix: "safe",
      inject: (sheet) => {
        const line = sheet.sections[0]?.bodyLine;
        return line === undefined || !sheet.isBlank(line) ? undefined : sheet.put(line, "   ");
      },
    },
  ]),
  ...kinds("tab-in-text", [
    {
      name: "a TAB for a blank",
      profile: "authoring",
      inject: (sheet) => sheet.replace(sheet.proseLine(), /(?<=[a-z]) (?=[a-z])/, "\t"),
    },
  ]),
  ...kinds("doubled-word", [
    { name: "a word twice", inject: (sheet) => sheet.replace(sheet.proseLine(), /\bthe\b/, "the the") },
    {
      name: "a word twice over the line's end",
      inject: (sheet) => {
        const line = sheet.textLine((text, at) => / the$/.test(text) && /^[a-z]/.test(sheet.at(at + 1)));
        if (line === undefined) return undefined;
        sheet.put(line + 1, `the ${sheet.at(line + 1)}`);
        return { lines: [line, line + 1] };
      },
    },
  ]),
  ...kinds("html-entity", [
    {
      name: "an entity",
      // Articles about markup speak of entities.
      inject: (sheet) => (MARKUP.test(sheet.text) ? undefined : sheet.replace(sheet.proseLine(), / and /, " &amp; ")),
    },
  ]),
  ...kinds("boilerplate", [
    {
      name: "another year",
      container: "text",
      fix: "safe",
      inject: (sheet) => sheet.replace(sheet.lines.length - 1, /\d{4}/, "1993"),
    },
    {
      name: "a word changed",
      container: "text",
      fix: "safe",
      inject: (sheet) => disclaimer(sheet, /\bWARRANTIES\b/, "GUARANTEES"),
    },
    { name: "a slip", container: "text", fix: "safe", inject: (sheet) => disclaimer(sheet, /\bDAMAGES\b/, "DAMGES") },
    { name: "a line lost", container: "text", fix: "safe", inject: (sheet) => dropped(sheet) },
  ]),
  ...kinds("hyphen-blank", [
    {
      name: "a blank behind a hyphen",
      fix: "safe",
      inject: (sheet) => {
        const line = sheet.textLine((text) => / (?:Windows-based|MS-DOS) [a-z]/.test(text));
        return sheet.replace(line, /(?<= (?:Windows|MS)-)(?=based|DOS)/, " ");
      },
    },
  ]),
  ...kinds("link-residue", [
    {
      name: "tags of bold type",
      fix: "safe",
      inject: (sheet) => {
        const line = MARKUP.test(sheet.text) ? undefined : sheet.proseLine();
        const word = / ([a-z]{4,}) /.exec(line === undefined ? "" : sheet.at(line))?.[1];
        return word === undefined ? undefined : sheet.replace(line, ` ${word} `, ` <B>${word}</B> `);
      },
    },
    {
      name: "a quotation mark's number",
      gone: true,
      inject: (sheet) => sheet.replace(sheet.proseLine(), / (?=[a-z]{4,} )/, " [ASCII 147]"),
    },
    {
      name: "the link's text twice",
      gone: true,
      inject: (sheet) => {
        const line = sheet.proseLine();
        return line === undefined ? undefined : sheet.insert(line, "DownloadDownload Q123456.exe now");
      },
    },
  ]),
  ...kinds("step-reference", [
    {
      name: "a step that is not there",
      inject: (sheet) => {
        // Steps of a wizard, a manual or another article are counted there.
        if (!/\n\t?2\. /.test(sheet.text) || /wizard|steps? \d|guide|manual|article/i.test(body(sheet)))
          return undefined;
        return sheet.replace(sheet.proseLine(), / (?=[a-z]{4,} )/, " repeat step 97 and ");
      },
    },
  ]),
  ...kinds("section-ends-open", [
    {
      name: "a comma for the last full stop",
      inject: (sheet) => {
        const section = sheet.random.pick(sheet.sections.slice(0, -1));
        if (!section) return undefined;
        let line = section.endLine - 1;
        while (sheet.isBlank(line)) line--;
        return /^[A-Za-z]/.test(sheet.at(line)) ? sheet.replace(line, /[a-z]\.$/, "it,") : undefined;
      },
    },
  ]),
  ...kinds("ruler-blank-line", [
    {
      name: "no blank line above the footer",
      fix: "safe",
      inject: (sheet) => {
        const top = sheet.article.footer?.topRuler;
        if (top === undefined || !sheet.isBlank(top - 1) || sheet.isBlank(top - 2)) return undefined;
        sheet.delete(top - 1);
        return { lines: [top - 2, top - 1] };
      },
    },
  ]),
  ...kinds("registry-warning", [
    {
      name: "an instruction without the warning",
      profile: "authoring",
      inject: (sheet) => {
        const line = sheet.sections[0]?.bodyLine;
        if (line === undefined || /HKEY_|registry/i.test(sheet.text)) return undefined;
        const key = "HKEY_LOCAL_MACHINE\\Software\\Example";
        sheet.insert(line + 1, "Use Registry Editor to edit the following registry key:", "", `   ${key}`, "");
        return { lines: [line + 1, line + 2, line + 3] };
      },
    },
  ]),
];

const MARKUP = /html|xml|entit|<[a-z/]/i;

function body(sheet: Sheet): string {
  return sheet.lines.slice(sheet.article.contentLine, sheet.article.footer?.firstLine).join("\n");
}

function item(sheet: Sheet): number | undefined {
  return sheet.textLine((text, at) => /^[23]\. [A-Z]/.test(text) && sheet.isBlank(at - 1));
}

// From an item on, every number is one too high.
function skippedNumber(sheet: Sheet): number | undefined {
  const first = item(sheet);
  // The fix is safe only where the text does not speak of steps by number.
  if (first === undefined || /\bsteps? \d/i.test(sheet.text)) return undefined;
  let number = Number(sheet.at(first)[0]);
  for (let line = first; line < sheet.lines.length; line++) {
    const found = /^(\d)\. /.exec(sheet.at(line));
    if (!found) continue;
    if (Number(found[1]) === 1) break;
    // Another list lies in between: which numbers are whose is not told by this.
    if (Number(found[1]) !== number || number === 9) return undefined;
    sheet.put(line, sheet.at(line).replace(/^\d/, String(number + 1)));
    number++;
  }
  // Two items are hardly a list that can jump.
  return number > 3 ? first : undefined;
}

// What is left may be meant: the fix renumbers, but the item is gone.
function lostItem(sheet: Sheet): number | undefined {
  const line = item(sheet);
  if (line === undefined) return undefined;
  let end = line;
  while (!sheet.isBlank(end)) end++;
  if (!/^\d\. /.test(sheet.at(end + 1))) return undefined;
  return sheet.delete(line, end + 1 - line);
}

function disclaimer(sheet: Sheet, passage: RegExp, by: string): Injected | undefined {
  const from = sheet.article.footer?.endLine ?? 0;
  const line = sheet.lines.findIndex((text, at) => at >= from && passage.test(text));
  return line < 0 || sheet.replace(line, passage, by) === undefined ? undefined : closing(sheet);
}

function dropped(sheet: Sheet): Injected {
  sheet.delete((sheet.article.footer?.endLine ?? 0) + 3);
  return closing(sheet);
}

function closing(sheet: Sheet): Injected {
  const from = sheet.article.footer?.endLine ?? 0;
  return { lines: sheet.lines.flatMap((_, at) => (at >= from ? [at] : [])) };
}
