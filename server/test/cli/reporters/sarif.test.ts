// `--format sarif` to its standard: the schema, places as editors count them, marks that outlive moved lines, fixes
// that do what `kblint fix` does, and rules that say where to read on.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { addressLocation, artifactLocation, pathOfUri } from "../../../src/cli/reporters/sarif/location.ts";
import { messageOf } from "../../../src/cli/reporters/sarif/message.ts";
import { RULES } from "../../../src/lint/registry.generated.ts";
import { SourceText } from "../../../src/text/source-text.ts";
import { applyEdits } from "../../../src/text/text-edit.ts";
import { TemporaryArchive } from "../../harness/temporary-archive.ts";
import { damagedPage, page, pagePath } from "../articles.ts";
import { kblint } from "../kblint.ts";
import { at, DAMAGED, FILES, list, REPEATED, TWICE } from "./fixture.ts";
import { schemaFaults } from "./schema.ts";

let archive: TemporaryArchive | undefined;

function archiveOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  archive?.remove();
  archive = new TemporaryArchive(files);
  return archive.path;
}

afterEach(() => {
  archive?.remove();
  archive = undefined;
});

async function logOf(folder: string, ...words: string[]): Promise<unknown> {
  const { output } = await kblint(["--format", "sarif", ...words], { folder });
  const log: unknown = JSON.parse(output);
  expect(schemaFaults("sarif-2.1.0", log)).toEqual([]);
  return log;
}

const resultsOf = (log: unknown): readonly unknown[] => list(log, "runs", 0, "results");
const physical = (result: unknown): unknown => at(result, "locations", 0, "physicalLocation");
const uriOf = (result: unknown): unknown => at(physical(result), "artifactLocation", "uri");
const markOf = (result: unknown): unknown => at(result, "partialFingerprints", "kblint/v1");

describe("a log", () => {
  test("says place, rule and level of each finding", async () => {
    const log = await logOf(archiveOf(FILES), ".");
    const first = resultsOf(log).find((result) => uriOf(result) === pagePath(DAMAGED));
    expect(first).toMatchObject({ ruleId: "heading-underline", level: "error" });
    // Line 25 of the page, behind the TAB, five characters long.
    expect(physical(first)).toEqual({
      artifactLocation: { uri: pagePath(DAMAGED), uriBaseId: "%SRCROOT%" },
      region: { startLine: 25, startColumn: 2, endLine: 25, endColumn: 7 },
    });
    expect(at(log, "runs", 0, "invocations", 0)).toEqual({
      executionSuccessful: true,
      exitCode: 1,
      toolExecutionNotifications: [],
      properties: { files: 4 },
    });
  });

  test("lists every rule with its page, and every result knows its rule's place in the list", async () => {
    const log = await logOf(archiveOf(FILES), ".");
    const rules = list(log, "runs", 0, "tool", "driver", "rules");
    expect(rules.map((rule) => at(rule, "id"))).toEqual(RULES.map(({ id }) => id));
    for (const result of resultsOf(log)) {
      expect(at(rules, Number(at(result, "ruleIndex")), "id")).toBe(at(result, "ruleId"));
    }
    const rule = rules.find((candidate) => at(candidate, "id") === "heading-underline");
    expect(rule).toMatchObject({
      name: "HeadingUnderline",
      helpUri: "https://github.com/kb-author/kb-author/blob/main/docs/rules/heading-underline.md",
      defaultConfiguration: { enabled: true, level: "error" },
      properties: { category: "sections", tags: ["sections", "fixable"] },
    });
    expect(at(rule, "help", "markdown")).toContain("# heading-underline");
  });

  test("names the other places that belong to a finding", async () => {
    const log = await logOf(archiveOf(FILES), ".", "--rule", "duplicate-section=warning");
    const result = resultsOf(log).find((candidate) => at(candidate, "ruleId") === "duplicate-section");
    expect(uriOf(result)).toBe(pagePath(REPEATED));
    expect(at(result, "relatedLocations", 0)).toMatchObject({
      id: 0,
      message: { text: "The first one" },
      physicalLocation: { artifactLocation: { uri: pagePath(REPEATED) }, region: { startLine: 24, startColumn: 2 } },
    });
  });

  test("names other files relative to the working folder too", async () => {
    const folder = archiveOf({ "kb/one.md": page({ id: DAMAGED }), "kb/two.md": page({ id: DAMAGED }) });
    const results = resultsOf(await logOf(folder, ".", "--rule", "duplicate-id=error"));
    const result = results.find((candidate) => at(candidate, "ruleId") === "duplicate-id");
    expect(at(result, "relatedLocations", 0, "physicalLocation")).toEqual({
      artifactLocation: { uri: uriOf(result) === "kb/one.md" ? "kb/two.md" : "kb/one.md", uriBaseId: "%SRCROOT%" },
    });
  });

  test("is complete where there is nothing to say, nothing to lint, or a file is unreadable", async () => {
    const clean = await logOf(archiveOf({ [pagePath("Q990100")]: page({ id: "Q990100" }) }), ".");
    expect(resultsOf(clean)).toEqual([]);
    const empty = await logOf(archiveOf({ "notes.md": "# Notes\n" }), ".");
    expect(at(empty, "runs", 0, "invocations", 0)).toMatchObject({ executionSuccessful: false, exitCode: 2 });
  });

  test("leaves accepted findings out", async () => {
    const folder = archiveOf(FILES);
    await kblint(["baseline"], { folder });
    expect(resultsOf(await logOf(folder, "."))).toEqual([]);
  });

  test("is the same to the byte every time", async () => {
    const folder = archiveOf(FILES);
    const run = async (): Promise<string> => (await kblint(["--format", "sarif", "."], { folder })).output;
    expect(await run()).toBe(await run());
  });
});

