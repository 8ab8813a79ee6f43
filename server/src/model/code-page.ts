// Windows-1252, the code page that the archive's raw texts are written in: from a byte's number to its character.

// The bytes 0x80 to 0x9F in order; the rest of the code page is Latin-1. Five of them stand for nothing.
const HIGH_CONTROLS =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f" +
  "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

/** The character of a byte, or `undefined` where the code page has none: control codes, and five holes. */
export function characterOfByte(byte: number): string | undefined {
  if (byte < 0x20 || byte === 0x7f) return undefined;
  const character = byte >= 0x80 && byte < 0xa0 ? HIGH_CONTROLS.charAt(byte - 0x80) : String.fromCharCode(byte);
  return character.charCodeAt(0) === byte && byte >= 0x80 && byte < 0xa0 ? undefined : character;
}

/** The byte of a character of the code page; for any other its code unit. */
export function byteOf(character: string): number {
  const high = HIGH_CONTROLS.indexOf(character);
  return high >= 0 ? 0x80 + high : character.charCodeAt(0);
}
