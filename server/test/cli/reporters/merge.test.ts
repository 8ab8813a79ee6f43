// `kblint merge`: the joined report is the report of one run, to the byte, whatever the shards were.
// A report that is damaged, foreign or overlapping is refused: a hole in a joined report would read as “clean”.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TemporaryArchive } from "../../harness/temporary-archive.ts";
import { damagedPage, page, pagePath } from "../articles.ts";
import { kblint, parseOutput } from "../kblint.ts";
import { FILES } from "./fixture.ts";

let archive: TemporaryArchive;
let folder: string;

beforeAll(async () => {
  archive = new TemporaryArchive({
    ...FILES,
    [pagePath("Q991000")]: damagedPage({ id: "Q991000" }),
    [pagePath("Q992000")]: page({ id: "Q992000" }),
    "kb-old/a.md": damagedPage({ id: "Q993000" }),
  });
  folder = archive.path;
  // Shards that interleave: neither holds a stretch of the archive.
  for (const format of ["json", "jsonl", "sarif"]) {
    const shard = (name: string, ...paths: string[]): Promise<unknown> =>
      kblint(["--format", format, "--output", `${name}.${format}`, ...paths], { folder });
    await shard("one", pagePath("Q990101"), "kb/991", "kb-old");
    await shard("two", pagePath("Q990100"), pagePath("Q990102"), pagePath("Q990103"), "kb/992");
    await shard("sound", "kb/992");
  }
});
afterAll(() => archive.remove());

const run = (...words: string[]) => kblint(words, { folder });
const whole = async (format: string): Promise<string> => (await run(".", "--format", format)).output;
const timeless = (text: string): string => text.replace(/"durationMs":\d+|time="[\d.]+"/g, "");

describe("the joined report is that of one run", () => {
  test.each(["json", "stylish", "junit", "github", "gitlab"])("json to %s", async (format) => {
    const { code, output, errors } = await run("merge", "two.json", "one.json", "--format", format);
    expect({ code, errors }).toEqual({ code: 1, errors: "" });
    expect(timeless(output)).toBe(timeless(await whole(format)));
  });

  test.each(["json", "jsonl", "sarif"])("%s keeps its format", async (format) => {
    const { code, output, errors } = await run("merge", `one.${format}`, `two.${format}`);
    expect({ code, errors }).toEqual({ code: 1, errors: "" });
    expect(timeless(output)).toBe(timeless(await whole(format)));
  });

  test("lines to gitlab, which says nothing of sound articles either", async () => {
    const { output } = await run("merge", "one.jsonl", "two.jsonl", "--format", "gitlab");
    expect(output).toBe(await whole("gitlab"));
  });

  test("a joined report can be joined again", async () => {
    await run("merge", "one.json", "--output", "again.json");
    expect(timeless(archive.read("again.json"))).toBe(timeless(archive.read("one.json")));
    await run("merge", "one.sarif", "--output", "again.sarif");
    expect(archive.read("again.sarif")).toBe(archive.read("one.sarif"));
  });

  test("the duration is the sum: what one run would have taken", async () => {
    const durations = ["one.json", "two.json"].map((name) => parseOutput(archive.read(name)).summary.durationMs ?? 0);
    const { output } = await run("merge", "one.json", "two.json");
    expect(parseOutput(output).summary.durationMs).toBe(durations.reduce((sum, duration) => sum + duration, 0));
  });

  test("--output writes the file and nothing else, over a shard's own too", async () => {
    archive.write("mine.json", archive.read("one.json"));
    const { code, output } = await run("merge", "mine.json", "two.json", "--output", "mine.json");
    expect({ code, output }).toEqual({ code: 1, output: "" });
    expect(timeless(readFileSync(join(folder, "mine.json"), "utf8"))).toBe(timeless(await whole("json")));
  });
});

describe("the exit code is that of one run", () => {
  const warn = ["--rule", "heading-underline=warning", "--rule", "duplicate-section=warning"];

  test("0 where all is sound, and with warnings within the limit", async () => {
    expect((await run("merge", "sound.json")).code).toBe(0);
    expect((await run("merge", "sound.sarif")).code).toBe(0);
    expect((await run("merge", "sound.jsonl")).code).toBe(0);
    for (const format of ["json", "sarif"]) {
      await run("kb/991", "kb-old", ...warn, "--format", format, "--output", `warned.${format}`);
      expect((await run("merge", `warned.${format}`, "--max-warnings", "2")).code).toBe(0);
      expect((await run("merge", `warned.${format}`, "--max-warnings", "1")).code).toBe(1);
    }
  });

  test("2 where no shard linted anything, or one could not read a file", async () => {
    archive.write("notes/notes.md", "# Notes\n");
    for (const format of ["json", "sarif"]) {
      await run("notes", "--format", format, "--output", `nothing.${format}`);
      const { code, errors } = await run("merge", `nothing.${format}`);
      expect({ code, errors }).toEqual({ code: 2, errors: "kblint: NOTHING WAS LINTED: no report has an article\n" });
      expect((await run("merge", `nothing.${format}`, `sound.${format}`)).code).toBe(0);
    }
    const failing = archive
      .read("sound.sarif")
      .replace(
        '"toolExecutionNotifications":[]',
        '"toolExecutionNotifications":[{"level":"error","message":{"text":"x"},"locations":[{"physicalLocation":' +
          '{"artifactLocation":{"uri":"kb/x.md","uriBaseId":"%SRCROOT%"}}}],"properties":{"reason":"permission denied"}}]',
      );
    archive.write("failing.sarif", failing);
    const { code, output, errors } = await run("merge", "failing.sarif", "one.sarif");
    expect({ code, errors }).toEqual({ code: 2, errors: "kblint: 1 file could not be read; the reports say why\n" });
    expect(output).toContain("kb/x.md cannot be read: permission denied");
  });
});

