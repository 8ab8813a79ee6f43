// Settings as kblint uses them: what is in force and why, and what happens when a file is wrong.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { TemporaryArchive } from "../harness/temporary-archive.ts";
import { damagedPage, page, pagePath } from "./articles.ts";
import { kblint, parseOutput } from "./kblint.ts";

let archive: TemporaryArchive | undefined;

function archiveOf(files: Readonly<Record<string, string>>): string {
  archive = new TemporaryArchive(files);
  return archive.path;
}

afterEach(() => archive?.remove());

const ID = "Q990101";
const ROOT_SETTINGS = `{
  // quiet here
  "rules": { "heading-underline": "off" },
  "overrides": [{ "files": ["kb/991/**"], "rules": { "heading-underline": "warning" } }],
}`;
const FILES = {
  "kb.config.json": ROOT_SETTINGS,
  [pagePath(ID)]: damagedPage({ id: ID }),
  [pagePath("Q991000")]: damagedPage({ id: "Q991000" }),
  [pagePath("Q992000")]: damagedPage({ id: "Q992000" }),
  "kb/992/kb.config.json": '{ "rules": { "heading-underline": "information" } }',
};

describe("settings", () => {
  test("the nearest file wins, overrides win over their file, the command line over all", async () => {
    const folder = archiveOf(FILES);
    const severities = async (...words: string[]): Promise<string[]> => {
      const { output } = await kblint(["--format", "json", ...words, "."], { folder });
      return parseOutput(output).results.map(
        ({ path, diagnostics }) => `${path.slice(7, 14)} ${diagnostics[0]?.severity}`,
      );
    };
    expect(await severities()).toEqual(["Q991000 warning", "Q992000 information"]);
    expect(await severities("--rule", "heading-underline=error")).toHaveLength(3);
  });

  test("config says what is in force and where it comes from", async () => {
    const folder = archiveOf(FILES);
    const { code, output } = await kblint(["config", pagePath("Q991000")], { folder });
    expect(code).toBe(0);
    expect(output).toMatch(/^profile +archive +default$/m);
    expect(output).toMatch(/^heading-underline +warning +kb.config.json:4 \(override for kb\/991\/\*\*\)$/m);
    expect(output).toMatch(/^permalink +error +profile archive$/m);
    const nested = await kblint(["config", "kb/992", "--profile", "authoring"], { folder });
    expect(nested.output).toMatch(/^heading-underline +information +kb\/992\/kb.config.json:1$/m);
    expect(nested.output).toMatch(/^profile +authoring +command line$/m);
  });

  test("config --format json names every source", async () => {
    const folder = archiveOf(FILES);
    const { output } = await kblint(["config", pagePath("Q992000"), "--format", "json"], { folder });
    expect(JSON.parse(output)).toMatchObject({
      schema: 1,
      files: ["kb.config.json", "kb/992/kb.config.json"],
      excludedBy: null,
      values: { profile: { value: "archive", source: { kind: "default" } } },
      rules: {
        "heading-underline": {
          severity: "information",
          source: { kind: "file", path: "kb/992/kb.config.json", line: 0 },
        },
        permalink: { severity: "error", source: { kind: "profile" } },
      },
    });
  });
});

describe("wrong settings", () => {
  test.each([
    ['{\n  "ruls": {}\n}', "kb.config.json:2:3: error: The settings file has no key “ruls”. Did you mean “rules”?"],
    ['{ "rules": { "permalnk": "off" } }', "1:14: error: “rules”: “permalnk” is not a rule. Did you mean “permalink”?"],
    ['{ "profile": "strict" }', "1:14: error: “profile” must be one of archive, authoring, but is “strict”."],
    ['{ "include": ["../x"] }', "1:15: error: “include”: the pattern “../x” leaves its folder by ..;"],
    ['{ "profile" "archive" }', "error: A colon is missing here."],
    ['{ "ids": { "registry": "ids.txt" } }', "1:24: error: ids.txt cannot be read: no such file or folder."],
    ['{ "superseded": { "Q900100": "Q900100" } }', "round in a ring"],
  ])("%s", async (settings, message) => {
    const folder = archiveOf({ ...FILES, "kb.config.json": settings });
    const { code, output, errors } = await kblint(["."], { folder });
    expect({ code, output }).toEqual({ code: 2, output: "" });
    expect(errors).toContain(message);
    expect(errors).toContain("the settings have errors; nothing was linted");
  });

  test.each([
    [["fix"], "nothing was linted"],
    [["convert", "--to", "text", "--out", "out"], "nothing was converted"],
    [["refs", ID], "nothing was looked up"],
    [["new", "--type", "bug", "--product", "sna", "--title", "Lamp", "--write"], "no article was made"],
  ])("end kblint %j, which says once what is wrong and changes nothing", async (words, consequence) => {
    const folder = archiveOf({ ...FILES, "kb.config.json": '{ "profile": "strict" }' });
    const { code, output, errors } = await kblint(words, { folder });
    expect({ code, output }).toEqual({ code: 2, output: "" });
    const problem = "kb.config.json:1:14: error: “profile” must be one of archive, authoring, but is “strict”.";
    expect(errors).toBe(`${problem}\nkblint: the settings have errors; ${consequence}\n`);
    expect(readdirSync(folder).sort()).toEqual(["kb", "kb.config.json"]);
    expect(readdirSync(join(folder, "kb")).sort()).toEqual(["990", "991", "992"]);
    expect(archive?.read(pagePath(ID))).toBe(FILES[pagePath(ID)]);
  });

  test("a warning does not stop the run", async () => {
    const settings = '{ "superseded": { "Q900100": "Q900101", "Q900101": "Q900102" } }';
    const { code, errors } = await kblint(["."], {
      folder: archiveOf({ "kb.config.json": settings, [pagePath(ID)]: page({ id: ID }) }),
    });
    expect(code).toBe(0);
    expect(errors).toContain("warning: “superseded”: Q900101 is itself superseded. Write “Q900100”: “Q900102”.");
  });
});

describe("lists that settings point to", () => {
  test("a registry decides which numbers exist", async () => {
    const citing = page({
      id: ID,
      more: ["See the following article:", "", "  Q995000 Some Other Article", "", "Then close it."],
    });
    const words = ["--rule", "unresolved-reference=error", "."];
    const settings = '{ "ids": { "registry": "ids.txt" } }';
    const known = archiveOf({ "kb.config.json": settings, "ids.txt": "Q995000\n", [pagePath(ID)]: citing });
    const before = await kblint(words, { folder: known });
    archive?.write("ids.txt", "Q995001\n");
    const after = await kblint(words, { folder: known });
    expect(after.code).toBe(1);
    expect(before.output).not.toBe(after.output);
  });
});
