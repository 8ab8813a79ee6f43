// `kblint --watch` beside an author at work: files change, come and go, and what that touches is linted again.
// Each test ends the watch as an author does, by Ctrl+C, and looks at the exit code.
import { spawn, spawnSync } from "node:child_process";
import { renameSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { TemporaryArchive } from "../harness/temporary-archive.ts";
import { damagedPage, page, pagePath } from "./articles.ts";
import { kblint, kblintBundle } from "./kblint.ts";
import { Watching } from "./watching.ts";

const LAMPS = "Q990101";
const SHELVES = "Q990102";
const LAMPS_TITLE = "HOWTO: Count Lamps";
const SHELVES_TITLE = "HOWTO: Count Shelves";
const CITING = ["For more information, see the following article:", "", `  ${LAMPS} ${LAMPS_TITLE}`];
const FILES = {
  [pagePath(LAMPS)]: page({ id: LAMPS, title: LAMPS_TITLE }),
  [pagePath(SHELVES)]: page({ id: SHELVES, title: SHELVES_TITLE, more: CITING }),
};

let archive: TemporaryArchive | undefined;
let watching: Watching | undefined;
afterEach(() => {
  watching?.kill();
  archive?.remove();
});

type Files = Readonly<Record<string, string>>;

async function begin({ files = FILES as Files, words = [] as string[], variables = {} } = {}) {
  archive = new TemporaryArchive(files);
  watching = await Watching.start(archive.path, words, variables);
  return { archive, watching };
}

describe("a change", () => {
  test("is linted, and so is its repair; Ctrl+C ends with the last exit code", async () => {
    const { archive, watching } = await begin();
    expect(watching.verdict).toBe("2 articles linted; 0 errors, 0 warnings in all 2 articles");
    archive.write(pagePath(LAMPS), damagedPage({ id: LAMPS, title: LAMPS_TITLE }));
    expect(await watching.round()).toMatch(/^kb\/990\/Q990101\/README\.md\n {2}25:2 {2}error .*\n[^✖]*✖ 1 finding/);
    expect(watching.verdict).toBe("1 article linted again; 1 error, 0 warnings in all 2 articles");
    archive.write(pagePath(LAMPS), page({ id: LAMPS, title: LAMPS_TITLE }));
    expect(await watching.round()).toBe("✔ No findings in 1 article.\n");
    archive.write(pagePath(SHELVES), damagedPage({ id: SHELVES, title: SHELVES_TITLE }));
    await watching.round();
    expect(await watching.interrupt()).toBe(1);
  });

  test("that leaves nothing to find ends with 0, and what was found before is not forgotten", async () => {
    const { archive, watching } = await begin();
    archive.write(pagePath(LAMPS), page({ id: LAMPS, title: LAMPS_TITLE, more: ["Another text."] }));
    await watching.round();
    expect(await watching.interrupt()).toBe(0);
    watching.kill();
    const found = { ...FILES, [pagePath(SHELVES)]: damagedPage({ id: SHELVES, title: SHELVES_TITLE }) };
    const other = await begin({ files: found });
    other.archive.write(pagePath(LAMPS), page({ id: LAMPS, title: LAMPS_TITLE, more: ["Another text."] }));
    await other.watching.round();
    expect(other.watching.verdict).toBe("1 article linted again; 1 error, 0 warnings in all 2 articles");
    expect(await other.watching.interrupt()).toBe(1);
  });

  test("of a title is told in the article that quotes it, and so is a removal", async () => {
    const { archive, watching } = await begin({ words: ["--min-severity", "hint"] });
    archive.write(pagePath(LAMPS), page({ id: LAMPS, title: "HOWTO: Count Lanterns" }));
    const renamed = await watching.round();
    expect(renamed).toContain(pagePath(SHELVES));
    expect(renamed).toContain("reference-title");
    archive.write(pagePath(LAMPS), page({ id: LAMPS, title: LAMPS_TITLE }));
    expect(await watching.round()).not.toContain("reference-title");
    archive.delete("kb/990/Q990101");
    const removed = await watching.round();
    expect(removed).toContain(pagePath(SHELVES));
    expect(removed).toContain("unresolved-reference");
    expect(watching.verdict).toMatch(/^1 article linted again, 1 gone; .* in all 1 article$/);
    archive.write(pagePath(LAMPS), page({ id: LAMPS, title: LAMPS_TITLE }));
    expect(await watching.round()).not.toContain("unresolved-reference");
    expect(watching.verdict).toBe("2 articles linted again; 0 errors, 0 warnings in all 2 articles");
  });

  test("of prose does not tell again what stands in other articles", async () => {
    const files = { ...FILES, [pagePath(SHELVES)]: damagedPage({ id: SHELVES, title: SHELVES_TITLE, more: CITING }) };
    const { archive, watching } = await begin({ files });
    archive.write(pagePath(LAMPS), page({ id: LAMPS, title: LAMPS_TITLE, more: ["Another text."] }));
    expect(await watching.round()).toBe("✔ No findings in 1 article.\n");
  });
});

describe("files and folders", () => {
  test("that are new, in folders that are new, are linted", async () => {
    const { archive, watching } = await begin();
    archive.write(pagePath("Q991200"), damagedPage({ id: "Q991200", title: "HOWTO: Count Boxes" }));
    expect(await watching.round()).toContain("kb/991/Q991200/README.md\n");
    archive.write(pagePath("Q991200"), page({ id: "Q991200", title: "HOWTO: Count Boxes" }));
    await watching.round();
    expect(watching.verdict).toBe("1 article linted again; 0 errors, 0 warnings in all 3 articles");
  });

  test("that are moved are known under their new name alone", async () => {
    const { archive, watching } = await begin();
    renameSync(join(archive.path, "kb/990"), join(archive.path, "kb/989"));
    await watching.until(() => /in all 2 articles$/.test(watching.verdict) && watching.rounds > 1);
    archive.write("kb/989/Q990101/README.md", page({ id: LAMPS, title: LAMPS_TITLE, more: ["Another text."] }));
    const before = watching.rounds;
    await watching.until(() => watching.rounds > before);
    expect(watching.verdict).toMatch(/in all 2 articles$/);
  });

  test("of other programs are left alone", async () => {
    const { archive, watching } = await begin();
    archive.write("kb/990/Q990101/picture.bmp", "x");
    archive.write(".git/index", "x");
    archive.write("notes.txt", "not an article");
    archive.write("kb/990/Q990101/.README.md.swp", "x");
    await pause(500);
    expect(watching.rounds).toBe(1);
  });

  test("by the hundred are a few rounds, and none is forgotten", async () => {
    const { archive, watching } = await begin();
    for (let number = 993000; number < 993200; number++) {
      const id = `Q${number}`;
      archive.write(pagePath(id), damagedPage({ id, title: `HOWTO: Count Box ${number}` }));
    }
    await watching.until(() => watching.verdict.endsWith("; 200 errors, 0 warnings in all 202 articles"));
    expect(watching.rounds).toBeLessThan(12);
  });
});

describe("settings", () => {
  test("that change mean another look at everything; wrong ones are waited out", async () => {
    const files = { ...FILES, [pagePath(LAMPS)]: damagedPage({ id: LAMPS, title: LAMPS_TITLE }) };
    const { archive, watching } = await begin({ files });
    archive.write("kb.config.json", '{ "rules": { "heading-underline": "off" } }');
    expect(await watching.round()).toBe("✔ No findings in 2 articles.\n");
    archive.write("kb.config.json", '{ "rules": { "heading-underlin": "off" } }');
    await watching.round();
    expect(watching.verdict).toBe("nothing was linted; 0 errors, 0 warnings in all 0 articles");
    expect(watching.errors).toContain("the settings have errors; nothing was linted");
    archive.delete("kb.config.json");
    await watching.round();
    expect(watching.verdict).toBe("2 articles linted; 1 error, 0 warnings in all 2 articles");
    expect(await watching.interrupt()).toBe(1);
  });

  test("a baseline that is written counts at once", async () => {
    const files = { ...FILES, [pagePath(LAMPS)]: damagedPage({ id: LAMPS, title: LAMPS_TITLE }) };
    const { archive, watching } = await begin({ files });
    await kblint(["baseline"], { folder: archive.path });
    await watching.until(() => watching.verdict === "2 articles linted; 0 errors, 0 warnings in all 2 articles");
  });
});

describe("formats", () => {
  test("jsonl: one line for each article that changed, also when it is sound again or gone", async () => {
    const { archive, watching } = await begin({ words: ["--format", "jsonl"] });
    const lines = (text: string) =>
      text
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line) as { path: string; diagnostics: { rule: string }[] });
    archive.write(pagePath(LAMPS), damagedPage({ id: LAMPS, title: LAMPS_TITLE }));
    expect(lines(await watching.round())).toMatchObject([
      { path: pagePath(LAMPS), diagnostics: [{ rule: "heading-underline" }] },
    ]);
    archive.write(pagePath(LAMPS), page({ id: LAMPS, title: LAMPS_TITLE }));
    expect(lines(await watching.round())).toEqual([{ path: pagePath(LAMPS), diagnostics: [] }]);
    archive.delete("kb/990/Q990101");
    expect(lines(await watching.round())[0]).toEqual({ path: pagePath(LAMPS), diagnostics: [] });
  });

  test("json: one object a round", async () => {
    const { archive, watching } = await begin({ words: ["--format", "json", "."] });
    archive.write(pagePath(LAMPS), damagedPage({ id: LAMPS, title: LAMPS_TITLE }));
    const round = JSON.parse(await watching.round()) as unknown;
    expect(round).toMatchObject({ schema: 1, summary: { files: 1, errors: 1 }, results: [{ path: pagePath(LAMPS) }] });
  });

  test("nothing that steers a terminal where there is none", async () => {
    const { archive, watching } = await begin();
    archive.write(pagePath(LAMPS), damagedPage({ id: LAMPS, title: LAMPS_TITLE }));
    expect(await watching.round()).not.toContain("\u001b");
  });
});

