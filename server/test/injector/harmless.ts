// What editors and tools do to files without asking, and what nobody should hear about.
// The article must be as sound as before, and no fix may touch it.
import type { Sheet } from "./sheet.ts";

/** A change that is no defect. */
export interface Harmless {
  readonly name: string;
  /** The text after the change, or `undefined` where it changes nothing. */
  change(sheet: Sheet): string | undefined;
}

/** All harmless changes. */
export const HARMLESS: readonly Harmless[] = [
  {
    name: "trailing blanks trimmed",
    change: (sheet) => sheet.lines.map((line) => (line.trim() === "" ? line : line.trimEnd())).join(breakOf(sheet)),
  },
  {
    name: "line breaks of the other system",
    change: (sheet) => sheet.lines.join(sheet.isPage ? "\r\n" : "\n"),
  },
  { name: "a line break at the end", change: (sheet) => `${sheet.text}${breakOf(sheet)}` },
  { name: "no line break at the end", change: (sheet) => (sheet.isPage ? sheet.text.trimEnd() : undefined) },
  {
    name: "a blank line more before a heading",
    change: (sheet) => {
      const section = sheet.section();
      if (section === undefined) return undefined;
      sheet.insert(section.line, "");
      return sheet.text;
    },
  },
];

function breakOf(sheet: Sheet): string {
  return sheet.article.source.lineBreak;
}
