// Defects of references: numbers, titles, forms, the sentence before a list.
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
  if (sheet.text.split(id).length !== 2) return undefined;
  const title = sheet
    .at(line)
    .trim()
    .slice(id.length + 1);
  return { lines: [line], known: [{ id, title, uri: "test:/other" }] };
}

// The archive knows the cited article by the very title that the sound text quotes.
function misquote(sheet: Sheet, change: (text: string) => string): Injected | undefined {
  const line = reference(sheet, (text) => text.length < 74);
  const injected = archiveTitle(sheet, line);
  // What stands below may be the title's second line.
  if (line === undefined || !injected || /^ /.test(sheet.at(line + 1))) return undefined;
  const before = sheet.at(line);
  const after = change(before);
  if (after === before) return undefined;
  sheet.put(line, after);
  return injected;
}

/** Defects of references. */
export const REFERENCES: readonly Defect[] = [
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
        return {
          lines,
          findings: lines.length,
          archive: { supersededBy: (asked) => (asked === id ? "Q999999" : undefined) },
        };
      },
    },
  ]),
];

function longTitle(sheet: Sheet): Injected | undefined {
  // A title of full length may have been cut in the archive: then the longer one is no fault.
  const line = reference(sheet, (text) => text.length < 60);
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

// Sentences that introduce a list of plain references and nothing else; the sound text must count them right.
function intro(sheet: Sheet, passage: RegExp, by: string): number | undefined {
  const line = sheet.textLine((text, at) => {
    if (!passage.test(text) || text.length > 74) return false;
    let next = at;
    while (!sheet.isBlank(next)) next++;
    if (!sheet.at(next - 1).endsWith(":") || next - at > 3) return false;
    const count = listLength(sheet, next + 1);
    return count > 0 && count > 1 === text.includes("articles");
  });
  return sheet.replace(line, passage, by);
}

// Zero where something may belong to the list that is no reference.
function listLength(sheet: Sheet, from: number): number {
  let count = 0;
  let line = from;
  while (OWN_LINE.test(sheet.at(line)) || sheet.isBlank(line)) {
    if (!sheet.isBlank(line)) count++;
    line++;
  }
  return /^\S/.test(sheet.at(line)) ? count : 0;
}
