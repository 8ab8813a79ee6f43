// Every way in which a run of kblint can end: the exit code, what is said, and what is left on the disk.
// 0 clean, 1 findings, 2 wrong use, unreadable input or failure; a signal's own code where one ended the run.
import { lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { TemporaryArchive } from "../harness/temporary-archive.ts";
import { damagedPage, page, pagePath } from "./articles.ts";
import { kblint, kblintInterrupted } from "./kblint.ts";
import { kblintInto, kblintSignalled } from "./kblint-ends.ts";

const LINUX = process.platform === "linux";
const ROOT = process.getuid?.() === 0;
const FORMATS = ["stylish", "json", "jsonl", "sarif", "junit", "github", "gitlab"];
const SOUND = pagePath("Q990100");
const DAMAGED = pagePath("Q990101");
const FILES = { [SOUND]: page({ id: "Q990100" }), [DAMAGED]: damagedPage({ id: "Q990101" }) };

let archive: TemporaryArchive | undefined;

function archiveOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  archive = new TemporaryArchive(files);
  return archive.path;
}

afterEach(() => archive?.remove());

describe("each format has the same exit codes", () => {
  test.each(FORMATS)("%s", async (format) => {
    const folder = archiveOf({ ...FILES, "notes.md": "# Notes\n" });
    const codeOf = async (...words: string[]): Promise<number | null> =>
      (await kblint(["--format", format, ...words], { folder })).code;
    const warn = ["--rule", "heading-underline=warning"];
    expect([
      await codeOf(SOUND),
      await codeOf("."),
      await codeOf(...warn, "."),
      await codeOf(...warn, "--max-warnings", "0", "."),
      await codeOf("notes.md"),
      await codeOf("none.md"),
    ]).toEqual([0, 1, 0, 1, 2, 2]);
  });
});

describe("input that cannot be linted", () => {
  test.each([
    [["none.md"], "kblint: none.md: no such file or folder\n"],
    [["kb/*/none.md"], "kblint: NOTHING WAS LINTED: no article matches kb/*/none.md\n"],
    [["kb/none/*.md"], "kblint: kb/none/*.md: no such folder kb/none\n"],
    [["none/*.md"], "kblint: none/*.md: no such folder none\n"],
    [["empty"], "kblint: NOTHING WAS LINTED: no article matches empty\n"],
    [["binary.md"], "kblint: binary.md: skipped: not an article (binary)\n"],
    [["large.md"], "kblint: large.md: skipped: not an article (too large)\n"],
    [["notes.md"], "kblint: notes.md: skipped: not an article\n"],
    [["empty.md"], "kblint: empty.md: skipped: not an article\n"],
    [["explain", "heading-underlin"], "unknown rule heading-underlin; did you mean heading-underline?\n"],
    [["--rule", "heading-underlin=off", "."], "unknown rule heading-underlin; did you mean heading-underline?\n"],
    [["--rule", "nothing-like-it=off", "."], "unknown rule nothing-like-it; “kblint rules” lists them all\n"],
    [["--min-severty", "hint"], "unknown option --min-severty; did you mean --min-severity?\n"],
    [["--output", "kb", "."], "kblint: cannot write kb: it is a folder\n"],
    [["--output", "none/a.json", "."], "kblint: cannot write none/a.json: no such file or folder\n"],
  ])("%j", async (words, message) => {
    const folder = archiveOf({
      ...FILES,
      "binary.md": page({ id: "Q990102" }).replace("SUMMARY", "SUM\0MARY"),
      "large.md": page({ id: "Q990103" }) + "x".repeat(4_000_000),
      "notes.md": "# Notes\n",
      "empty.md": "",
    });
    mkdirSync(join(folder, "empty"));
    const { code, errors } = await kblint(words, { folder });
    expect(code).toBe(2);
    expect(errors).toContain(message);
    expect(errors).not.toContain("internal failure");
  });

  test("one such file among sound ones is said, and is no failure", async () => {
    const folder = archiveOf({ ...FILES, "binary.md": page({ id: "Q990102" }).replace("SUMMARY", "SUM\0MARY") });
    const { code, errors } = await kblint(["binary.md", SOUND], { folder });
    expect({ code, errors }).toEqual({ code: 0, errors: "kblint: binary.md: skipped: not an article (binary)\n" });
  });

  test.skipIf(process.platform === "win32")("a device is neither a file nor a folder", async () => {
    const { code, errors } = await kblint(["/dev/null"], { folder: archiveOf(FILES) });
    expect({ code, errors }).toEqual({ code: 2, errors: "kblint: /dev/null: neither a file nor a folder\n" });
  });

  // The process's own memory is a file whose beginning nobody can read, not even an administrator.
  test.skipIf(!LINUX)("a file that cannot be read fails the run, after the others were linted", async () => {
    const folder = archiveOf(FILES);
    symlinkSync("/proc/self/mem", join(folder, "memory.md"));
    const { code, output, errors } = await kblint(["memory.md", DAMAGED], { folder });
    expect({ code, errors }).toEqual({
      code: 2,
      errors: "kblint: memory.md: cannot be read: the device reports an error\n",
    });
    expect(output).toContain("✖ 1 finding (1 error) in 1 of 1 article");
    const sarif = JSON.parse((await kblint(["--format", "sarif", "memory.md", SOUND], { folder })).output);
    expect(sarif.runs[0].invocations[0]).toMatchObject({
      executionSuccessful: false,
      exitCode: 2,
      toolExecutionNotifications: [{ level: "error", properties: { reason: "the device reports an error" } }],
    });
    const junit = (await kblint(["--format", "junit", "memory.md", SOUND], { folder })).output;
    expect(junit).toContain('<testcase name="memory.md" classname="kblint" time="0"><error type="cannot be read"');
  });

  test.skipIf(!LINUX)("a file that cannot be read is named once, whoever cites it", async () => {
    const [unreadable, more] = [pagePath("Q990102"), ["See this article:", "", "   Q990102 HOWTO: Count Lamps"]];
    const folder = archiveOf({ [SOUND]: page({ id: "Q990100", more }), "kb/990/Q990102/note.txt": "" });
    symlinkSync("/proc/self/mem", join(folder, unreadable));
    const { code, errors } = await kblint(["--min-severity", "hint", unreadable, SOUND], { folder });
    expect({ code, errors }).toEqual({
      code: 2,
      errors: `kblint: ${unreadable}: cannot be read: the device reports an error\n`,
    });
  });

  test.skipIf(ROOT || process.platform === "win32")("a folder that is closed to us fails the run", async () => {
    const folder = archiveOf(FILES);
    mkdirSync(join(folder, "kb/closed"), { mode: 0 });
    const { code, errors } = await kblint(["."], { folder });
    expect(code).toBe(2);
    expect(errors).toContain("kb/closed: cannot be read: permission denied");
  });

  test("empty standard input is nothing to lint", async () => {
    const { code, errors } = await kblint(["-"], { folder: archiveOf(FILES) });
    expect(code).toBe(2);
    expect(errors).toContain("NOTHING WAS LINTED");
  });
});

