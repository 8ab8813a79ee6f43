// `kblint fix --backup` and `kblint undo` from outside: everything comes back to the byte, later work is never lost, and
// a damaged bundle changes nothing.
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { filesIn } from "../../src/cli/fix/read-bundle.ts";
import { writeBundle } from "../../src/cli/fix/undo-bundle.ts";
import { crlf, pagePath, rawText, textPath } from "../harness/articles.ts";
import { openArchive, type TemporaryArchive } from "../harness/temporary-archive.ts";
import { damagedPage, page } from "./articles.ts";
import { kblint, type Outcome } from "./kblint.ts";

type Files = Readonly<Record<string, string | Uint8Array>>;

const ID = "Q990101";
const OTHER = "Q990102";
const RAW = "Q990103";
const OTHER_TITLE = "HOWTO: Paint the Lamps of a Signal Cabinet";
const SOUND = page({ id: ID });
// Every byte beyond ASCII that is no mistake in a raw text, holes of the code page included.
const HIGH = Array.from({ length: 0x60 }, (_, at) => String.fromCharCode(0xa0 + at)).join("");
const RAW_BYTES = Buffer.from(
  crlf(rawText({ id: RAW, title: "INFO: Lamps and Bytes", more: `${HIGH}\n\u0081\u008d` })).replace(
    "SUMMARY\r\n=======",
    "SUMMARY\r\n====",
  ),
  "latin1",
);
const FILES: Files = {
  [pagePath(ID)]: damagedPage({ id: ID }),
  [pagePath(OTHER)]: damagedPage({ id: OTHER, title: OTHER_TITLE }),
  [textPath(RAW)]: RAW_BYTES,
};
const BUNDLE = "before.undo";

function bytesOf(archive: TemporaryArchive): Record<string, string> {
  const entries = Object.keys(FILES).map((path) => [path, readFileSync(join(archive.path, path), "latin1")]);
  return Object.fromEntries(entries);
}

/** An archive after a fix run with a backup, and its bytes before. */
async function fixed(): Promise<{ archive: TemporaryArchive; before: Record<string, string>; run: Outcome }> {
  const archive = openArchive(FILES);
  const before = bytesOf(archive);
  const run = await kblint(["fix", "--backup", BUNDLE], { folder: archive.path });
  return { archive, before, run };
}

const undo = (archive: TemporaryArchive, ...words: string[]): Promise<Outcome> =>
  kblint(["undo", BUNDLE, ...words], { folder: archive.path });

describe("taking a run back", () => {
  test("every file gets its bytes again; a second undo changes nothing", async () => {
    const { archive, before, run } = await fixed();
    expect(run.code).toBe(0);
    expect(run.output).toMatch(/3 edits in 3 files\.\n.*kblint undo before\.undo takes this back\.\n$/s);
    expect(bytesOf(archive)).not.toEqual(before);
    const done = await undo(archive);
    expect(done).toEqual({
      code: 0,
      output: `${pagePath(ID)}: restored\n${pagePath(OTHER)}: restored\n${textPath(RAW)}: restored\n3 files restored.\n`,
      errors: "",
    });
    expect(bytesOf(archive)).toEqual(before);
    expect(await undo(archive)).toEqual({ code: 0, output: "0 files restored, 3 as before already.\n", errors: "" });
    expect(readdirSync(archive.path, { recursive: true }).filter((name) => String(name).endsWith(".tmp"))).toEqual([]);
  });

  test("from any folder, and only what the run changed", async () => {
    const archive = openArchive({ ...FILES, [pagePath(OTHER)]: page({ id: OTHER, title: OTHER_TITLE }) });
    await kblint(["fix", "--backup", `../${BUNDLE}`, "."], { folder: join(archive.path, "kb") });
    const { code, output } = await kblint(["undo", `../../${BUNDLE}`], { folder: join(archive.path, "kb/990") });
    expect({ code, output }).toEqual({ code: 0, output: `${ID}/README.md: restored\n1 file restored.\n` });
  });

  test("a file's rights stay, and the bundle is for the user's eyes only", async () => {
    const { archive } = await fixed();
    chmodSync(join(archive.path, pagePath(ID)), 0o640);
    await undo(archive);
    expect(statSync(join(archive.path, pagePath(ID))).mode & 0o777).toBe(0o640);
    if (process.platform !== "win32") expect(statSync(join(archive.path, BUNDLE)).mode & 0o777).toBe(0o600);
  });

  test("through a link, the file that it leads to", async () => {
    const archive = openArchive({
      [pagePath(ID)]: SOUND,
      "elsewhere/real.md": damagedPage({ id: OTHER, title: OTHER_TITLE }),
    });
    symlinkSync("../elsewhere/real.md", join(archive.path, "kb/link.md"));
    await kblint(["fix", "--backup", BUNDLE, "kb/link.md"], { folder: archive.path });
    expect((await undo(archive)).code).toBe(0);
    expect(archive.read("elsewhere/real.md")).toBe(damagedPage({ id: OTHER, title: OTHER_TITLE }));
  });
});

