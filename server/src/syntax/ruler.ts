// Rulers: lines made of one character, and lines that were such before they were damaged.
import type { Lines } from "./lines.ts";

/** The rulers' fixed lengths (FORMAT §2.2, §3.1, §5.2). */
export const APPLIES_TO_RULER: string = "-".repeat(79);
/** The ruler above the footer's fields; a raw text's header ends in the same. */
export const FOOTER_TOP_RULER: string = "=".repeat(70);
/** The ruler below the footer's fields. */
export const FOOTER_BOTTOM_RULER: string = "=".repeat(77);

const EQUALS = 61;
const DASH = 45;
const UNDERSCORE = 95;
const TILDE = 126;
const SPACE = 32;
const LEAST = 30;

/** Whether a line is, or was before a slip, a ruler: 30 or more characters of `=-_~`, a few others allowed. */
export function looksLikeRuler(lines: Lines, line: number): boolean {
  const { text } = lines;
  const start = lines.content(line);
  const end = lines.trimmedEnd(line);
  if (end - start < LEAST) return false;
  if (!isRulerCode(text.charCodeAt(start)) && !isRulerCode(text.charCodeAt(end - 1))) return false;
  let others = 0;
  for (let at = start; at < end; at++) {
    if (!isRulerCode(text.charCodeAt(at)) && ++others > 3) return false;
  }
  return true;
}

/** Whether a line under a heading is, or was before a slip, its underline; blanks inside are allowed. */
export function looksLikeUnderline(lines: Lines, line: number): boolean {
  const first = lines.firstCode(line);
  if (!isRulerCode(first) && first !== SPACE) return false;
  let marks = 0;
  let others = 0;
  for (let at = lines.content(line); at < lines.trimmedEnd(line); at++) {
    if (isRulerCode(lines.text.charCodeAt(at))) marks++;
    else if (lines.text.charCodeAt(at) !== SPACE || marks > 0) others++;
  }
  return marks >= 3 && others <= 1;
}

/** Whether the code is one that rulers and underlines are made of. */
export function isRulerCode(code: number): boolean {
  return code === EQUALS || code === DASH || code === UNDERSCORE || code === TILDE;
}
