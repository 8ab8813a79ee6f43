// `kblint lint` as CI and scripts see it: exit codes, results, and what is said when nothing could be linted.
import { rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { TemporaryArchive } from "../harness/temporary-archive.ts";
import { damagedPage, page, pagePath } from "./articles.ts";
import { kblint, parseOutput } from "./kblint.ts";

let archive: TemporaryArchive | undefined;

function archiveOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  archive = new TemporaryArchive(files);
  return archive.path;
}

afterEach(() => archive?.remove());

const SOUND = "Q990100";
const DAMAGED = "Q990101";
const FILES = { [pagePath(SOUND)]: page({ id: SOUND }), [pagePath(DAMAGED)]: damagedPage({ id: DAMAGED }) };
const BAD_RULE = ["--rule", "heading-underline=warning"];

describe("exit codes", () => {
  test("0 where all is sound", async () => {
    const folder = archiveOf({ [pagePath(SOUND)]: page({ id: SOUND }) });
    const { code, output, errors } = await kblint(["."], { folder });
    expect({ code, output, errors }).toEqual({ code: 0, output: "✔ No findings in 1 article.\n", errors: "" });
  });

  test("1 with an error", async () => {
    expect((await kblint(["lint"], { folder: archiveOf(FILES) })).code).toBe(1);
  });

  test("0 with warnings only, 1 when they are more than allowed", async () => {
    const folder = archiveOf(FILES);
    expect((await kblint([...BAD_RULE, "."], { folder })).code).toBe(0);
    expect((await kblint([...BAD_RULE, "--max-warnings", "1", "."], { folder })).code).toBe(0);
    expect((await kblint([...BAD_RULE, "--max-warnings=0", "."], { folder })).code).toBe(1);
    expect((await kblint([...BAD_RULE, "--max-warnings=0", "--quiet", "."], { folder })).code).toBe(1);
  });

  test("2 for a path that is not there, and nothing is linted", async () => {
    const { code, output, errors } = await kblint([".", "kb/none.md"], { folder: archiveOf(FILES) });
    expect({ code, output }).toEqual({ code: 2, output: "" });
    expect(errors).toContain("kb/none.md: no such file or folder");
  });
});

describe("what is linted", () => {
  test("nothing at all is said loudly", async () => {
    const folder = archiveOf({ "notes.md": "# Notes\n", "a.bin": "x" });
    const { code, errors } = await kblint(["."], { folder });
    expect(code).toBe(2);
    expect(errors).toContain("NOTHING WAS LINTED");
    expect(errors).toContain("none of the 1 .md and .txt files there is an article");
  });

  test("a named file that is no article is a notice, not silence", async () => {
    const folder = archiveOf({ ...FILES, "notes.md": "# Notes\n" });
    const { code, errors } = await kblint(["notes.md", pagePath(SOUND)], { folder });
    expect({ code, errors }).toEqual({ code: 0, errors: "kblint: notes.md: skipped: not an article\n" });
  });

  test("patterns, parts and several paths, each file once and in the order of paths", async () => {
    const third = "Q991000";
    const folder = archiveOf({ ...FILES, [pagePath(third)]: damagedPage({ id: third }) });
    const pathsOf = async (...words: string[]): Promise<string[]> =>
      parseOutput((await kblint(["--format", "json", ...words], { folder })).output).results.map(
        (result) => result.path,
      );
    expect(await pathsOf("kb/991", "kb/99*/**", pagePath(DAMAGED))).toEqual([pagePath(DAMAGED), pagePath(third)]);
    expect(await pathsOf("kb/991")).toEqual([pagePath(third)]);
    expect(await pathsOf("**/Q9901*/*.md")).toEqual([pagePath(DAMAGED)]);
  });

  test("a pattern that matches nothing is nothing linted", async () => {
    const { code, errors } = await kblint(["kb/77*/**"], { folder: archiveOf(FILES) });
    expect(code).toBe(2);
    expect(errors).toContain("the archive has 2 articles, but none of them is among the paths");
  });

  test("hidden folders, packages and links are left out, a file named in one is not", async () => {
    const folder = archiveOf({
      [pagePath(SOUND)]: page({ id: SOUND }),
      ".hidden/a.md": damagedPage({ id: "Q990102" }),
      "node_modules/a.md": damagedPage({ id: "Q990103" }),
    });
    symlinkSync("..", join(folder, "kb", "loop"));
    expect((await kblint(["."], { folder })).code).toBe(0);
    expect((await kblint([".hidden/a.md"], { folder })).code).toBe(1);
  });

  test("a page outside the working folder is shown by its relative path", async () => {
    const folder = archiveOf({ ...FILES, "work/.keep": "" });
    const { output } = await kblint(["--format=json", "../kb"], { folder: join(folder, "work") });
    expect(parseOutput(output).results[0]?.path).toBe(`../${pagePath(DAMAGED)}`);
  });

  test("files vanish and binary ones appear: neither is an article", async () => {
    const folder = archiveOf({ ...FILES, "kb/zero.md": page({ id: "Q990104" }).replace("SUMMARY", "SUM\0MARY") });
    const { output } = await kblint(["--format", "json", "--min-severity", "hint", "."], { folder });
    expect(parseOutput(output).summary.files).toBe(2);
    rmSync(join(folder, "kb"), { recursive: true });
    expect((await kblint(["."], { folder })).code).toBe(2);
  });
});