describe("a full disk", () => {
  const COMMANDS = [
    ...FORMATS.map((format) => [".", "--format", format]),
    ["rules"],
    ["explain", "permalink"],
    ["--help"],
  ];
  test.skipIf(!LINUX).each(COMMANDS.map((words) => [words]))("fails %j with a word about it", async (words) => {
    const outcome = await kblintInto("/dev/full", words, archiveOf(FILES));
    expect(outcome).toEqual({ code: 2, errors: "kblint: cannot write standard output: the disk is full\n" });
  });

  test.skipIf(!LINUX)("fails --output by the file's name, and leaves devices what they are", async () => {
    const folder = archiveOf(FILES);
    const full = await kblint([".", "--output", "/dev/full"], { folder });
    expect(full).toEqual({ code: 2, output: "", errors: "kblint: cannot write /dev/full: the disk is full\n" });
    const nowhere = await kblint([".", "--output", "/dev/null"], { folder });
    expect(nowhere).toEqual({ code: 1, output: "", errors: "" });
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
    const words = [".", "--format", "jsonl", "--output", "/dev/stdout"];
    expect(await kblintInto(join(folder, "out.jsonl"), words, folder)).toEqual({ code: 1, errors: "" });
    expect(archive?.read("out.jsonl")).toContain(DAMAGED);
    expect(lstatSync("/dev/stdout").isSymbolicLink()).toBe(true);
  });
});

describe("--output", () => {
  test("follows a link, as every program does", async () => {
    const folder = archiveOf({ ...FILES, "real.json": "old" });
    symlinkSync("real.json", join(folder, "link.json"));
    await kblint([".", "--format", "json", "--output", "link.json"], { folder });
    expect(readFileSync(join(folder, "real.json"), "utf8")).toContain('"schema":1');
    expect(readFileSync(join(folder, "link.json"), "utf8")).toContain('"schema":1');
  });

  test("keeps the old file where the run fails", async () => {
    const folder = archiveOf({ ...FILES, "lint.json": "old", "kb.config.json": "{ broken" });
    expect((await kblint([".", "--output", "lint.json"], { folder })).code).toBe(2);
    expect(readFileSync(join(folder, "lint.json"), "utf8")).toBe("old");
  });
});

describe("an interrupted run", () => {
  // So many articles with an error each that a run takes a while and its report does not fit a pipe.
  let many: TemporaryArchive;
  beforeAll(() => {
    const ids = Array.from({ length: 2000 }, (_, at) => `Q${900000 + at}`);
    many = new TemporaryArchive(Object.fromEntries(ids.map((id) => [pagePath(id), damagedPage({ id })])));
  });
  afterAll(() => many.remove());

  test.each(["jsonl", "sarif", "junit", "github", "gitlab"])(
    "whose reader goes away ends quietly: %s",
    async (format) => {
      const { code, errors } = await kblintInterrupted(["--format", format, "."], many.path, "close output");
      expect({ code, errors }).toEqual({ code: 1, errors: "" });
    },
  );

  test.skipIf(process.platform === "win32").each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)("gives for %s %i, keeps the old report and leaves no half of a new one", async (signal, code) => {
    many.write("lint.sarif", "old");
    const words = ["--format", "sarif", "--output", "lint.sarif", "."];
    const hasDraft = (): boolean => readdirSync(many.path).some((name) => /^lint\.sarif\.\d+\.tmp$/.test(name));
    const outcome = await kblintSignalled(words, many.path, { signal, when: hasDraft });
    expect(outcome).toEqual({ code, errors: "" });
    expect(many.read("lint.sarif")).toBe("old");
    expect(readdirSync(many.path).sort()).toEqual(["kb", "lint.sarif"]);
  });
});
