// Text for XML 1.0: what has a meaning is escaped, and what XML cannot hold at all becomes a visible sign.
// An article may hold any control character, and one of them would make the whole report unreadable.

import { wellFormed } from "./well-formed.ts";

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML must not hold.
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text between tags. */
export function xmlText(text: string): string {
  const legal = wellFormed(text.replace(ILLEGAL, "\ufffd"));
  // A carriage return would be read as a line feed, control characters of the upper half as nothing good.
  return legal.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign).replace(/[\r\u007f-\u009f]/g, reference);
}

/** An attribute's value, without the quotes. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replace(/[\t\n]/g, reference);
}

function reference(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
