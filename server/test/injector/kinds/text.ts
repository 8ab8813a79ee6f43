// Defects of references and of running text.
// Rules of the same names in RULES.md.
import { type Defect, type Injected, kinds } from "../defect.ts";
import type { Sheet } from "../sheet.ts";

const OWN_LINE = /^ {2,3}Q\d{5,6} [A-Z]/;

function reference(sheet: Sheet, passes: (text: string) => boolean = () => true): number | undefined {
  return sheet.textLine((text) => OWN_LINE.test(text) && passes(text));
}

function idAt(sheet: Sheet, line: number | undefined): string {
  return /Q\d+/.exec(line === undefined ? "" : sheet.at(line))?.[0] ?? "";
}

function archiveTitle(sheet: Sheet, line: number | undefined): Injected | undefined {
  if (line === undefined) return undefined;
  const id = idAt(sheet, line);
  const title = sheet
    .at(line)
    .trim()
    .slice(id.length + 1);
  return { lines: [line], archive: { find: (asked) => (asked === id ? [{ id, title, uri: "test:/other" }] : []) } };
}

// The archive knows the cited article by the very title that the sound text quotes.
function misquote(sheet: Sheet, change: (text: string) => string): Injected | undefined {
  const line = reference(sheet, (text) => text.length < 74);
  const injected = archiveTitle(sheet, line);
  if (line === undefined || !injected) return undefined;
  const before = sheet.at(line);
  const after = change(before);
  if (after === before) return undefined;
  sheet.put(line, after);
  return injected;
}

const REFERENCES: Defect[] = [
  ...kinds("unresolved-reference", [
    {
      name: "a number that no article has",
      inject: (sheet) => {
        const line = reference(sheet);
        const id = idAt(sheet, line);
        return id === "" ? undefined : sheet.replace(line, id, `Q99${id.slice(-4)}`);
      },
    },
  ]),
  ...kinds("self-reference", [
    {
      name: "its own number",
      inject: (sheet) => {
        const line = reference(sheet);
        return sheet.replace(line, idAt(sheet, line), sheet.id);
      },
    },
  ]),
  ...kinds("reference-glued", [
    {
      name: "no blank behind the number",
      fix: "safe",
      inject: (sheet) => sheet.replace(reference(sheet), /(?<=Q\d{5,6}) /, ""),
    },
  ]),
  ...kinds("reference-form", [
    { name: "a small q", fix: "safe", inject: (sheet) => sheet.replace(reference(sheet), "Q", "q") },
    {
      name: "a blank behind the Q",
      fix: "safe",
      inject: (sheet) => {
        const line = reference(sheet);
        const injected = archiveTitle(sheet, line);
        return sheet.replace(line, "Q", "Q ") === undefined ? undefined : injected;
      },
    },
  ]),
  ...kinds("reference-title", [
    {
      name: "a word lost",
      profile: "authoring",
      fix: "safe",
      inject: (sheet) => misquote(sheet, (text) => text.replace(/ [A-Za-z]+$/, "")),
    },
    {
      name: "other case",
      profile: "authoring",
      fix: "safe",
      inject: (sheet) =>
        misquote(sheet, (text) => text.replace(/(?<=[a-z] )[A-Z](?=[a-z]{3})/, (letter) => letter.toLowerCase())),
    },
    {
      name: "another tag",
      profile: "authoring",
      fix: "safe",
      inject: (sheet) =>
        misquote(sheet, (text) =>
          text.replace(/(?<=Q\d{5,6} )(?:BUG|FIX|PRB|HOWTO|INFO):/, (tag) => (tag === "BUG:" ? "FIX:" : "BUG:")),
        ),
    },
    {
      name: "a tag added",
      profile: "authoring",
      fix: "safe",
      inject: (sheet) => misquote(sheet, (text) => text.replace(/(?<=Q\d{5,6} )(?=[A-Z][a-z])/, "PRB: ")),
    },
    {
      name: "a full stop",
      profile: "authoring",
      fix: "safe",
      inject: (sheet) => misquote(sheet, (text) => `${text}.`),
    },
    {
      name: "other words",
      profile: "authoring",
      fix: "safe",
      inject: (sheet) => misquote(sheet, (text) => text.replace(/(?<=[a-z] )[A-Z][a-z]{3,}/, "Other")),
    },
    { name: "a longer title over two lines", profile: "authoring", fix: "safe", inject: (sheet) => longTitle(sheet) },
  ]),
  ...kinds("reference-intro", [
    {
      name: "articles before one",
      profile: "authoring",
      fix: "safe",
      inject: (sheet) => intro(sheet, /following article(?= in)/, "following articles"),
    },
    {
      name: "article before several",
      profile: "authoring",
      fix: "safe",
      inject: (sheet) => intro(sheet, /following articles(?= in)/, "following article"),
    },
    {
      name: "left open",
      profile: "authoring",
      fix: "safe",
      inject: (sheet) => intro(sheet, /following articles?(?= in)/, "following article(s)"),
    },
  ]),
  ...kinds("superseded-reference", [
    {
      name: "the article has a successor",
      inject: (sheet) => {
        const line = reference(sheet);
        const id = idAt(sheet, line);
        if (line === undefined || id === sheet.id) return undefined;
        const lines = sheet.lines.flatMap((text, at) => (text.includes(id) ? [at] : []));
        return { lines, archive: { supersededBy: (asked) => (asked === id ? "Q999999" : undefined) } };
      },
    },
  ]),
];

