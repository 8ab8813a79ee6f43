// What the archive's conversion made of characters beyond ASCII: pages hold none (FORMAT §10).
// Raw texts and pages of one article are compared through it.
import { byteOf } from "./code-page.ts";

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
