// The help as a newcomer reads it: every command has one, with examples that are accepted, in lines that fit.
import { describe, expect, test } from "vitest";
import { parseCommandLine } from "../../src/cli/command-line.ts";
import { helpText } from "../../src/cli/commands/help.ts";
import { COMMANDS } from "../../src/cli/option-table.ts";
import { kblint } from "./kblint.ts";

const run = (...words: string[]) => kblint(words, { folder: "." });

describe("help", () => {
  test("of a command is the same by either way of asking", async () => {
    const asked = await run("help", "convert");
    expect(asked).toEqual(await run("convert", "--help"));
    expect(asked).toMatchObject({ code: 0, errors: "" });
    expect(asked.output).toMatch(/^Usage: kblint convert --to page\|text/);
    expect((await run("help")).output).toBe((await run("--help")).output);
  });

  test("of a command that there is not names the nearest", async () => {
    expect(await run("help", "convrt")).toMatchObject({ code: 2, output: "" });
    expect((await run("help", "convrt")).errors).toContain("unknown subcommand convrt; did you mean convert?");
    expect((await run("help", "xyzzy")).errors).toContain("unknown subcommand xyzzy; there are lint, fix, ");
  });

  test.each(COMMANDS.filter((name) => name !== "help"))(
    "of %s fits a line of 120, and shows what to type",
    (command) => {
      const text = helpText(command);
      for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(120);
      expect(text).toContain("Options:\n");
      const examples = [...text.matchAll(/^ {2}kblint (.*)$/gm)].map(([, words = ""]) => words);
      if (command !== "completion") expect(examples.length).toBeGreaterThan(0);
      for (const example of examples) expect(() => parseCommandLine(typed(example), () => true)).not.toThrow();
    },
  );
});

// What a shell would make of the example, without what is said behind it.
function typed(example: string): string[] {
  const command = (example.split(/ {2,}/)[0] ?? "").replace(/ [<>] .*$/, "");
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
}