function longTitle(sheet: Sheet): Injected | undefined {
  const line = reference(sheet, (text) => text.length < 74);
  const injected = archiveTitle(sheet, line);
  if (line === undefined || !injected || !sheet.isBlank(line + 1)) return undefined;
  const indent = /^ */.exec(sheet.at(line))?.[0] ?? "";
  const words = "and Several More Words That Were Dropped from the Title Since".split(" ");
  let text = sheet.at(line);
  const room = sheet.isPage ? 79 : 80;
  while (text.length + 1 + (words[0]?.length ?? room) <= room) text = `${text} ${words.shift()}`;
  sheet.put(line, text);
  sheet.insert(line + 1, indent + words.join(" "));
  return injected;
}

// Only sentences that introduce exactly one list of plain references.
function intro(sheet: Sheet, passage: RegExp, by: string): number | undefined {
  const line = sheet.textLine((text, at) => {
    if (!passage.test(text) || text.length > 74) return false;
    let next = at;
    while (!sheet.isBlank(next)) next++;
    const colon = sheet.at(next - 1).endsWith(":");
    return colon && OWN_LINE.test(sheet.at(next + 1)) && next - at < 4;
  });
  return sheet.replace(line, passage, by);
}

const TEXT: Defect[] = [
  ...kinds("numbered-list", [
    {
      name: "a number skipped",
      fix: "safe",
      inject: (sheet) => sheet.replace(item(sheet), /^\t?(\d)\./, `${sheet.prefix}9.`),
    },
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
    { name: "an entity", inject: (sheet) => sheet.replace(sheet.proseLine(), / and /, " &amp; ") },
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
      inject: (sheet) =>
        sheet.replace(
          sheet.textLine((text) => /(?<= )(?:Windows-based|MS-DOS)(?= [a-z])/.test(text)),
          /(?<= )(Windows|MS)-(?=based|DOS)/,
          "X- ",
        ),
    },
  ]),
];

function item(sheet: Sheet): number | undefined {
  return sheet.textLine((text, at) => /^[23]\. [A-Z]/.test(text) && sheet.isBlank(at - 1));
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

const ARCHIVE: Defect[] = [
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
        return { lines: [line], archive: { find: (id) => (id === sheet.id ? files : []) } };
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
        if (line === undefined) return undefined;
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

/** Defects of references, running text, and of the archive as a whole. */
export const TEXTS: readonly Defect[] = [...REFERENCES, ...TEXT, ...ARCHIVE];
