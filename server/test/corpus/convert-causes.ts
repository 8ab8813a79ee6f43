// Why a raw text made of a page is not the archive's own to the byte: the blanks and signs that pages do not tell.
// A difference that has none of these causes is a mistake of ours.

/** Causes in the order in which they are looked for. */
const CAUSES: readonly (readonly [name: string, is: (real: string, made: string) => boolean])[] = [
  ["one leading blank that the page lost", (real, made) => real === ` ${made}` && made !== ""],
  ["a line of one blank", (real, made) => real === " " && made === ""],
  ["a dash that was no bullet", (real, made) => made === ` ${real}` && real.startsWith("- ")],
  ["a blank line in an empty section", (real, made) => real === "" && made === " "],
  ["quotation marks made plain", (real, made) => plain(real) === made],
  ["signs that look like a written byte", (real, made) => writtenBytes(made) === real],
];

/** The causes by which a made text differs from the real one; empty where it does not. */
export function causesOf(real: string, made: string): ReadonlySet<string> {
  const causes = new Set<string>();
  const realLines = real.split("\r\n");
  const madeLines = made.split("\r\n");
  const lead = realLines.slice(HEADER_LINES).findIndex((line) => line !== "");
  if (lead > 0) {
    causes.add(LEADING);
    realLines.splice(HEADER_LINES, lead);
  }
  if (realLines.length !== madeLines.length) causes.add("unexplained: another number of lines");
  for (const [at, line] of realLines.entries()) {
    const other = madeLines[at] ?? "";
    if (line === other) continue;
    const known = CAUSES.find(([, is]) => is(line, other));
    causes.add(known ? known[0] : `unexplained: ${JSON.stringify(line)} became ${JSON.stringify(other)}`);
  }
  return causes;
}

/** The cause of most differences: nothing in a page tells whether blank lines stood before its body. */
export const LEADING = "blank lines before the body";
const HEADER_LINES = 8;

function plain(text: string): string {
  return text.replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"');
}

function writtenBytes(text: string): string {
  return text.replace(/[^\t\x20-\x7e]/g, (sign) => `<${sign.charCodeAt(0).toString(16).toUpperCase()}>`);
}
