// Minimal edits: they make the new text out of the old one, touch only lines that differ, and never split a character.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minimalEdits } from "../../src/features/minimal-edits.ts";
import { SourceText } from "../../src/text/source-text.ts";
import { applyEdits, withoutOverlaps } from "../../src/text/text-edit.ts";
import { applyLspEdits } from "../harness/apply-edits.ts";

const aLine = fc.constantFrom("", "a", "ab", "SUMMARY", "=======", "======", "\u{1f600}", "\u{1f601}", "x y");
const aBreak = fc.constantFrom("\n", "\r\n");
const aText = fc
  .array(
    fc.tuple(aLine, aBreak).map((parts) => parts.join("")),
    { maxLength: 20, size: "max" },
  )
  .map((lines) => lines.join(""));

describe("minimal edits", () => {
  it("turn the one text into the other, in positions too", () => {
    fc.assert(
      fc.property(aText, aText, (before, after) => {
        const edits = minimalEdits(before, after);
        expect(withoutOverlaps(edits)).toHaveLength(edits.length);
        expect(applyEdits(before, edits)).toBe(after);
        const source = new SourceText(before);
        const ranges = edits.map(({ span, newText }) => ({
          range: { start: source.positionAt(span.start), end: source.positionAt(span.end) },
          newText,
        }));
        expect(applyLspEdits(before, ranges)).toBe(after);
      }),
      { numRuns: 2000 },
    );
  });

  it("leave lines alone that stay", () => {
    const before = Array.from({ length: 200 }, (_, line) => `line ${line}`);
    const after = [...before];
    after[3] = "LINE 3";
    after[150] = "line 150!";
    after.splice(77, 1);
    after.splice(90, 0, "new");
    const edits = minimalEdits(before.join("\n"), after.join("\n"));
    expect(edits).toHaveLength(4);
    expect(edits.map(({ newText }) => newText)).toEqual(["LINE", "", "new\n", "!"]);
  });

  it.each([
    ["abc\n", "abc\r\n"],
    ["abc\r\n", "abc\n"],
    ["\u{1f600}", "\u{1f601}"],
    ["", "x"],
    ["x", ""],
  ])("%j to %j is one edit", (before, after) => {
    expect(minimalEdits(before, after)).toHaveLength(1);
  });

  it("change thousands of lines in a moment", () => {
    const before = Array.from({ length: 4000 }, (_, line) => `  line ${line}`);
    const started = performance.now();
    const edits = minimalEdits(before.join("\n"), before.map((line) => `\t${line}`).join("\n"));
    expect(edits).toHaveLength(4000);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
