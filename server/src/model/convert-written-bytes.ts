// The characters beyond ASCII that pages write as their bytes' numbers, `<A0>`, put back (FORMAT §10).
// The same signs can be text, such as the key <F2>; what stands around them tells.
import { characterOfByte } from "./code-page.ts";

const WRITTEN_BYTE = /<([0-9A-F]{2})>/g;
const LETTER = /\p{L}/u;
// The tag of a definition in HTML, in upper case; its letter is one that hardly any language has.
const TAG = "<DD>";

/** A text of a page with the characters that it writes as `<XX>`. */
export function restoreBytes(text: string): string {
  if (!text.includes("<")) return text;
  return text.replace(WRITTEN_BYTE, (written: string, number: string, at: number) => {
    const character = writtenFor(Number.parseInt(number, 16));
    if (character === undefined || written === TAG) return written;
    const isAlone = !LETTER.test(text.charAt(at - 1)) && !LETTER.test(text.charAt(at + written.length));
    // <F2> is a key and <CD> a disk: a letter that no letter stands beside was never a letter.
    return isAlone && LETTER.test(character) ? written : character;
  });
}

// Conversion writes a number for these bytes only; quotation marks (91 to 94) became plain ones.
function writtenFor(byte: number): string | undefined {
  const isPlain = byte === 0 || byte === 9 || byte === 10 || byte === 13 || (byte >= 0x20 && byte < 0x7f);
  if (isPlain || (byte >= 0x91 && byte <= 0x94)) return undefined;
  return characterOfByte(byte) ?? String.fromCharCode(byte);
}
