// Bytes to text and back: whatever bytes a file has, an unchanged text gives the very same ones.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText } from "../../src/host/decode.ts";
import { encodeText, encodingOf } from "../../src/host/encode.ts";

const anyBytes = fc.uint8Array({ maxLength: 60 }).map((bytes) => bytes.map((byte) => byte || 32));
const utf8 = fc
  .string({ unit: "binary", maxLength: 40 })
  .map((text) => new TextEncoder().encode(text.replaceAll("\0", "")));
const MARK = Uint8Array.of(0xef, 0xbb, 0xbf);

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

describe("encodeText", () => {
  it("gives back the bytes of every file", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyBytes,
          utf8,
          utf8.map((bytes) => joined(MARK, bytes)),
        ),
        (bytes) => {
          const text = decodeText(bytes);
          expect(text).toBeDefined();
          expect(encodeText(text ?? "", encodingOf(bytes))).toEqual(Uint8Array.from(bytes));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it("keeps a second byte order mark, which is text", () => {
    const bytes = joined(MARK, MARK, Uint8Array.of(65));
    expect(encodeText(decodeText(bytes) ?? "", encodingOf(bytes))).toEqual(bytes);
  });

  it("writes the first character beyond ASCII as asked", () => {
    const ascii = encodingOf(Uint8Array.of(65));
    expect(encodeText("\u00e9", ascii)).toEqual(Uint8Array.of(0xc3, 0xa9));
    expect(encodeText("\u00e9", ascii, "windows-1252")).toEqual(Uint8Array.of(0xe9));
  });

  it("refuses what would read back as something else", () => {
    const codePage = encodingOf(Uint8Array.of(0xe9));
    expect(encodeText("\u03a9\u00e9", codePage)).toBeUndefined();
    expect(encodeText("\u0085\u00e9", codePage)).toBeUndefined();
    // These two are a sound UTF-8 sequence.
    expect(encodeText("\u00c3\u00a9", codePage)).toBeUndefined();
    expect(encodeText("A\0", encodingOf(Uint8Array.of(65)))).toBeUndefined();
    expect(encodeText("\ud800", encodingOf(Uint8Array.of(65)))).toBeUndefined();
  });
});
