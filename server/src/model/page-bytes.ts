// What the archive's conversion made of characters beyond ASCII: pages hold none (FORMAT §10).
// Raw texts and pages of one article are compared through it.

const OUTSIDE_ASCII = /[^\t\x20-\x7e]/g;
const BEYOND = /[^\t\x20-\x7e]/;

/** A text as pages write it: quotation marks become plain ones, every other such character its byte's number. */
export function asPageWrites(text: string): string {
  return BEYOND.test(text) ? text.replace(OUTSIDE_ASCII, written) : text;
}

function written(character: string): string {
  if (character === "\u2018" || character === "\u2019") return "'";
  if (character === "\u201c" || character === "\u201d") return '"';
  return `<${byteOf(character).toString(16).toUpperCase().padStart(2, "0")}>`;
}

// Windows-1252 in the order of its bytes 0x80 to 0x9F; the rest of the code page is Latin-1.
const HIGH_CONTROLS =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f" +
  "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

function byteOf(character: string): number {
  const high = HIGH_CONTROLS.indexOf(character);
  return high >= 0 ? 0x80 + high : character.charCodeAt(0);
}