describe("marks", () => {
  test("stay when lines move, differ for each finding, and change with the line", async () => {
    const marks = async (text: string): Promise<unknown[]> =>
      resultsOf(await logOf(archiveOf({ [pagePath(TWICE)]: text }), ".")).map(markOf);
    const text = FILES[pagePath(TWICE)] ?? "";
    const before = await marks(text);
    expect(before).toHaveLength(2);
    expect(new Set(before).size).toBe(2);
    const moved = text.replace("\tThis article describes", "\tIt is for beginners.\n\tThis article describes");
    expect(await marks(moved)).toEqual(before);
    const [first, second] = await marks(text.replace("\t=====\n", "\t====\n"));
    expect(first).not.toBe(before[0]);
    expect(second).toBe(before[1]);
  });
});

describe("fixes", () => {
  test("repair the text as kblint fix does", async () => {
    const folder = archiveOf({ [pagePath(DAMAGED)]: damagedPage({ id: DAMAGED }) });
    const [result] = resultsOf(await logOf(folder, "."));
    expect(at(result, "fixes", 0, "properties")).toEqual({ safety: "safe" });
    const source = new SourceText(archive?.read(pagePath(DAMAGED)) ?? "");
    const replacements = list(result, "fixes", 0, "artifactChanges", 0, "replacements");
    const offset = (region: unknown, side: "start" | "end"): number =>
      source.offsetAt({
        line: Number(at(region, `${side}Line`)) - 1,
        character: Number(at(region, `${side}Column`)) - 1,
      });
    const edits = replacements.map((replacement) => {
      const region = at(replacement, "deletedRegion");
      const newText = String(at(replacement, "insertedContent", "text") ?? "");
      return { span: { start: offset(region, "start"), end: offset(region, "end") }, newText };
    });
    await kblint(["fix", "."], { folder });
    expect(applyEdits(source.text, edits)).toBe(archive?.read(pagePath(DAMAGED)));
  });

  test("of a file's line breaks are left out: lines and columns cannot say them", async () => {
    const mixed = page({ id: DAMAGED }).replace("\n\tSUMMARY\n", "\r\n\tSUMMARY\r\n");
    const folder = archiveOf({ [pagePath(DAMAGED)]: mixed });
    const results = resultsOf(await logOf(folder, ".", "--rule", "line-endings=error"));
    const result = results.find((candidate) => at(candidate, "ruleId") === "line-endings");
    expect(result).toBeDefined();
    expect(at(result, "fixes")).toBeUndefined();
  });
});

describe("addresses", () => {
  test.each([
    ["kb/a b/100%/Q1#.md", "kb/a%20b/100%25/Q1%23.md"],
    ["k\u00e4b/\u65e5.md", "k%C3%A4b/%E6%97%A5.md"],
    ["../kb/x.md", "../kb/x.md"],
    ["a:b.md", "a%3Ab.md"],
    ["d/a:b.md", "d/a%3Ab.md"],
  ])("%s is %s, and back", (path, uri) => {
    expect(artifactLocation(path)).toEqual({ uri, uriBaseId: "%SRCROOT%" });
    expect(pathOfUri(uri)).toBe(path);
  });

  test("of files become relative; other addresses stay", () => {
    const folder = archiveOf({});
    const address = pathToFileURL(join(folder, "kb", "a b.md")).toString();
    expect(addressLocation(address, folder)).toEqual({ uri: "kb/a%20b.md", uriBaseId: "%SRCROOT%" });
    expect(artifactLocation("D:/kb/x.md")).toEqual({ uri: "file:///D%3A/kb/x.md" });
    expect(pathOfUri("file:///D%3A/kb/x.md")).toBe("D:/kb/x.md");
    expect(addressLocation("memory:/x.md", folder)).toEqual({ uri: "memory:/x.md" });
  });
});

test("an article's words cannot put a link into a viewer", () => {
  expect(messageOf("The title [here](https://bad.example) differs.").text).not.toMatch(/\[[^\]]*\]\(/);
});