describe("what is no report is refused", () => {
  const json = (text: string, from: RegExp | string, to: string): string => text.replace(from, to);

  test.each([
    ["none.json", undefined, "none.json: no such file or folder"],
    ["kb", undefined, "kb: it is a folder"],
    ["empty.json", "", "empty.json: the file is empty; did the run that should have written it fail?"],
    ["text.json", "✔ No findings in 3 articles.\n", "text.json: no report of kblint lint --format json or jsonl"],
    ["foreign.json", '{ "name": "x" }', "foreign.json: no report of kblint lint --format json or jsonl"],
    ["list.json", "[]", "list.json: no report of kblint lint --format json or jsonl"],
    [
      "eslint.sarif",
      '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"other"}}}]}',
      "no SARIF log of one run of kblint",
    ],
    ["old.sarif", '{"version":"2.0.0","runs":[]}', 'old.sarif: SARIF "2.0.0", but this kblint reads 2.1.0 only'],
  ])("%s", async (name, text, message) => {
    if (text !== undefined) archive.write(name, text);
    const { code, output, errors } = await run("merge", "sound.json", name);
    expect({ code, output }).toEqual({ code: 2, output: "" });
    expect(errors).toContain(message);
  });

  test.each([
    ["schema.json", /"schema":1/, '"schema":2', "schema.json: schema 2, but this kblint reads schema 1 only"],
    ["count.json", /"files":\d+/, '"files":-1', "count.json: the summary has no counts"],
    ["cut.json", /\n\]\}\n$/, "", "cut.json: the report is cut off or damaged; was the run that wrote it killed?"],
    ["severity.json", /"severity":"error"/, '"severity":"bad"', "severity.json: result 1, finding 1: not as kblint"],
    ["place.json", /"line":\d+/, '"line":99999999999', "place.json: result 1, finding 1: not as kblint writes it"],
    ["path.json", /"path"/, '"file"', "path.json: result 1: no report of kblint lint"],
  ])("%s", async (name, from, to, message) => {
    archive.write(name, json(archive.read("one.json"), from, to));
    const { code, errors } = await run("merge", name);
    expect(code).toBe(2);
    expect(errors).toContain(message);
  });

  test("lines that end in the middle, or in something else", async () => {
    const lines = archive.read("one.jsonl");
    archive.write("cut.jsonl", lines.slice(0, -10));
    expect((await run("merge", "cut.jsonl")).errors).toContain("cut.jsonl: the last line is cut off");
    archive.write("odd.jsonl", `${lines}oops\n`);
    expect((await run("merge", "odd.jsonl")).errors).toMatch(/odd\.jsonl: line \d is no JSON/);
  });

  test("a SARIF log of another version, whose rules have other places", async () => {
    const log = archive.read("one.sarif").replace('"semanticVersion":"0.0.0-test"', '"semanticVersion":"9.9.9"');
    archive.write("newer.sarif", log);
    expect((await run("merge", "newer.sarif")).errors).toContain(
      "newer.sarif: written by kblint 9.9.9, but this is 0.0.0-test",
    );
  });
});

describe("reports that do not fit together are refused", () => {
  test("a file in two reports", async () => {
    for (const format of ["json", "sarif"]) {
      archive.write(`copy.${format}`, archive.read(`two.${format}`));
      const { code, output, errors } = await run("merge", `one.${format}`, `two.${format}`, `copy.${format}`);
      expect({ code, output }).toEqual({ code: 2, output: "" });
      expect(errors).toContain(
        `${pagePath("Q990102")} is in both two.${format} and copy.${format}; shards of one run have no file in common`,
      );
    }
  });

  test.each([
    [["merge"], "kblint merge needs the reports to join: kblint merge FILE…"],
    [["merge", "one.json", "./one.json"], "./one.json is given twice"],
    [["merge", "one.json", "two.sarif"], "SARIF reports can be joined with SARIF reports only"],
    [["merge", "one.sarif", "--format", "json"], "SARIF reports can be joined to --format sarif only"],
    [["merge", "one.json", "--format", "sarif"], "--format sarif needs SARIF reports, which hold fixes"],
    [["merge", "one.json", "two.jsonl", "--format", "stylish"], "two.jsonl is in lines, which do not say how many"],
    [["merge", "one.json", "--format", "jsn"], "--format must be one of stylish, json"],
    [["merge", "one.json", "--quiet"], "--quiet is no option of kblint merge, only of lint"],
  ])("%j", async (words, message) => {
    const { code, output, errors } = await run(...words);
    expect({ code, output }).toEqual({ code: 2, output: "" });
    expect(errors).toContain(message);
  });
});

describe("articles that changed since", () => {
  test("cost stylish its excerpts, and gitlab its fingerprints", async () => {
    const other = new TemporaryArchive({ "one.json": archive.read("one.json") });
    try {
      const merge = (format: string) => kblint(["merge", "one.json", "--format", format], { folder: other.path });
      const stylish = await merge("stylish");
      expect(stylish.code).toBe(1);
      expect(stylish.output).toMatch(/^ {2}25:2 {2}error .*heading-underline$/m);
      expect(stylish.output).not.toContain("│");
      const gitlab = await merge("gitlab");
      expect({ code: gitlab.code, output: gitlab.output }).toEqual({ code: 2, output: "" });
      expect(gitlab.errors).toContain(
        "kb-old/a.md: no such file or folder; --format gitlab needs the articles as they were",
      );
      other.write("kb-old/a.md", "short");
      other.write(pagePath("Q990101"), "short");
      expect((await merge("gitlab")).errors).toContain("it has changed since it was linted; --format gitlab needs");
    } finally {
      other.remove();
    }
  });
});