describe("standard input", () => {
  test("is linted as the named file, within its archive", async () => {
    const citing = page({
      id: SOUND,
      more: ["See the following article:", "", `  ${DAMAGED} HOWTO: Count the Lamps of a Signal Cabinet`],
    });
    const folder = archiveOf(FILES);
    const words = [
      "--rule",
      "unresolved-reference=error",
      "-",
      "--stdin-filename",
      pagePath(SOUND),
      "--format",
      "json",
    ];
    const { code, output } = await kblint(words, { folder, input: citing });
    expect({ code, files: parseOutput(output).summary.files }).toEqual({ code: 0, files: 1 });
    const damaged = await kblint(["-", "--stdin-filename", pagePath(SOUND), "--format", "json"], {
      folder,
      input: damagedPage({ id: SOUND }),
    });
    expect(damaged.code).toBe(1);
    expect(parseOutput(damaged.output).results[0]?.path).toBe(pagePath(SOUND));
  });

  test("needs no name, and no file of that name", async () => {
    const folder = archiveOf({ "notes.md": "# Notes\n" });
    expect((await kblint(["-"], { folder, input: page({ id: SOUND }) })).code).toBe(0);
    expect(
      (await kblint(["-", "--stdin-filename", "kb/990/Q990100/README.md"], { folder, input: page({ id: SOUND }) }))
        .code,
    ).toBe(0);
    expect((await kblint(["-"], { folder, input: "hello" })).code).toBe(2);
    expect((await kblint(["-", "notes.md"], { folder })).code).toBe(2);
  });
});

describe("the archive", () => {
  const citing = page({
    id: SOUND,
    more: ["See the following article:", "", "  Q995000 Some Other Article", "", "Then close it."],
  });
  const strict = ["--rule", "unresolved-reference=error", "--format", "json"];

  test("a file's citations are looked up in the whole archive above it", async () => {
    const cited = page({ id: "Q995000", title: "Some Other Article" });
    const folder = archiveOf({ [pagePath(SOUND)]: citing, [pagePath("Q995000")]: cited });
    expect((await kblint([...strict, pagePath(SOUND)], { folder })).code).toBe(0);
    expect((await kblint([...strict, "README.md"], { folder: join(folder, "kb/990", SOUND) })).code).toBe(0);
  });

  test("settings mark the root even where folders do not", async () => {
    const cited = page({ id: "Q995000", title: "Some Other Article" });
    const files = { "a/one.md": citing, "b/two.md": cited };
    const bare = archiveOf(files);
    expect((await kblint([...strict, "a"], { folder: bare })).code).toBe(1);
    archive?.remove();
    const configured = archiveOf({ ...files, "kb.config.json": "{}" });
    expect((await kblint([...strict, "a"], { folder: configured })).code).toBe(0);
  });

  test("excluded files are not known to others", async () => {
    const folder = archiveOf({
      [pagePath(SOUND)]: citing,
      [pagePath("Q995000")]: page({ id: "Q995000", title: "Some Other Article" }),
      "kb.config.json": '{ "exclude": ["kb/995"] }',
    });
    expect((await kblint([...strict, "."], { folder })).code).toBe(1);
    const { errors } = await kblint([pagePath("Q995000")], { folder });
    expect(errors).toContain("skipped: excluded by kb.config.json");
  });
});
