// Files that a second thread reads before they are asked for say what they say on the disk, whatever is odd about them.
// A thread that does not come, or a file that it cannot take, costs time and nothing else.
import { rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { ReadAhead } from "../../src/cli/ahead/read-ahead.ts";
import { TextReader } from "../../src/cli/files/read-text.ts";
import { SourceText } from "../../src/text/source-text.ts";
import { bundleOnce } from "../harness/bundle.ts";
import { openArchive, type TemporaryArchive } from "../harness/temporary-archive.ts";
import { damagedPage, page, pagePath } from "./articles.ts";
import { kblint } from "./kblint.ts";

const MANY = 1500;

/** Files in the order of their paths, of all lengths, some of them odd. */
function manyFiles(): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = {};
  for (let at = 0; at < MANY; at++) files[nameOf(at)] = linesOf(at);
  files[nameOf(1100)] = "";
  files[nameOf(1207)] = "\n".repeat(20_000);
  files[nameOf(1206)] = "long ".repeat(200_000);
  files[nameOf(1201)] = Uint8Array.of(72, 0, 73);
  files[nameOf(1202)] = "caf\u00e9 \u2014 \u0416";
  files[nameOf(1203)] = Uint8Array.of(0x93, 72, 0x94);
  files[nameOf(1204)] = "control \u0007";
  files[nameOf(1205)] = "line\r\nline\r\n\ttab";
  return files;
}

/** Lines of all lengths, with and without a line feed at the end. */
function linesOf(at: number): string {
  return Array.from({ length: (at * 37) % 301 }, (_, line) => "x".repeat((at * line) % 61)).join("\n");
}

function nameOf(at: number): string {
  return `f${String(at).padStart(5, "0")}.txt`;
}

async function open(archive: TemporaryArchive, paths: readonly string[], program?: string): Promise<ReadAhead> {
  const reader = program ?? (await bundleOnce("main.read-worker.ts", "kblint-reader.js"));
  const ahead = new ReadAhead(reader, archive.path, paths);
  onTestFinished(() => ahead.close());
  return ahead;
}

interface Seen {
  readonly noText: string | undefined;
  readonly text: string;
  readonly isPlain: boolean;
  readonly lines: readonly [starts: readonly number[], ends: readonly number[]];
}

function seenBy(reader: TextReader, noText: string | undefined): Seen {
  const text = noText === undefined ? reader.text() : "";
  const { starts, ends } = new SourceText(text, reader.known);
  return { noText, text, isPlain: reader.known.isPlain, lines: [starts, ends] };
}

describe("read ahead", () => {
  test("every file is what it is on the disk, and nearly all are there", async () => {
    const archive = openArchive(manyFiles());
    const paths = Array.from({ length: MANY }, (_, at) => nameOf(at));
    const ahead = await open(archive, paths);
    const [reader, direct] = [new TextReader(), new TextReader()];
    let taken = 0;
    for (const [at, path] of paths.entries()) {
      // Some are never asked for.
      if (at % 7 === 3) continue;
      const bytes = ahead.take(path);
      if (!bytes) continue;
      taken++;
      const expected = seenBy(direct, direct.open(join(archive.path, path)));
      const { starts, ends } = new SourceText(expected.text);
      expect({ path, lines: expected.lines }).toEqual({ path, lines: [starts, ends] });
      expect({ path, ...seenBy(reader, reader.adopt(bytes)) }).toEqual({ path, ...expected });
    }
    // All but the first, which are wanted too soon, and the one that is longer than a batch.
    expect(taken).toBe(paths.filter((_, at) => at >= 1000 && at % 7 !== 3).length - 1);
  });

  test("what is not among the next few files is not there", async () => {
    const archive = openArchive(manyFiles());
    const paths = Array.from({ length: MANY }, (_, at) => nameOf(at));
    const ahead = await open(archive, paths);
    for (let at = 0; at < 1300; at++) ahead.take(nameOf(at));
    expect(ahead.take(nameOf(1310))).toBeUndefined();
    expect(ahead.take(nameOf(1299))).toBeUndefined();
    expect(ahead.take(nameOf(1302))?.length).toBe(linesOf(1302).length);
    expect(ahead.take(nameOf(1300))).toBeUndefined();
  });

  test("links and vanished files are left to whoever asks", async () => {
    const archive = openArchive(manyFiles());
    archive.delete(nameOf(1300));
    rmSync(join(archive.path, nameOf(1301)));
    symlinkSync(join(archive.path, nameOf(1302)), join(archive.path, nameOf(1301)));
    const paths = Array.from({ length: MANY }, (_, at) => nameOf(at));
    const ahead = await open(archive, paths);
    for (let at = 0; at < 1300; at++) ahead.take(nameOf(at));
    expect(ahead.take(nameOf(1300))).toBeUndefined();
    expect(ahead.take(nameOf(1301))).toBeUndefined();
    expect(ahead.take(nameOf(1302))).toBeDefined();
  });

  test("a program that is not there is waited for once, not for each file", async () => {
    const archive = openArchive();
    const ahead = await open(
      archive,
      Array.from({ length: MANY }, (_, at) => nameOf(at)),
      "/nowhere/reader.js",
    );
    for (let at = 0; at < MANY; at++) expect(ahead.take(nameOf(at))).toBeUndefined();
  });
});

/** An archive of articles that cite one another or nobody, share titles, have findings or none. */
function manyArticles(): Record<string, string> {
  const files: Record<string, string> = { "kb/README.md": "no article", "kb.config.json": "{}" };
  for (let at = 0; at < MANY; at++) {
    const id = `Q${920000 + at}`;
    const next = `Q${920000 + ((at * 7) % (MANY + 90))}`;
    const cited = at % 3 === 0 ? { more: ["See this article:", "", `   ${next} HOWTO: Count the Lamps`] } : {};
    const parts = { id, title: `HOWTO: Count Lamp ${at % 1400}`, ...cited };
    files[pagePath(id)] = at % 11 === 0 ? damagedPage(parts) : page(parts);
  }
  files[pagePath("Q920003")] = page({ id: "Q920004" });
  return files;
}

describe("the same report with any number of threads", () => {
  test.each([[[]], [["--min-severity", "hint", "--profile", "authoring"]]])(
    "lint %j",
    { timeout: 120_000 },
    async (words) => {
      const { path } = openArchive(manyArticles());
      const [first, ...others] = await Promise.all(
        ["1", "2", "3", "4"].map((threads) => kblint([...words, "--threads", threads, "."], { folder: path })),
      );
      expect(first?.errors).toBe("");
      expect(first?.output).toContain("heading-underline");
      for (const other of others) expect(other).toEqual(first);
    },
  );
});
