// Diffs that tools take: applied as `patch` does it, a diff turns the old text into the new one.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unifiedDiff } from "../../src/cli/fix/unified-diff.ts";

function diff(before: string, after: string): string {
  return [...unifiedDiff({ path: "a.md", before, after })].map((line) => line.text).join("");
}

const HUNK = /^-(\d+),(\d+) \+\d+,(\d+) @@\n/;

// As strict as `git apply`: places, counts and every old line must be right.
function applied(before: string, patch: string): string {
  const old = before === "" ? [] : before.split(/(?<=\n)/);
  let result = "";
  let at = 0;
  const [, ...hunks] = patch.replaceAll("\n\\ No newline at end of file\n", "\0\n").split(/^@@ /m);
  for (const hunk of hunks) {
    const [head, from, count, newCount] = HUNK.exec(hunk) ?? [""];
    const start = Number(count) === 0 ? Number(from) : Number(from) - 1;
    const lines = hunk.slice(head.length).split(/(?<=\n)/);
    const without = (sign: string): string[] =>
      lines.filter((line) => !line.startsWith(sign)).map((line) => line.slice(1).replace("\0\n", ""));
    const end = start + Number(count);
    expect(old.slice(start, end)).toEqual(without("+"));
    expect(without("-")).toHaveLength(Number(newCount));
    result += [...old.slice(at, start), ...without("-")].join("");
    at = end;
  }
  return result + old.slice(at).join("");
}

describe("unifiedDiff", () => {
  test("shows three lines around a change", () => {
    const before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
    expect(diff(before, before.replace("5", "five"))).toBe(
      "--- a/a.md\n+++ b/a.md\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n",
    );
  });

  test("names a missing line end, and keeps CR", () => {
    expect(diff("a\r\nb", "a\r\nc")).toBe(
      "--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n a\r\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n",
    );
  });

  test("says nothing of equal texts", () => {
    expect(diff("a\n", "a\n")).toBe("");
  });

  test("turns any text into any other", () => {
    const text = fc
      .array(fc.constantFrom("a", "b", "c", "", "\r", "x\r"), { maxLength: 40 })
      .chain((lines) => fc.constantFrom("\n", "").map((end) => lines.join("\n") + (lines.length > 0 ? end : "")));
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(before === after ? after : applied(before, diff(before, after))).toBe(after);
      }),
      { numRuns: 3000 },
    );
  });
});