describe("later work", () => {
  test("is left alone and named, while the rest is restored; --force restores it too", async () => {
    const { archive, before } = await fixed();
    archive.write(pagePath(ID), `${SOUND}Mine.\n`);
    archive.delete(pagePath(OTHER));
    const { code, output, errors } = await undo(archive);
    expect({ code, output }).toEqual({
      code: 2,
      output: `${textPath(RAW)}: restored\n1 file restored, 2 not restored.\n`,
    });
    expect(errors).toBe(
      `kblint: ${pagePath(ID)}: not restored: changed since the fix
kblint: ${pagePath(OTHER)}: not restored: removed since the fix
kblint: --force restores these too; what was done to them since is lost then
`,
    );
    expect(archive.read(pagePath(ID))).toBe(`${SOUND}Mine.\n`);
    expect(existsSync(join(archive.path, pagePath(OTHER)))).toBe(false);
    const forced = await undo(archive, "--force");
    expect(forced).toMatchObject({ code: 0, errors: "" });
    expect(forced.output).toContain("2 files restored, 1 as before already.\n");
    expect(bytesOf(archive)).toEqual(before);
  });

  test("a read-only file is named", async () => {
    const { archive } = await fixed();
    chmodSync(join(archive.path, pagePath(ID)), 0o444);
    const { code, errors } = await undo(archive);
    expect({ code, errors }).toEqual({
      code: 2,
      errors: `kblint: ${pagePath(ID)}: not restored: the file is read-only\n`,
    });
  });
});

describe("a bundle", () => {
  const damages: readonly (readonly [name: string, damage: (bytes: Buffer) => Buffer])[] = [
    ["cut short in a line", (bytes) => bytes.subarray(0, bytes.length / 2)],
    ["without its last line", (bytes) => bytes.subarray(0, bytes.lastIndexOf("\n", bytes.length - 2) + 1)],
    ["with another path", (bytes) => Buffer.from(bytes.toString().replace("/kb/990/Q990101", "/kb/990/Q990102"))],
    ["with a flipped bit in an article", (bytes) => flipped(bytes, bytes.indexOf('"bytes":"') + 40)],
    ["with a line too many", (bytes) => Buffer.concat([bytes, Buffer.from("{}\n")])],
    ["without a file", (bytes) => Buffer.from(bytes.toString().replace(/^\{"path".*\n/m, ""))],
  ];

  function flipped(bytes: Buffer, at: number): Buffer {
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ 1;
    return copy;
  }

  test.each(damages)("%s is refused, and nothing is touched", async (_name, damage) => {
    const { archive } = await fixed();
    const after = bytesOf(archive);
    const file = join(archive.path, BUNDLE);
    writeFileSync(file, damage(readFileSync(file)));
    const { code, output, errors } = await undo(archive, "--force");
    expect({ code, output }).toEqual({ code: 2, output: "" });
    expect(errors).toMatch(/before\.undo is damaged, so nothing was restored: line \d+: /);
    expect(bytesOf(archive)).toEqual(after);
  });

  test("that is none is told apart from a damaged one", async () => {
    const archive = openArchive({ ...FILES, [BUNDLE]: "hello\n", "empty.undo": "" });
    expect((await undo(archive)).errors).toContain(
      "before.undo is no undo bundle; kblint fix --backup FILE writes one",
    );
    expect((await kblint(["undo", "empty.undo"], { folder: archive.path })).errors).toContain("is no undo bundle");
    expect((await kblint(["undo", "nowhere"], { folder: archive.path })).errors).toContain("no such file or folder");
    archive.write(BUNDLE, '{"format":"kblint-undo","schema":9,"version":"9.1"}\n');
    expect((await undo(archive)).errors).toContain("was written by another version of kblint (9.1)");
  });
});

describe("what somebody else changes while the bundle is written", () => {
  test("is not in it, and so will not be changed by the run", () => {
    const archive = openArchive({ "a.md": "old", "b.md": "theirs" });
    const [a, b, bundle] = ["a.md", "b.md", BUNDLE].map((name) => join(archive.path, name));
    const upcoming = [a, b].map((path) => ({
      path: path ?? "",
      bytes: Buffer.from("new"),
      isOriginal: (bytes: Uint8Array) => Buffer.from(bytes).toString() === "old",
    }));
    const safe = new Set<string>();
    for (const _step of writeBundle(bundle ?? "", upcoming, safe));
    expect([...safe]).toEqual([a]);
    expect([...filesIn(bundle ?? "")].map(({ path, bytes }) => [path, bytes.toString()])).toEqual([[a, "old"]]);
  });
});

describe("where no bundle can be written", () => {
  test.each([
    ["exists", "exists already; --backup replaces no file"],
    ["nowhere/before.undo", "there is no folder"],
  ])("%s: nothing is changed", async (place, message) => {
    const archive = openArchive({ ...FILES, exists: "mine" });
    const before = bytesOf(archive);
    const { code, output, errors } = await kblint(["fix", "--backup", place], { folder: archive.path });
    expect({ code, output }).toEqual({ code: 2, output: "" });
    expect(errors).toContain(message);
    expect(bytesOf(archive)).toEqual(before);
    expect(archive.read("exists")).toBe("mine");
  });

  test("none is written where there is nothing to change", async () => {
    const archive = openArchive({ [pagePath(ID)]: SOUND });
    const { code, output } = await kblint(["fix", "--backup", BUNDLE], { folder: archive.path });
    expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining("No backup was needed") });
    expect(existsSync(join(archive.path, BUNDLE))).toBe(false);
    rmSync(join(archive.path, BUNDLE), { force: true });
  });

  test.each([
    [["fix", "--backup", "x", "--dry-run"], "--backup goes with no --dry-run"],
    [["fix", "--backup", "x", "-"], "--backup keeps files"],
    [["undo"], "kblint undo needs one file"],
    [["undo", "a", "b"], "kblint undo needs one file"],
    [["lint", "--backup", "x"], "--backup is no option of kblint lint, only of fix"],
  ])("%j is wrong use", async (words, message) => {
    const { code, errors } = await kblint(words, { folder: openArchive(FILES).path });
    expect(code).toBe(2);
    expect(errors).toContain(message);
  });
});
