// The body lines of a page as its raw text had them: pages lost one leading blank of every line (FORMAT §10).
// What the archive's habits tell is put back; each habit below was counted over all pairs of the archive's sample.
import { restoreBytes } from "./convert-written-bytes.ts";

// Blocks are indented by three and bullets by one in raw texts, so what still begins with a blank had one more.
const HAD_BLANK = /^(?: |- )/;
const UNDERLINE = /^=+$/;
const PROSE = /^[A-Za-z0-9"(]/;
const SEPARATOR = "- or -";
// Prose is filled up to 80 columns (FORMAT §8).
const FULL_WIDTH = 79;
const LONG_ITEM = 70;

/** A page's body lines, without their TABs, as the lines of a raw text. */
export function asTextLines(lines: readonly string[]): string[] {
  return lines.map((line, at) => {
    const had = HAD_BLANK.test(line) ? !isNoBullet(lines, at) : isEmptySection(lines, at);
    return had ? ` ${restoreBytes(line)}` : restoreBytes(line);
  });
}

// A dash in the first column that never had a blank: between alternatives (15 of 15), carried over from a full line of
// prose (6 of 6), or before an item whose second line is not indented either (10 of 10).
function isNoBullet(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? "";
  if (!line.startsWith("- ")) return false;
  const above = lines[at - 1] ?? "";
  const below = lines[at + 1] ?? "";
  if (line === SEPARATOR) return true;
  if (above.length >= FULL_WIDTH && PROSE.test(above)) return true;
  return line.length >= LONG_ITEM && PROSE.test(below);
}

// The middle one of three blank lines under a heading holds a blank where nothing else stands there (38 of 43).
function isEmptySection(lines: readonly string[], at: number): boolean {
  if (lines[at] !== "" || lines[at - 1] !== "" || lines[at + 1] !== "") return false;
  return UNDERLINE.test(lines[at - 2] ?? "") && lines[at + 2] !== undefined && lines[at + 2] !== "";
}
