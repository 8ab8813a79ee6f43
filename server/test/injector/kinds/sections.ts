// Defects of sections and subheadings: headings, underlines, blank lines, order, presence.
// Rules of the same names in RULES.md.

import { articleTypes, TYPE_SECTIONS } from "../../../src/model/article-type.ts";
import { LineKind } from "../../../src/syntax/line-kind.ts";
import { sectionRank } from "../../../src/syntax/sections.ts";
import { type Defect, type Injected, kinds } from "../defect.ts";
import type { Sheet, SheetSection } from "../sheet.ts";

type AtHeading = (section: SheetSection) => Injected | number | undefined;

function heading(sheet: Sheet, change: AtHeading): Injected | number | undefined {
  const section = sheet.section();
  return section && change(section);
}

function underline(sheet: Sheet, change: (section: SheetSection) => string): Injected | undefined {
  const section = sheet.section();
  if (!section) return undefined;
  sheet.put(section.line + 1, change(section));
  return { lines: [section.line, section.line + 1] };
}

const times = (character: string, count: number): string => character.repeat(Math.max(1, count));

const UNDERLINES: Defect[] = kinds("heading-underline", [
  {
    name: "one too short",
    fix: "safe",
    inject: (sheet) => underline(sheet, ({ name }) => times("=", name.length - 1)),
  },
  { name: "one too long", fix: "safe", inject: (sheet) => underline(sheet, ({ name }) => times("=", name.length + 1)) },
  {
    name: "several too short",
    fix: "safe",
    inject: (sheet) => underline(sheet, ({ name }) => times("=", Math.max(3, name.length - 3))),
  },
  {
    name: "several too long",
    fix: "safe",
    inject: (sheet) => underline(sheet, ({ name }) => times("=", name.length + 2 + sheet.random.below(12))),
  },
  {
    name: "missing",
    fix: "safe",
    inject: (sheet) => heading(sheet, ({ line }) => ({ lines: [line, sheet.delete(line + 1)] })),
  },
  { name: "of dashes", fix: "safe", inject: (sheet) => underline(sheet, ({ name }) => times("-", name.length)) },
  { name: "of underscores", fix: "safe", inject: (sheet) => underline(sheet, ({ name }) => times("_", name.length)) },
  { name: "of tildes", fix: "safe", inject: (sheet) => underline(sheet, ({ name }) => times("~", name.length)) },
  {
    name: "one wrong character",
    fix: "safe",
    inject: (sheet) => underline(sheet, ({ name }) => replaceAt(times("=", name.length), sheet, "-+")),
  },
  {
    name: "a blank within",
    fix: "safe",
    inject: (sheet) => underline(sheet, ({ name }) => replaceAt(times("=", name.length), sheet, " ")),
  },
  {
    name: "out of line",
    fix: "safe",
    inject: (sheet) => underline(sheet, ({ name }) => ` ${times("=", name.length)}`),
  },
]);

function replaceAt(text: string, sheet: Sheet, characters: string): string {
  const at = 1 + sheet.random.below(text.length - 2);
  return text.slice(0, at) + (sheet.random.pick([...characters]) ?? "-") + text.slice(at + 1);
}

function misspell(sheet: Sheet, change: (name: string) => string, follow = false): Injected | undefined {
  const section = sheet.section();
  if (!section) return undefined;
  const written = change(section.name);
  sheet.put(section.line, written);
  if (follow) sheet.put(section.line + 1, "=".repeat(written.length));
  return { lines: [section.line] };
}

const capitalised = (name: string): string => name[0] + name.slice(1).toLowerCase();

