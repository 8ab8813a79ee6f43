// `kblint --cache` from end to end: whatever happened since the last run, the result is that of a run without a cache.
// That a cache is of use at all is seen from its file: it is written anew only where something had to be linted.
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { findingsFile } from "../../src/cli/cache/findings-file.ts";
import { openArchive, type TemporaryArchive } from "../harness/temporary-archive.ts";
import { damagedPage, page, pagePath } from "./articles.ts";
import { kblint, kblintBundle, kblintKilled, type Outcome } from "./kblint.ts";

const EXAMPLES = resolve(import.meta.dirname, "../../../examples");
// A failing run prints its seed; KB_SEED repeats it, KB_RUNS does more.
const SEED = Number(process.env.KB_SEED ?? Date.now() % 1_000_000_000);
const ROUNDS = Number(process.env.KB_RUNS ?? 12);
const HINTS = ["--min-severity", "hint", "--profile", "authoring"];

/** An archive whose articles cite one another by number and title. */
function citing(count: number): Record<string, string> {
  const files: Record<string, string> = {};
  for (let at = 0; at < count; at++) {
    const next = `Q99${2000 + ((at + 1) % count)}`;
    const more = ["For additional information, see the following article:", "", `   ${next} ${titleOf(next)}`];
    files[pagePath(`Q99${2000 + at}`)] = page({ id: `Q99${2000 + at}`, title: titleOf(`Q99${2000 + at}`), more });
  }
  return files;
}

function titleOf(id: string): string {
  return `HOWTO: Count the Lamps of Cabinet ${id.slice(3)}`;
}

/** What a run with the cache says; fails where one without says anything else. */
async function same(words: readonly string[], folder: string, cached: readonly string[] = []): Promise<Outcome> {
  const without = await kblint(words, { folder });
  const outcome = await kblint([...words, "--cache", ...cached], { folder });
  expect(timeless(outcome)).toEqual(timeless(without));
  return outcome;
}

// How long a run took is the one thing that two runs may say differently.
function timeless({ output, ...rest }: Outcome): Outcome {
  return { ...rest, output: output.replace(/ time="[\d.]+"/g, "").replace(/"durationMs":\d+/, "") };
}

/** Tells one state of the cache's file from the next: a new file has a new number. */
function stateOf(archive: TemporaryArchive): number {
  return statSync(findingsFile(archive.path), { bigint: false }).ino;
}

async function isWrittenBy(archive: TemporaryArchive, words: readonly string[]): Promise<boolean> {
  // A second name keeps the number from being given to the next file.
  const before = stateOf(archive);
  cpSync(findingsFile(archive.path), join(archive.path, ".kb/cache/kept"));
  await same(words, archive.path);
  return stateOf(archive) !== before;
}

describe("the same result as without a cache", () => {
  test("cold, warm, in every format and with threads", { timeout: 60_000 }, async () => {
    const archive = openArchive();
    cpSync(EXAMPLES, archive.path, { recursive: true });
    for (const format of ["stylish", "json", "jsonl", "sarif", "junit", "github", "gitlab"]) {
      await same([".", "--format", format, ...HINTS], archive.path);
    }
    for (const threads of ["1", "2", "3"]) await same([".", ...HINTS], archive.path, ["--threads", threads]);
    expect(await isWrittenBy(archive, [".", ...HINTS])).toBe(false);
    expect((await same([".", ...HINTS], archive.path)).output).toContain("warning");
  });

  test("threads leave the cache that the main thread would, and use it", { timeout: 60_000 }, async () => {
    const archive = openArchive(citing(250));
    archive.write(pagePath("Q992007"), damagedPage({ id: "Q992007" }));
    await same(["."], archive.path, ["--threads", "3"]);
    expect(await isWrittenBy(archive, ["."])).toBe(false);
    expect(await isWrittenBy(archive, [".", "--threads", "2"])).toBe(false);
    archive.write(pagePath("Q992008"), damagedPage({ id: "Q992008" }));
    expect((await same([".", "--threads", "2"], archive.path)).output).toContain("2 findings");
  });

  test(`after any changes (seed ${SEED})`, { timeout: 240_000 }, async () => {
    const archive = openArchive(citing(16));
    cpSync(EXAMPLES, archive.path, { recursive: true });
    const random = randomFrom(SEED);
    for (let round = 0; round < ROUNDS; round++) {
      for (let change = Math.floor(random() * 4); change >= 0; change--) changeSomething(archive, random);
      const words = oneOf(random, WAYS);
      const outcome = await same(words, archive.path, oneOf(random, [[], [], ["--threads", "2"]]));
      if (words.includes("--shard")) continue;
      // A shard learns the whole archive before it lints; without one, articles are linted while it is being read.
      const knowing = await kblint([...words, "--shard", "1/1"], { folder: archive.path });
      expect(timeless(outcome)).toEqual(timeless(knowing));
    }
  });
});

