// Text back to the bytes that it came from: what was not changed comes out byte for byte as it went in.
// A text that its file's encoding cannot hold is refused; nothing is ever replaced by a question mark.
import { CODE_PAGE, decodeText } from "./decode.ts";

/** How a file's bytes say its text. */
export interface TextEncoding {
  readonly name: "ascii" | "utf-8" | "windows-1252";
  /** Whether the bytes begin with a byte order mark, which is no part of the text. */
  readonly mark: boolean;
}

const UTF8 = new TextDecoder("utf-8", { fatal: true });
const ENCODER = new TextEncoder();
const MARK = [0xef, 0xbb, 0xbf] as const;

/** How {@link decodeText} reads the bytes. */
export function encodingOf(bytes: Uint8Array): TextEncoding {
  try {
    UTF8.decode(bytes);
  } catch {
    return { name: "windows-1252", mark: false };
  }
  const mark = MARK.every((byte, at) => bytes[at] === byte);
  return { name: bytes.every((byte) => byte < 0x80) ? "ascii" : "utf-8", mark };
}

/**
 * The bytes of a text; `undefined` where {@link decodeText} would not read it back from them.
 * A text that was ASCII may become either of the others; `wanted` says which.
 */
export function encodeText(
  text: string,
  { name, mark }: TextEncoding,
  wanted: "utf-8" | "windows-1252" = "utf-8",
): Uint8Array | undefined {
  const bytes = (name === "ascii" ? wanted : name) === "windows-1252" ? encodeWindows1252(text) : toUtf8(text, mark);
  return bytes && decodeText(bytes) === text ? bytes : undefined;
}

function toUtf8(text: string, mark: boolean): Uint8Array {
  const bytes = ENCODER.encode(text);
  if (!mark) return bytes;
  const marked = new Uint8Array(MARK.length + bytes.length);
  marked.set(MARK);
  marked.set(bytes, MARK.length);
  return marked;
}

/** The bytes of a text in Windows-1252; `undefined` where a character has none. */
export function encodeWindows1252(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const byte = code < 0x80 || (code >= 0xa0 && code < 0x100) ? code : 0x80 + CODE_PAGE.indexOf(text.charAt(at));
    if (byte < 0x80 && code >= 0x80) return undefined;
    bytes[at] = byte;
  }
  return bytes;
}