const SPELLINGS: Defect[] = kinds("misspelled-heading", [
  { name: "a slip", fix: "safe", inject: (sheet) => misspell(sheet, (name) => sheet.random.slip(name)) },
  {
    name: "a slip, the underline with it",
    fix: "safe",
    inject: (sheet) => misspell(sheet, (name) => sheet.random.slip(name), true),
  },
  { name: "small letters", fix: "safe", inject: (sheet) => misspell(sheet, (name) => name.toLowerCase()) },
  { name: "a capital and small letters", fix: "safe", inject: (sheet) => misspell(sheet, capitalised) },
  { name: "a colon", fix: "safe", inject: (sheet) => misspell(sheet, (name) => `${name}:`, true) },
  { name: "a full stop", fix: "safe", inject: (sheet) => misspell(sheet, (name) => `${name}.`) },
  { name: "a blank before it", fix: "safe", inject: (sheet) => misspell(sheet, (name) => ` ${name}`) },
  {
    name: "the plural or singular",
    fix: "safe",
    inject: (sheet) => misspell(sheet, (name) => (name.endsWith("S") ? name.slice(0, -1) : `${name}S`), true),
  },
  {
    name: "a slip, and no underline",
    fix: "safe",
    inject: (sheet) => {
      const section = sheet.section();
      if (!section || section.name.length < 7) return undefined;
      sheet.put(section.line, `${section.name.slice(0, 2)}${section.name.slice(3)}`);
      sheet.delete(section.line + 1);
      return section.line;
    },
  },
]);

const BLANKS: Defect[] = kinds("heading-blank-lines", [
  {
    name: "none above",
    fix: "safe",
    inject: (sheet) =>
      heading(sheet, ({ line }) => {
        const { kinds: lineKinds } = sheet.article;
        if (!sheet.isBlank(line - 1) || lineKinds[line - 2] === LineKind.blank) return undefined;
        sheet.delete(line - 1);
        return { lines: [line - 1, line] };
      }),
  },
  {
    name: "none below",
    fix: "safe",
    inject: (sheet) =>
      heading(sheet, ({ line, bodyLine }) => {
        if (!sheet.isBlank(bodyLine) || sheet.isBlank(bodyLine + 1)) return undefined;
        sheet.delete(bodyLine);
        return { lines: [line, line + 1] };
      }),
  },
]);

function isRequired(sheet: Sheet, name: string): boolean {
  const types = articleTypes(sheet.article);
  const sets = types.length > 0 ? types.map((type) => TYPE_SECTIONS[type]) : [TYPE_SECTIONS.untyped];
  const names = sheet.sections.map((section) => section.name as string);
  return sets.every((set) =>
    set.required.some(
      (choice) => choice.some((own) => own === name) && choice.every((own) => own === name || !names.includes(own)),
    ),
  );
}

