// The result formats to the byte: the JSON contract, lines of JSON, and the form for people with its colours.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { TemporaryArchive } from "../harness/temporary-archive.ts";
import { damagedPage, page, pagePath } from "./articles.ts";
import { kblint, kblintInterrupted, parseOutput } from "./kblint.ts";

let archive: TemporaryArchive | undefined;

function archiveOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  archive = new TemporaryArchive(files);
  return archive.path;
}

afterEach(() => archive?.remove());

const ID = "Q990101";
const FILES = { [pagePath("Q990100")]: page({ id: "Q990100" }), [pagePath(ID)]: damagedPage({ id: ID }) };

describe("json", () => {
  test("has the contract's keys in the contract's order", async () => {
    const { output } = await kblint(["--format", "json", "."], { folder: archiveOf(FILES) });
    const { schema, summary, results } = parseOutput(output);
    expect(schema).toBe(1);
    expect(Object.keys(parseOutput(output))).toEqual(["schema", "summary", "results"]);
    expect(Object.keys(summary)).toEqual(["files", "errors", "warnings", "informations", "hints", "durationMs"]);
    expect({ ...summary, durationMs: 0 }).toEqual({
      files: 2,
      errors: 1,
      warnings: 0,
      informations: 0,
      hints: 0,
      durationMs: 0,
    });
    expect(results).toHaveLength(1);
    const [diagnostic] = results[0]?.diagnostics ?? [];
    expect(Object.keys(diagnostic ?? {})).toEqual(["rule", "severity", "message", "range", "fix"]);
    expect({ ...diagnostic, message: "" }).toEqual({
      rule: "heading-underline",
      severity: "error",
      message: "",
      range: { start: { line: 24, character: 1 }, end: { line: 24, character: 6 } },
      fix: "safe",
    });
  });

  test("counts characters in UTF-16 units, whatever the file's encoding", async () => {
    const conflict = (text: string): string => damagedPage({ id: ID, more: [text] });
    const folder = archiveOf({
      "kb/a.md": conflict("Caf\u00e9 \u{1f4a1} Q995555 lamp"),
      "kb/b.md": Buffer.from(conflict("Caf\u00e9 Q995555 lamp"), "latin1"),
      "kb/c.md": `\ufeff${conflict("Cafe Q995555 lamp")}`,
    });
    const words = ["--rule", "unresolved-reference=error", "--format", "json", "."];
    const { results } = parseOutput((await kblint(words, { folder })).output);
    const starts = results.map(
      ({ diagnostics }) => diagnostics.find((it) => it.rule === "unresolved-reference")?.range.start,
    );
    expect(starts.map((start) => start?.character)).toEqual([9, 6, 6]);
  });

  test("is valid, with no results, where nothing was linted", async () => {
    const { code, output } = await kblint(["--format", "json", "."], { folder: archiveOf({ "a.md": "x" }) });
    expect(code).toBe(2);
    expect(parseOutput(output).results).toEqual([]);
  });

  test("is the same twice, time aside", async () => {
    const folder = archiveOf(FILES);
    const run = async (): Promise<string> => (await kblint(["--format", "json", "."], { folder })).output;
    expect((await run()).replace(/"durationMs":\d+/, "")).toBe((await run()).replace(/"durationMs":\d+/, ""));
  });
});

describe("other formats and outputs", () => {
  test("jsonl has one result a line", async () => {
    const { output } = await kblint(["--format", "jsonl", "."], { folder: archiveOf(FILES) });
    const lines = output.trimEnd().split("\n");
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      path: pagePath(ID),
      diagnostics: [{ rule: "heading-underline" }],
    });
  });

  test("stylish shows place, line and mark, and what can be fixed", async () => {
    const { output } = await kblint(["."], { folder: archiveOf(FILES) });
    const lines = output.split("\n");
    expect(lines[0]).toBe(pagePath(ID));
    expect(lines[1]).toMatch(/^ {2}25:2 {2}error {4}.*heading-underline$/);
    expect(lines.slice(2, 4)).toEqual(["      │  =====", "      │  ^^^^^"]);
    expect(lines[5]).toBe("✖ 1 finding (1 error) in 1 of 2 articles; 1 fixable.");
  });

  test("--output writes the file and nothing else", async () => {
    const folder = archiveOf(FILES);
    const { code, output } = await kblint(["--format", "json", "--output", "lint.json", "."], { folder });
    expect({ code, output }).toEqual({ code: 1, output: "" });
    expect(parseOutput(readFileSync(join(folder, "lint.json"), "utf8")).summary.errors).toBe(1);
    const wrong = await kblint(["--output", "none/lint.json", "."], { folder });
    expect(wrong.code).toBe(2);
    expect(wrong.errors).toContain("cannot write none/lint.json: no such file or folder");
    expect(existsSync(join(folder, "none"))).toBe(false);
  });

  test("--min-severity and --quiet leave out milder findings", async () => {
    const folder = archiveOf(FILES);
    const count = async (...words: string[]): Promise<number> => {
      const { output } = await kblint(["--rule", "heading-underline=hint", "--format", "json", ...words, "."], {
        folder,
      });
      return parseOutput(output).results.length;
    };
    expect([await count(), await count("--min-severity", "hint"), await count("--quiet")]).toEqual([0, 1, 0]);
  });
});

describe("terminals", () => {
  const ESCAPE = "\u001b";

  test("colours only where they are asked for", async () => {
    const folder = archiveOf(FILES);
    const coloured = async (words: string[], variables: Record<string, string>): Promise<boolean> =>
      (await kblint([...words, "."], { folder, variables })).output.includes(ESCAPE);
    expect(await coloured([], {})).toBe(false);
    expect(await coloured([], { FORCE_COLOR: "1" })).toBe(true);
    expect(await coloured([], { FORCE_COLOR: "0" })).toBe(false);
    expect(await coloured(["--no-color"], { FORCE_COLOR: "1" })).toBe(false);
    expect(await coloured(["--output", "x.txt"], { FORCE_COLOR: "1" })).toBe(false);
  });

  test("no control character of an article reaches the terminal", async () => {
    const evil = damagedPage({ id: ID }).replace("\t=====\n", `\t==\u001b]0;owned\u0007=\u202e\n`);
    const { output } = await kblint(["--min-severity", "hint", "."], { folder: archiveOf({ [pagePath(ID)]: evil }) });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
    expect(output).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });
});

describe("interruptions", () => {
  const DETOUR = { Q900001: "Q900002", Q900002: "Q900003" };
  const many = Object.fromEntries(
    Array.from({ length: 3000 }, (_, at) => {
      const id = `Q${900000 + at}`;
      return [pagePath(id), damagedPage({ id })];
    }),
  );

  test("a reader that goes away ends the run quietly", async () => {
    const { code, errors } = await kblintInterrupted(["."], archiveOf(many), "close output");
    expect({ code, errors }).toEqual({ code: 1, errors: "" });
  });

  test("Ctrl+C ends it with 130 and leaves no draft behind", async () => {
    // What is wrong with the settings is said before the first article is read.
    const folder = archiveOf({ ...many, "kb.config.json": JSON.stringify({ superseded: DETOUR }) });
    const { code } = await kblintInterrupted(["--format", "jsonl", "."], folder, "interrupt");
    expect(code).toBe(130);
  });
});