const SCRIPT = process.platform === "linux" && spawnSync("script", ["--version"]).error === undefined;

describe.skipIf(!SCRIPT)("on a terminal", () => {
  test("the screen is cleared before each further round", async () => {
    archive = new TemporaryArchive(FILES);
    const command = `exec '${process.execPath}' '${await kblintBundle()}' --watch`;
    const child = spawn("script", ["-qefc", command, "/dev/null"], {
      cwd: archive.path,
      env: { PATH: process.env.PATH ?? "", TERM: "xterm" },
      stdio: ["pipe", "pipe", "ignore"],
    });
    let seen = "";
    child.stdout.on("data", (chunk: Buffer) => {
      seen += chunk.toString();
    });
    const rounds = async (count: number): Promise<void> => {
      const end = Date.now() + 15_000;
      while (seen.split("Watching;").length <= count && Date.now() < end) await pause(10);
    };
    await rounds(1);
    expect(seen).not.toContain("\u001b[2J");
    archive.write(pagePath(LAMPS), damagedPage({ id: LAMPS, title: LAMPS_TITLE }));
    await rounds(2);
    const [first = "", second = ""] = seen.split("\u001b[2J\u001b[3J\u001b[H");
    expect(first).toContain("2 articles linted; 0 errors");
    expect(second).toMatch(/heading-underline[\s\S]*1 article linted again; 1 error/);
    // Ctrl+C as a terminal sends it.
    child.stdin.write("\u0003");
    expect(await new Promise((resolve) => child.once("close", resolve))).toBe(1);
  });
});