const PRESENCE: Defect[] = [
  ...kinds("missing-section", [
    {
      name: "the whole section lost",
      inject: (sheet) => {
        const section = sheet.random.pick(sheet.sections.filter(({ name }) => isRequired(sheet, name)));
        // An article that loses its only section is a reprint for all anyone can tell.
        if (!section || sheet.sections.length < 2 || isLast(sheet, section)) return undefined;
        sheet.delete(section.line, section.endLine - section.line);
        return everywhere(sheet);
      },
    },
  ]),
  ...kinds("expected-section", [
    {
      name: "the cause lost",
      profile: "authoring",
      inject: (sheet) => {
        const section = sheet.sections.find(({ name }) => name === "CAUSE");
        const types = articleTypes(sheet.article).join();
        if (!section || (types !== "kbbug" && types !== "kbprb") || isLast(sheet, section)) return undefined;
        sheet.delete(section.line, section.endLine - section.line);
        return everywhere(sheet);
      },
    },
  ]),
  ...kinds("unexpected-section", [
    {
      name: "a bug's section in a how-to",
      profile: "authoring",
      inject: (sheet) => {
        const types = articleTypes(sheet.article).join();
        const section = sheet.sections[1];
        const fits = types === "kbhowto" || types === "kbinfo";
        if (!section || !fits || sheet.sections.some(({ name }) => name === "STATUS")) return undefined;
        return sheet.insert(section.line, "STATUS", "======", "", "This behavior is by design.", "");
      },
    },
  ]),
  ...kinds("duplicate-section", [
    {
      name: "a heading written again",
      inject: (sheet) => {
        const section = sheet.random.pick(sheet.sections.filter((one) => !isLast(sheet, one)));
        if (!section || sheet.isBlank(section.endLine - 2)) return undefined;
        return sheet.insert(section.endLine, section.name, "=".repeat(section.name.length), "", "More of this.", "");
      },
    },
    {
      name: "another section's heading",
      inject: (sheet) => {
        const [first, second] = sheet.sections;
        if (!first || !second) return undefined;
        sheet.put(second.line, first.name);
        sheet.put(second.line + 1, "=".repeat(first.name.length));
        // What the second section is missed for is a consequence.
        return isRequired(sheet, second.name) ? undefined : second.line;
      },
    },
  ]),
  ...kinds("empty-section", [
    {
      name: "the text lost",
      inject: (sheet) => {
        const section = sheet.random.pick(sheet.sections.filter((one) => !isLast(sheet, one)));
        if (!section) return undefined;
        const first = section.bodyLine + 1;
        if (section.endLine - first < 2) return undefined;
        sheet.delete(first, section.endLine - first);
        return section.line;
      },
    },
  ]),
  ...kinds("section-order", [
    {
      name: "a section moved to the end",
      fix: "safe",
      inject: (sheet) => {
        const { sections } = sheet;
        const section = sheet.random.pick(sections.slice(0, -1));
        const last = sections[sections.length - 1];
        if (!section || !last || !movable(sheet, section, last)) return undefined;
        sheet.move(section.line, section.endLine - section.line, last.endLine);
        return everywhere(sheet);
      },
    },
    {
      name: "two sections swapped",
      fix: "safe",
      inject: (sheet) => {
        const { sections } = sheet;
        const at = sheet.random.below(sections.length - 1);
        const [one, other] = sections.slice(at, at + 2);
        if (!one || !other || !movable(sheet, one, other)) return undefined;
        sheet.move(one.line, one.endLine - one.line, other.endLine);
        return everywhere(sheet);
      },
    },
  ]),
  ...kinds("unknown-heading", [
    {
      name: "another vocabulary",
      inject: (sheet) => {
        const line = paragraphStart(sheet);
        const word = sheet.random.pick(["BACKGROUND", "Overview", "Before You Begin", "INTRODUCTION"]) ?? "";
        return line === undefined ? undefined : sheet.insert(line, word, "=".repeat(word.length), "");
      },
    },
    {
      name: "another vocabulary, underlined one too long",
      inject: (sheet) => {
        const line = paragraphStart(sheet);
        return line === undefined ? undefined : sheet.insert(line, "BACKGROUND", "===========", "");
      },
    },
  ]),
  ...kinds("subheading-underline", [
    { name: "one too long", fix: "safe", inject: (sheet) => dashes(sheet, 1) },
    { name: "one too short", fix: "safe", inject: (sheet) => dashes(sheet, -1) },
    { name: "several too long", fix: "safe", inject: (sheet) => dashes(sheet, 4) },
  ]),
];

// The last section ends in the query words, whose place would move with it.
function isLast(sheet: Sheet, section: SheetSection): boolean {
  return section.line === sheet.sections[sheet.sections.length - 1]?.line;
}

function everywhere(sheet: Sheet): Injected {
  return { lines: sheet.lines.map((_, at) => at) };
}

// Blank lines differ among articles: only sections that end alike can change places and back.
function movable(sheet: Sheet, section: SheetSection, last: SheetSection): boolean {
  // RESOLUTION and WORKAROUND stand in either order: which was first is not told by the rule.
  const names = sheet.sections.map(({ name }) => name);
  if (names.includes("RESOLUTION") && names.includes("WORKAROUND")) return false;
  const ranks = [section, last].map(({ name }) => sectionRank(name === "WORKAROUND" ? "RESOLUTION" : name));
  return ranks[0] !== ranks[1] && sheet.isBlank(last.endLine - 1);
}

function paragraphStart(sheet: Sheet): number | undefined {
  const line = sheet.textLine((text, at) => /^[A-Z][a-z]+ [a-z]+ /.test(text) && sheet.isBlank(at - 1));
  return line;
}

function dashes(sheet: Sheet, more: number): number | undefined {
  const line = sheet.textLine((text, at) => {
    const title = sheet.at(at - 1);
    const alone = sheet.isBlank(at - 2) && sheet.isBlank(at + 1);
    return (
      alone && /^-{6,50}$/.test(text) && /^[A-Z][a-z]+(?: [A-Za-z]+)*$/.test(title) && title.length === text.length
    );
  });
  return line === undefined ? undefined : sheet.put(line, times("-", sheet.at(line).length + more));
}

/** Defects of sections. */
export const SECTIONS: readonly Defect[] = [...UNDERLINES, ...SPELLINGS, ...BLANKS, ...PRESENCE];
