// Bytes to text: strict UTF-8, else Windows-1252, which is what the archive's few files beyond ASCII are written in.
// Files that hold a NUL byte are binary and have no text.

const UTF8 = new TextDecoder("utf-8", { fatal: true });
/** The codes 0x80 to 0x9F; the five that the code page leaves open stand for themselves, so that nothing is lost. */
export const CODE_PAGE: string =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f" +
  "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";
const CHUNK = 8192;

/** The text of a file, without a byte order mark; `undefined` for a binary file. */
export function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return UTF8.decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}

function decodeWindows1252(bytes: Uint8Array): string {
  let text = "";
  for (let from = 0; from < bytes.length; from += CHUNK) {
    const codes: number[] = [];
    for (const byte of bytes.subarray(from, from + CHUNK)) {
      codes.push(byte >= 0x80 && byte < 0xa0 ? CODE_PAGE.charCodeAt(byte - 0x80) : byte);
    }
    text += String.fromCharCode(...codes);
  }
  return text;
}