describe("where watching is not possible", () => {
  test("files are looked at every now and then", async () => {
    const { archive, watching } = await begin({ variables: { KBLINT_POLL: "50" } });
    archive.write(pagePath(LAMPS), damagedPage({ id: LAMPS, title: LAMPS_TITLE }));
    expect(await watching.round()).toContain("heading-underline");
    archive.write(pagePath("Q990500"), page({ id: "Q990500", title: "HOWTO: Count Boxes" }));
    await watching.round();
    archive.delete("kb/990/Q990101");
    await watching.round();
    expect(watching.verdict).toMatch(/0 errors, 1 warning in all 2 articles$|0 errors, 0 warnings in all 2 articles$/);
    archive.write("kb.config.json", '{ "profile": "authoring" }');
    await watching.round();
    expect(watching.verdict).toMatch(/^2 articles linted; /);
  });

  test("a touched file that says the same is linted, quietly", async () => {
    const { archive, watching } = await begin();
    utimesSync(join(archive.path, pagePath(LAMPS)), new Date(), new Date());
    expect(await watching.round()).toBe("✔ No findings in 1 article.\n");
  });
});

describe("wrong use", () => {
  test.each([
    [["--watch", "-"], "--watch needs files or folders, not standard input"],
    [["--watch", "--output", "x"], "--watch and --output exclude each other"],
    [["--watch", "--shard", "1/2"], "--watch and --shard exclude each other"],
    [["--watch", "--format", "sarif"], "--format must be one of stylish, json, jsonl, not sarif"],
    [["--watch", "nowhere"], "nowhere: no such file or folder"],
    [["fix", "--watch"], "--watch is no option of kblint fix, only of lint"],
  ])("%j", async (words, message) => {
    archive = new TemporaryArchive(FILES);
    const { code, output, errors } = await kblint(words, { folder: archive.path });
    expect({ code, output }).toEqual({ code: 2, output: "" });
    expect(errors).toContain(message);
  });
});
