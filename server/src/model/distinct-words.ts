// Whether the words of a line are all different, told without making strings of them.
import type { Span } from "../text/span.ts";

const SPACE = 32;
const COMMA = 44;
const LAST_ASCII = 126;
const SMALL = 32;
const SPREAD = 31;
// Each word is compared with all before it.
const MOST_WORDS = 100;

/**
 * Tells in one pass that no word between blanks or commas repeats, whatever its case; false also where that takes a
 * closer look. Each word is a number here, made of its letters, so equal words have equal numbers, and none has 0.
 */
export function areDistinct(text: string, { start, end }: Span): boolean {
  const words: number[] = [];
  let word = 0;
  for (let at = start; at <= end; at++) {
    const code = at < end ? text.charCodeAt(at) : SPACE;
    if (code < SPACE || code > LAST_ASCII) return false;
    if (code !== SPACE && code !== COMMA) word = (Math.imul(word, SPREAD) + (code | SMALL)) | 0 || 1;
    else if (word !== 0) {
      if (!isNew(word, words)) return false;
      words.push(word);
      word = 0;
    }
  }
  return true;
}

function isNew(word: number, words: readonly number[]): boolean {
  return words.length < MOST_WORDS && !words.includes(word);
}
