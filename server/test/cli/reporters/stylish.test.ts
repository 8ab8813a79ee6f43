// The form for people: grouped by file, the line with a mark under the very place, rule and totals.
// Marks must stand right whatever the line holds before them: TABs, letters of two columns, or more than fits.
import { describe, expect, test } from "vitest";
import { type Output, SILENT_OUTPUT } from "../../../src/cli/output.ts";
import { stylishReporter } from "../../../src/cli/reporters/stylish.ts";
import { columnsOf } from "../../../src/cli/reporters/text-width.ts";
import { paintColour, paintPlain, printable } from "../../../src/cli/terminal.ts";
import type { Finding } from "../../../src/lint/rule.ts";
import { SourceText } from "../../../src/text/source-text.ts";

const NO_FINDINGS = { errors: 0, warnings: 0, informations: 0, hints: 0, fixable: 0 };
const PLACE = { workingFolder: "/", variables: {} };

function written(work: (output: Output) => void): string {
  const texts: string[] = [];
  work({ write: (text) => void texts.push(text), writeBytes: () => undefined, close: () => undefined });
  return texts.join("");
}

/** What is shown of a finding about the word `lamp` in a text. */
function shown(text: string, more: Partial<Finding> = {}): string[] {
  const start = text.indexOf("lamp");
  const finding: Finding = {
    rule: "some-rule",
    severity: "error",
    message: "No lamp here.",
    span: { start, end: start + 4 },
    ...more,
  };
  const report = { path: "kb/a.md", source: new SourceText(text), findings: [finding] };
  return stylishReporter(SILENT_OUTPUT, paintPlain, PLACE).render(report).split("\n");
}

/** The column of the first mark, and of the word above it, as a terminal shows them. */
function columns(lines: readonly string[]): [mark: number, word: number] {
  const [, , line = "", marks = ""] = lines;
  return [marks.indexOf("^"), columnsOf(line.slice(0, line.indexOf("lamp")))];
}

describe("an excerpt", () => {
  test("stands below place, severity, message and rule", () => {
    expect(shown("one\nThe lamp is lit.\n")).toEqual([
      "kb/a.md",
      "  2:5  error    No lamp here.  some-rule",
      "      │ The lamp is lit.",
      "      │     ^^^^",
      "",
      "",
    ]);
  });

  test.each([
    ["blanks", "The lamp."],
    ["TABs", "\tThe\tlamp\tis lit."],
    ["letters of two columns", "\u65e5\u672c\u8a9e lamp"],
    ["an emoji", "\u{1f4a1} lamp"],
    ["combining marks", "Cafe\u0301 lamp"],
    ["control characters", "a\u001b[31mb lamp"],
    ["a line that is too long", `${"word ".repeat(60)}lamp ${"word ".repeat(60)}`],
    ["letters of two columns in a line that is too long", `${"\u65e5".repeat(150)} lamp`],
  ])("has its mark under the word, behind %s", (_, text) => {
    const [mark, word] = columns(shown(text));
    expect(mark).toBe(word);
    expect(mark).toBeGreaterThan(0);
  });

  test("marks every column of a wide word", () => {
    const text = "A \u65e5\u672c lamp";
    expect(shown(text, { span: { start: 2, end: 4 } })[3]).toBe("      │   ^^^^");
  });

  test("is left out for milder findings and empty lines", () => {
    expect(shown("The lamp.", { severity: "hint" })).toHaveLength(4);
    expect(shown("The lamp.\n\n", { span: { start: 10, end: 10 } })).toHaveLength(4);
  });

  test("of a file with very many findings does not overflow", () => {
    const source = new SourceText("The lamp.");
    const finding: Finding = { rule: "some-rule", severity: "hint", message: "x", span: { start: 4, end: 8 } };
    const findings = Array.from({ length: 200_000 }, () => finding);
    const text = stylishReporter(SILENT_OUTPUT, paintPlain, PLACE).render({ path: "a", source, findings });
    expect(text.split("\n")).toHaveLength(200_003);
  });
});

describe("totals", () => {
  const total = (summary: object, paint = paintPlain): string =>
    written((output) =>
      stylishReporter(output, paint, PLACE).end(
        { files: 9, filesWithFindings: 0, durationMs: 1, ...NO_FINDINGS, ...summary },
        { exitCode: 0, failures: [] },
      ),
    );

  test.each([
    [{}, "✔ No findings in 9 articles.\n"],
    [{ files: 0 }, "▲ No article was linted.\n"],
    [{ errors: 1, filesWithFindings: 1 }, "✖ 1 finding (1 error) in 1 of 9 articles.\n"],
    [
      { warnings: 2, hints: 1, filesWithFindings: 2, fixable: 1 },
      "▲ 3 findings (2 warnings, 1 hint) in 2 of 9 articles; 1 fixable.\n",
    ],
  ])("%j", (summary, text) => {
    expect(total(summary)).toBe(text);
  });

  test("are red only with errors", () => {
    expect(total({ errors: 1 }, paintColour)).toContain("\u001b[31m");
    expect(total({ warnings: 1 }, paintColour)).toContain("\u001b[33m");
    expect(total({}, paintColour)).toContain("\u001b[32m");
  });
});

test.each([
  ["abc", 3],
  ["\u65e5\u672c", 4],
  ["e\u0301", 1],
  ["\u{1f4a1}", 2],
  ["\u200b\ufeff", 0],
  [printable("\t\u0007"), 2],
])("%j takes %i columns", (text, columnsOfIt) => {
  expect(columnsOf(text)).toBe(columnsOfIt);
});
