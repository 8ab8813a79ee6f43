// Whether words repeat: a glance that may say no too often, and never yes.
import { expect, test } from "vitest";
import { areDistinct } from "../../src/model/distinct-words.ts";

function areDistinctIn(text: string): boolean {
  return areDistinct(`kbnetwork ${text} kbnetwork`, { start: 10, end: 10 + text.length });
}

function words(count: number): string {
  return Array.from({ length: count }, (_, at) => `word${at}`).join(" ");
}

test.each([
  ["", true],
  ["kbnetwork", true],
  ["kbnetwork kbenv,kbusage", true],
  ["kbenv KBENV", false],
  ["kbenv,kbusage kbenv", false],
  ["kbenv caf\u00e9", false],
  [words(100), true],
  [words(101), false],
])("%j", (text, expected) => {
  expect(areDistinctIn(text)).toBe(expected);
});
