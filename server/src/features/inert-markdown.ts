// Makes text of articles harmless inside Markdown: it must show as it is written and never become a link, an image,
// a command, an icon or markup (RELIABILITY I5). Only what Markdown would act on is escaped, for editors that show it raw.

const ACTIVE = /[\\`*_{}[\]<>|~$&@]/g;
// GitHub's Markdown makes links of bare addresses; breaking the sign apart keeps them text.
const ADDRESS = /:(?=\/\/)|(?<=www)\./gi;
const LINE_START = /^(?:[#+=-]|\d{1,9}(?=[.)]))/;
// Control characters end lines or hide text; the bidirectional ones reorder what is read.
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** The text on one line without control characters, cut at a length. */
export function plainLine(text: string, longest: number): string {
  const line = text
    .slice(0, longest * 4)
    .replace(CONTROL, " ")
    .replace(/ {2,}/g, " ")
    .trim();
  return line.length > longest ? `${withoutHalfPair(line.slice(0, longest - 1))}…` : line;
}

/** A plain line as Markdown that shows it literally, also at the beginning of a paragraph. */
export function inertMarkdown(line: string): string {
  const escaped = line.replace(ACTIVE, "\\$&").replace(ADDRESS, "\\$&");
  return escaped.replace(LINE_START, (sign) => (/\d/.test(sign) ? `${sign}\\` : `\\${sign}`));
}

function withoutHalfPair(text: string): string {
  return /[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text;
}
