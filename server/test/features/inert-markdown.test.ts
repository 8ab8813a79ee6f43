// Text of articles inside Markdown: shows as written, whatever it tries (RELIABILITY F6).
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inertMarkdown, plainLine } from "../../src/features/inert-markdown.ts";

/** What Markdown shows for a text without active signs: each escape gives its sign. */
function shown(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])/g, "$1");
}

describe("inert Markdown", () => {
  it("shows the line as it is, and no sign of markup stays bare", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary-ascii", maxLength: 80 }), (text) => {
        const line = plainLine(text, 80);
        const markdown = inertMarkdown(line);
        expect(shown(markdown)).toBe(line);
        const bare = markdown.replace(/\\[!-/:-@[-`{-~]/g, "x");
        expect(bare).not.toMatch(/[`*_{}[\]<>|~$&@\\\n]|:\/\/|www\./i);
        expect(bare).not.toMatch(/^(?:[#+=-]|\d+[.)])/);
      }),
      { numRuns: 3000 },
    );
  });

  it("has no control characters and no reordering", () => {
    expect(plainLine("a\u202eb\u0007c\u001b[31md\u2028e\r\nf\tg", 80)).toBe("a b c [31md e f g");
  });

  it("is cut at a length, never within a character", () => {
    expect(plainLine("x".repeat(1_000_000), 10)).toBe("xxxxxxxxx…");
    expect(plainLine(`12345678\u{1f600}9`, 10)).toBe("12345678…");
  });
});
