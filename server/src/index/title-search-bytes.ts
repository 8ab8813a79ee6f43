// What the search sees in a title's bytes: letters without their case, and the places where words begin.
// Tables over the 256 bytes, because these questions are asked millions of times a keystroke.

const BYTES = 256;
const NON_ASCII = 0x80;
const OTHER = 0;
const LOWER = 1;
const UPPER = 2;
const DIGIT = 3;

const DIGIT_BITS = [26, 26, 27, 27, 28, 28, 28, 29, 29, 29] as const;
const OTHER_BIT = 30;
const WIDE_BIT = 31;

/** Each byte with its case taken away; bytes above ASCII stand for themselves. */
export const FOLDED: Uint8Array = Uint8Array.from({ length: BYTES }, (_, byte) =>
  kindOf(byte) === UPPER && byte < NON_ASCII ? byte + 32 : byte,
);

/** The bit of each byte in a title's masks: one for each letter, four for digits, two for the rest. */
export const BITS: Int32Array = Int32Array.from({ length: BYTES }, (_, byte) => 1 << bitOf(FOLDED[byte] ?? 0));

/** The bit of two bytes side by side, without their case; several pairs share one. */
export function pairBit(first: number, second: number): number {
  return 1 << (((FOLDED[first] ?? 0) * 5 + (FOLDED[second] ?? 0) * 11) & 31);
}

/** The same for three bytes. */
export function tripleBit(first: number, second: number, third: number): number {
  return 1 << (((FOLDED[first] ?? 0) * 5 + (FOLDED[second] ?? 0) * 11 + (FOLDED[third] ?? 0) * 23) & 31);
}

const KINDS: Uint8Array = Uint8Array.from({ length: BYTES }, (_, byte) => kindOf(byte));

function kindOf(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return DIGIT;
  if (byte >= 0x41 && byte <= 0x5a) return UPPER;
  return byte >= NON_ASCII || (byte >= 0x61 && byte <= 0x7a) ? LOWER : OTHER;
}

function bitOf(folded: number): number {
  const kind = kindOf(folded);
  if (folded >= NON_ASCII) return WIDE_BIT;
  if (kind === DIGIT) return DIGIT_BITS[folded - 0x30] ?? OTHER_BIT;
  return kind === LOWER ? folded - 0x61 : OTHER_BIT;
}

/** Whether a byte belongs to a word: a letter or a digit. */
export function isWordByte(byte: number): boolean {
  return KINDS[byte] !== OTHER;
}

/**
 * Whether a word begins at `at` of a title that begins at `start`: behind a sign, between letters and digits, and at
 * the humps of `GetWindowText` and `VBScript`.
 */
export function startsWord(bytes: Uint8Array, start: number, at: number): boolean {
  const kind = KINDS[bytes[at] ?? 0];
  if (kind === OTHER) return false;
  if (at === start) return true;
  const before = KINDS[bytes[at - 1] ?? 0];
  if (before === OTHER) return true;
  if (kind === DIGIT || before === DIGIT) return kind !== before;
  if (kind === LOWER) return false;
  return before === LOWER || KINDS[bytes[at + 1] ?? 0] === LOWER;
}