const WAYS: readonly [string[], ...string[][]] = [
  [".", ...HINTS],
  [".", ...HINTS],
  [".", ...HINTS],
  ["."],
  ["kb", ...HINTS],
  [".", "--shard", "1/2"],
];

function oneOf<T>(random: () => number, [first, ...others]: readonly [T, ...T[]]): T {
  return others[Math.floor(random() * (others.length + 1)) - 1] ?? first;
}

/** A number from 0 to 1, another one each time. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function changeSomething(archive: TemporaryArchive, random: () => number): void {
  const some = <T>(all: readonly [T, ...T[]]): T => oneOf(random, all);
  const files = readdirSync(archive.path, { recursive: true })
    .map(String)
    .filter((name) => /\.(?:md|txt)$/i.test(name) && !name.startsWith("."));
  const file = some([pagePath("Q992000"), ...files]);
  if (!existsSync(join(archive.path, file))) return;
  const text = archive.read(file);
  const lines = text.split("\n");
  const at = Math.floor(random() * lines.length);
  const id = `Q99${2000 + Math.floor(random() * 20)}`;
  const changes: readonly [() => void, ...(() => void)[]] = [
    () => archive.write(file, text.replaceAll("Cabinet", some(["Cabinet", "Cupboard", "Closet"]))),
    () => archive.write(file, lines.filter((_line, place) => place !== at).join("\n")),
    () => archive.write(file, [...lines.slice(0, at), `\tSee ${id} ${titleOf(id)}`, ...lines.slice(at)].join("\n")),
    () =>
      archive.write(
        file,
        text.replace(/Q99\d{4}/g, () => id),
      ),
    () => archive.write(pagePath(id), damagedPage({ id })),
    () => archive.delete(file),
    () => archive.write("kb.config.json", JSON.stringify(some(CONFIGS))),
    () => archive.write(".kb/suppressions.json", '{"version":1,"suppressions":[]}'),
    () => archive.write("ids.txt", `${id}\n`),
  ];
  some(changes)();
}

const CONFIGS: readonly [object, ...object[]] = [
  {},
  { profile: "authoring" },
  { rules: { "unresolved-reference": "error", "title-length": "off" } },
  { ids: { registry: "ids.txt" } },
  { ids: { superseded: { Q992003: "Q992004" } } },
  { overrides: [{ files: ["kb/**"], rules: { "heading-underline": "hint" } }] },
];

describe("what makes an article be looked at again", () => {
  const CITER = pagePath("Q992000");
  const CITED = pagePath("Q992001");

  async function opened(): Promise<TemporaryArchive> {
    const archive = openArchive(citing(4));
    await same([".", ...HINTS], archive.path);
    expect(await isWrittenBy(archive, [".", ...HINTS])).toBe(false);
    return archive;
  }

  test("another title of an article that it cites", async () => {
    const archive = await opened();
    archive.write(CITED, archive.read(CITED).replaceAll("Count the Lamps", "Mend the Hinges"));
    const { output } = await same([".", ...HINTS], archive.path);
    expect(output).toContain(CITER);
    expect(output).toContain("reference-title");
  });

  test("an article that it cites is gone, and comes back", async () => {
    const archive = await opened();
    const text = archive.read(CITED);
    archive.delete(CITED);
    expect((await same([".", ...HINTS], archive.path)).output).toContain("unresolved-reference");
    archive.write(CITED, text);
    expect((await same([".", ...HINTS], archive.path)).output).not.toContain("unresolved-reference");
  });

  test("another text of the same article in the other container", async () => {
    const archive = openArchive();
    cpSync(EXAMPLES, archive.path, { recursive: true });
    await same([".", ...HINTS], archive.path);
    const raw = "txt/900/Q900101.TXT";
    const sound = archive.read(raw);
    // Neither title nor number: only the rule that reads both files can see this.
    archive.write(raw, sound.replace(/^(SUMMARY\r?\n[\s\S]*?) the /m, "$1 some "));
    const { output } = await same(["kb/900/Q900101", ...HINTS], archive.path);
    expect(output).toContain("pair-mismatch");
    archive.write(raw, sound);
    expect((await same(["kb/900/Q900101", ...HINTS], archive.path)).output).not.toContain("pair-mismatch");
  });

  test("its date does not, its content does", async () => {
    const archive = await opened();
    archive.write(CITER, archive.read(CITER));
    expect(await isWrittenBy(archive, [".", ...HINTS])).toBe(false);
    archive.write(CITER, archive.read(CITER).replace("cabinet.", "cabinets."));
    expect(await isWrittenBy(archive, [".", ...HINTS])).toBe(true);
    expect(await isWrittenBy(archive, [".", ...HINTS])).toBe(false);
  });

  test("the level of a rule, on the command line and in settings", async () => {
    const archive = openArchive({ [CITER]: damagedPage({ id: "Q992000" }) });
    expect((await same(["."], archive.path)).code).toBe(1);
    expect((await same([".", "--rule", "heading-underline=off"], archive.path)).code).toBe(0);
    archive.write("kb.config.json", '{ "rules": { "heading-underline": "warning" } }');
    expect((await same(["."], archive.path)).output).toContain("1 warning");
    expect((await same([".", "--quiet"], archive.path)).code).toBe(0);
  });

  test("suppressions are counted right, and stale ones named", async () => {
    const archive = openArchive({ [CITER]: damagedPage({ id: "Q992000" }), [CITED]: damagedPage({ id: "Q992001" }) });
    await same(["."], archive.path);
    await kblint(["baseline"], { folder: archive.path });
    for (let run = 0; run < 2; run++) expect((await same(["."], archive.path)).code).toBe(0);
    archive.write(CITER, page({ id: "Q992000" }));
    for (let run = 0; run < 2; run++) {
      expect((await same(["."], archive.path)).errors).toContain("1 entry matches nothing any more");
    }
  });
});

describe("parts of an archive", () => {
  test("shards keep what the others know", async () => {
    const archive = openArchive(citing(8));
    for (const shard of ["1/2", "2/2"]) await same([".", "--shard", shard], archive.path);
    expect(await isWrittenBy(archive, ["."])).toBe(false);
    expect(await isWrittenBy(archive, [".", "--shard", "1/2"])).toBe(false);
  });

  test("standard input leaves nothing behind", async () => {
    const archive = openArchive(citing(2));
    const words = ["-", "--stdin-filename", pagePath("Q992000"), "--cache"];
    const { code } = await kblint(words, { folder: archive.path, input: damagedPage({ id: "Q992000" }) });
    expect(code).toBe(1);
    expect(existsSync(findingsFile(archive.path))).toBe(false);
  });
});

describe("a cache that is no good", () => {
  test("damaged at any place, cut off, or something else", { timeout: 60_000 }, async () => {
    const archive = openArchive({ ...citing(4), [pagePath("Q992002")]: damagedPage({ id: "Q992002" }) });
    await same(["."], archive.path);
    const file = findingsFile(archive.path);
    const sound = readFileSync(file);
    const damages: Uint8Array[] = [new Uint8Array(0), sound.subarray(0, 40), sound.subarray(0, sound.length - 1)];
    damages.push(Buffer.concat([sound, sound]), Buffer.from("not a cache at all"));
    for (let at = 0; at < sound.length; at += Math.ceil(sound.length / 8)) {
      damages.push(sound.map((byte, place) => (place === at ? byte ^ 1 : byte)));
    }
    for (const bytes of damages) {
      writeFileSync(file, bytes);
      await same(["."], archive.path);
      expect(readFileSync(file).length).toBe(sound.length);
    }
  });

  test("a folder that cannot be written is one note, and the result is the same", async () => {
    const archive = openArchive({ ...citing(2), ".kb/cache": "a file where the folder should be" });
    const without = await kblint(["."], { folder: archive.path });
    const { code, output, errors } = await kblint([".", "--cache"], { folder: archive.path });
    expect({ code, output }).toEqual({ code: without.code, output: without.output });
    expect(errors).toMatch(/^kblint: the cache \.kb\/cache\/findings\.kbcache cannot be written: .+\n$/);
  });

  test("version control leaves it out, and what the folder's owner wrote stays", async () => {
    const archive = openArchive(citing(2));
    await same(["."], archive.path);
    expect(archive.read(".kb/cache/.gitignore")).toBe("*\n");
    archive.write(".kb/cache/.gitignore", "# mine\n");
    archive.write(pagePath("Q992009"), page({ id: "Q992009" }));
    await same(["."], archive.path);
    expect(archive.read(".kb/cache/.gitignore")).toBe("# mine\n");
  });
});

describe("runs that get in one another's way", () => {
  test("several at once", { timeout: 60_000 }, async () => {
    const archive = openArchive({ ...citing(60), [pagePath("Q992003")]: damagedPage({ id: "Q992003" }) });
    const { output } = await kblint(["."], { folder: archive.path });
    for (let round = 0; round < 3; round++) {
      archive.write(pagePath("Q992004"), page({ id: "Q992004", title: titleOf("Q992004"), more: [`Lamp ${round}.`] }));
      const outputs = await Promise.all([1, 2, 3].map(() => outputOf([".", "--cache"], archive.path)));
      expect(new Set(outputs)).toEqual(new Set([output]));
    }
    expect(drafts(archive)).toEqual([]);
    expect(await isWrittenBy(archive, ["."])).toBe(false);
  });

  test("killed while it writes", { timeout: 60_000 }, async () => {
    const archive = openArchive(citing(60));
    mkdirSync(join(archive.path, ".kb/cache"), { recursive: true });
    for (let round = 0; round < 6; round++) {
      archive.write(pagePath("Q992001"), damagedPage({ id: "Q992001", title: `HOWTO: Lamp ${round}` }));
      const before = drafts(archive).length;
      const isWriting = (): boolean => drafts(archive).length > before;
      await kblintKilled([".", "--cache"], archive.path, isWriting);
      await same(["."], archive.path);
    }
  });

  test("what a killed run left behind goes when it is old", async () => {
    const archive = openArchive(citing(2));
    await same(["."], archive.path);
    const [old, young] = ["12-ab", "13-cd"].map((name) => `.kb/cache/findings.kbcache.${name}.draft`);
    for (const draft of [old, young]) archive.write(draft ?? "", "half a ca");
    utimesSync(join(archive.path, old ?? ""), 1, 1);
    archive.write(pagePath("Q992005"), page({ id: "Q992005" }));
    await same(["."], archive.path);
    expect(drafts(archive)).toEqual(["findings.kbcache.13-cd.draft"]);
  });
});

async function outputOf(words: readonly string[], folder: string): Promise<string> {
  const child = spawn(process.execPath, [await kblintBundle(), ...words], { cwd: folder });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  await new Promise((done) => child.once("close", done));
  return output;
}

function drafts(archive: TemporaryArchive): string[] {
  return readdirSync(join(archive.path, ".kb/cache")).filter((name) => name.endsWith(".draft"));
}
