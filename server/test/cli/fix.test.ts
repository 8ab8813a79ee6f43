// `kblint fix` from outside: what it changes and what it must not, what it says, and how it ends.
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { crlf, pagePath, rawText, page as soundPage, textPath } from "../harness/articles.ts";
import { openArchive, type TemporaryArchive } from "../harness/temporary-archive.ts";
import { page } from "./articles.ts";
import { kblint, kblintBytes, kblintKilled } from "./kblint.ts";

type Files = Readonly<Record<string, string | Uint8Array>>;

function bytesOf(archive: TemporaryArchive, path: string): Buffer {
  return readFileSync(join(archive.path, path));
}

const ID = "Q990101";
const OTHER = "Q990102";
const SOUND = page({ id: ID });
const DAMAGED = damage(SOUND);
const OTHER_TITLE = "HOWTO: Paint the Lamps of a Signal Cabinet";
const OTHER_DAMAGED = damage(page({ id: OTHER, title: OTHER_TITLE }), 2);

// Cuts the underlines of the first headings, each of which is one error with a safe fix.
function damage(text: string, places = 1): string {
  const once = text.replace(/^(\t?)SUMMARY(\r?\n)\t?=+/m, "$1SUMMARY$2$1=====");
  return places === 1 ? once : once.replace(/^(\t?)MORE INFORMATION(\r?\n)\t?=+/m, "$1MORE INFORMATION$2$1=====");
}

const FILES: Files = { [pagePath(ID)]: DAMAGED, [pagePath(OTHER)]: OTHER_DAMAGED };

describe("what is written", () => {
  test("the sound text, with counts; a second run has nothing to do", async () => {
    const archive = openArchive(FILES);
    const { code, output, errors } = await kblint(["fix"], { folder: archive.path });
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    expect(output).toBe(
      `${pagePath(ID)}: 1 edit\n${pagePath(OTHER)}: 2 edits\n  3  heading-underline\n\n3 edits in 2 files.\n`,
    );
    expect(bytesOf(archive, pagePath(ID)).toString()).toBe(SOUND);
    const again = await kblint(["fix", "."], { folder: archive.path });
    expect(again).toMatchObject({ code: 0, output: "0 edits in 0 files; nothing to fix in 2 articles.\n" });
    expect(readdirSync(join(archive.path, "kb/990/Q990101"))).toEqual(["README.md"]);
  });

  test("only what the paths name", async () => {
    const archive = openArchive(FILES);
    expect((await kblint(["fix", pagePath(ID)], { folder: archive.path })).output).toContain("1 edit in 1 file.");
    expect(bytesOf(archive, pagePath(OTHER)).toString()).toBe(OTHER_DAMAGED);
    expect((await kblint(["fix", "kb/**/Q99010[2-9]/*"], { folder: archive.path })).output).toContain(
      "2 edits in 1 file.",
    );
  });

  test("CR LF, a byte order mark and the missing last line end stay", async () => {
    const text = `\uFEFF${crlf(rawText({ id: ID }))}`;
    const archive = openArchive({ [textPath(ID)]: damage(text) });
    expect((await kblint(["fix"], { folder: archive.path })).code).toBe(0);
    expect(bytesOf(archive, textPath(ID)).toString()).toBe(text);
  });

  test("Windows-1252 stays, down to bytes that the code page leaves open", async () => {
    const text = crlf(rawText({ id: ID, more: "A caf\u00e9 \u0096 it has \u0081, \u008d and \u0093quotes\u0094." }));
    const sound = Buffer.from(text, "latin1");
    const archive = openArchive({ [textPath(ID)]: Buffer.from(damage(text), "latin1") });
    expect((await kblint(["fix"], { folder: archive.path })).code).toBe(0);
    expect(bytesOf(archive, textPath(ID)).equals(sound)).toBe(true);
  });

  test("mixed line ends become one kind", async () => {
    const text = crlf(rawText({ id: ID }));
    const archive = openArchive({ [textPath(ID)]: text.replace("SUMMARY\r\n", "SUMMARY\n") });
    const words = ["fix", "--profile", "authoring", "--rule", "line-endings"];
    expect((await kblint(words, { folder: archive.path })).output).toContain("1 edit in 1 file.");
    expect(bytesOf(archive, textPath(ID)).toString()).toBe(text);
  });

  test("the file's rights stay", async () => {
    const archive = openArchive(FILES);
    chmodSync(join(archive.path, pagePath(ID)), 0o640);
    await kblint(["fix"], { folder: archive.path });
    expect(statSync(join(archive.path, pagePath(ID))).mode & 0o777).toBe(0o640);
  });

  test("through a link that is named, the file that it leads to", async () => {
    const archive = openArchive({ [pagePath(ID)]: SOUND, "elsewhere/real.md": OTHER_DAMAGED });
    symlinkSync("../elsewhere/real.md", join(archive.path, "kb/link.md"));
    await kblint(["fix", "kb/link.md"], { folder: archive.path });
    expect(lstatSync(join(archive.path, "kb/link.md")).isSymbolicLink()).toBe(true);
    expect(bytesOf(archive, "elsewhere/real.md").toString()).not.toBe(OTHER_DAMAGED);
    expect(readdirSync(join(archive.path, "elsewhere"))).toEqual(["real.md"]);
  });
});

describe("what is left alone", () => {
  test("rules that are off, and findings that were accepted", async () => {
    const archive = openArchive({ ...FILES, "kb.config.json": '{ "rules": { "heading-underline": "off" } }' });
    expect((await kblint(["fix"], { folder: archive.path })).output).toContain("0 edits in 0 files");
    const named = await kblint(["fix", "--rule", "heading-underline"], { folder: archive.path });
    expect(named.errors).toBe(
      "kblint: heading-underline is off here, so nothing of it is fixed; kblint config shows why\n",
    );
    archive.delete("kb.config.json");
    await kblint(["baseline", pagePath(ID)], { folder: archive.path });
    const { code, output } = await kblint(["fix"], { folder: archive.path });
    expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining("2 edits in 1 file.") });
    expect(bytesOf(archive, pagePath(ID)).toString()).toBe(DAMAGED);
  });

  test("rules that are not named", async () => {
    const misspelt = DAMAGED.replace("Additional query words:", "Additional reference words:");
    const archive = openArchive({ [pagePath(ID)]: misspelt });
    const { code } = await kblint(["fix", "--rule", "query-words"], { folder: archive.path });
    expect({ code, text: bytesOf(archive, pagePath(ID)).toString() }).toEqual({ code: 0, text: DAMAGED });
  });

  test("a read-only file, while others are written", async () => {
    const archive = openArchive(FILES);
    chmodSync(join(archive.path, pagePath(ID)), 0o444);
    const { code, output, errors } = await kblint(["fix"], { folder: archive.path });
    expect({ code, errors }).toEqual({
      code: 2,
      errors: `kblint: ${pagePath(ID)}: not fixed: the file is read-only\n`,
    });
    expect(output).toContain("2 edits in 1 file.");
    expect(bytesOf(archive, pagePath(ID)).toString()).toBe(DAMAGED);
  });

  test("a file whose code page lacks what a fix would write", async () => {
    const text = crlf(
      rawText({
        id: ID,
        more: `A caf\u00e9.\n\nFor more, see the following article:\n\n   ${OTHER} HOWTO: Paint a Lamp`,
      }),
    );
    const archive = openArchive({
      [textPath(ID)]: Buffer.from(text, "latin1"),
      [pagePath(OTHER)]: page({ id: OTHER, title: "HOWTO: Paint a \u03a9 Lamp" }),
    });
    const words = ["fix", "--unsafe", "--rule", "reference-title", "--profile", "authoring", textPath(ID)];
    const { code, errors } = await kblint(words, { folder: archive.path });
    expect({ code, errors }).toEqual({
      code: 2,
      errors: `kblint: ${textPath(ID)}: not fixed: a fix would write a character that the file's encoding does not have\n`,
    });
    expect(bytesOf(archive, textPath(ID)).toString("latin1")).toBe(text);
  });
});

describe("--dry-run and --expect", () => {
  test("a dry run shows a diff and counts and writes nothing", async () => {
    const archive = openArchive({ [pagePath(ID)]: DAMAGED });
    const { code, output } = await kblint(["fix", "--dry-run"], { folder: archive.path });
    expect(code).toBe(0);
    expect(output).toContain(`--- a/${pagePath(ID)}\n+++ b/${pagePath(ID)}\n@@ -`);
    expect(output).toContain("\n \tSUMMARY\n-\t=====\n+\t=======\n");
    expect(output.endsWith("\n  1  heading-underline\n\n1 edit in 1 file would be made; nothing was written.\n")).toBe(
      true,
    );
    expect(bytesOf(archive, pagePath(ID)).toString()).toBe(DAMAGED);
  });

  test("nothing is written unless the number is right", async () => {
    const archive = openArchive(FILES);
    const wrong = await kblint(["fix", "--expect", "2"], { folder: archive.path });
    expect(wrong).toEqual({
      code: 2,
      output: "",
      errors: "kblint: --expect 2, but 3 edits would be made; nothing was written\n",
    });
    expect(bytesOf(archive, pagePath(ID)).toString()).toBe(DAMAGED);
    expect((await kblint(["fix", "--expect", "3"], { folder: archive.path })).code).toBe(0);
    expect((await kblint(["fix", "--expect", "0"], { folder: archive.path })).code).toBe(0);
  });

  test("nothing is written while a file cannot be", async () => {
    const archive = openArchive(FILES);
    chmodSync(join(archive.path, pagePath(ID)), 0o444);
    const { code, errors } = await kblint(["fix", "--expect", "2"], { folder: archive.path });
    expect({ code, errors }).toMatchObject({ code: 2, errors: expect.stringContaining("not every file can be fixed") });
    expect(bytesOf(archive, pagePath(OTHER)).toString()).toBe(OTHER_DAMAGED);
  });
});

describe("how it ends", () => {
  const broken = SOUND.replace("Last Modified: 07-MAY-2001", "Last Modified: 39-MAY-2001");

  test("1 where an error remains, unless other rules were named", async () => {
    const archive = openArchive({ [pagePath(ID)]: damage(broken) });
    const { code, output } = await kblint(["fix"], { folder: archive.path });
    expect(code).toBe(1);
    expect(output).toContain("1 edit in 1 file.\n1 error remains; kblint lint shows more.\n");
    expect((await kblint(["fix", "--rule", "heading-underline"], { folder: archive.path })).code).toBe(0);
  });

  test("2 for wrong use", async () => {
    const { path: folder } = openArchive(FILES);
    const errorOf = async (...words: string[]): Promise<string> => {
      const { code, errors } = await kblint(["fix", ...words], { folder });
      expect(code).toBe(2);
      return errors;
    };
    expect(await errorOf("--rule", "heading-underlin")).toContain("did you mean heading-underline?");
    expect(await errorOf("--rule", "heading-underline=off")).toContain("names a rule");
    expect(await errorOf("--rule", "duplicate-id")).toContain("duplicate-id has no fix");
    expect(await errorOf("--expect", "many")).toContain("--expect must be a whole number");
    expect(await errorOf("--format", "json")).toContain("--format is no option of kblint fix");
    expect((await kblint(["lint", "--dry-run"], { folder })).errors).toContain("--dry-run is no option of kblint lint");
    expect(await errorOf("--quiet")).toContain("--quiet is no option");
  });

  test("2 where no article is there", async () => {
    const { path: folder } = openArchive({ "notes.md": "# Notes\n" });
    expect((await kblint(["fix"], { folder })).code).toBe(2);
  });
});

describe("standard input", () => {
  test("comes out fixed, in its own bytes; the report goes to standard error", async () => {
    const { path: folder } = openArchive({});
    const text = crlf(rawText({ id: ID, more: "A caf\u00e9." }));
    const words = ["fix", "-", "--stdin-filename", textPath(ID)];
    const { code, output, errors } = await kblintBytes(words, { folder, input: Buffer.from(damage(text), "latin1") });
    expect({ code, errors }).toEqual({ code: 0, errors: "  1  heading-underline\n\n1 edit in 1 file.\n" });
    expect(output.equals(Buffer.from(text, "latin1"))).toBe(true);
    const same = await kblintBytes(words, { folder, input: output });
    expect(same.output.equals(output)).toBe(true);
  });

  test("shows a diff in a dry run, and is held back by a wrong count", async () => {
    const { path: folder } = openArchive({});
    const dry = await kblint(["fix", "--dry-run", "-"], { folder, input: DAMAGED });
    expect(dry.output).toContain("--- a/untitled.md\n");
    const held = await kblint(["fix", "--expect=7", "-"], { folder, input: DAMAGED });
    expect(held).toMatchObject({ code: 2, output: "" });
  });
});

describe("articles that belong together", () => {
  const citing = (title: string): string =>
    page({ id: ID, more: ["See the following article in the Microsoft Knowledge Base:", "", `  ${OTHER} ${title}`] });

  test("a title that is fixed is fixed where it is cited, in the same run", async () => {
    const wrong = OTHER_TITLE.replace("HOWTO: ", "HOWTO:");
    const archive = openArchive({
      [pagePath(ID)]: citing(wrong),
      [pagePath(OTHER)]: page({ id: OTHER, title: wrong }),
    });
    const words = ["fix", "--profile", "authoring"];
    const { output } = await kblint(words, { folder: archive.path });
    expect(output).toContain("in 2 files.");
    expect(bytesOf(archive, pagePath(ID)).toString()).toBe(citing(OTHER_TITLE));
    expect((await kblint(words, { folder: archive.path })).output).toContain("0 edits");
  });
});

describe("a page and its raw text", () => {
  const text = crlf(rawText({ id: ID }));
  const sound = soundPage({ id: ID });

  test("the raw text is repaired first, so that the page does not take over its damage", async () => {
    const archive = openArchive({
      [pagePath(ID)]: sound,
      [textPath(ID)]: text.replace("shelf.\r\n\r\nMORE", "shelf.\r\nMORE"),
    });
    expect((await kblint(["fix"], { folder: archive.path })).output).toContain("1 edit in 1 file.");
    expect(bytesOf(archive, textPath(ID)).toString()).toBe(text);
    expect(bytesOf(archive, pagePath(ID)).toString()).toBe(sound);
  });

  test("damage that both have is repaired in both, by the rule that is about it", async () => {
    const archive = openArchive({ [pagePath(ID)]: damage(sound), [textPath(ID)]: damage(text) });
    expect((await kblint(["fix"], { folder: archive.path })).output).toContain("\n  2  heading-underline\n\n2 edits");
    expect(bytesOf(archive, textPath(ID)).toString()).toBe(text);
    expect(bytesOf(archive, pagePath(ID)).toString()).toBe(sound);
  });

  test("what is damaged in the page alone comes back from the raw text", async () => {
    const archive = openArchive({ [pagePath(ID)]: damage(sound), [textPath(ID)]: text });
    expect((await kblint(["fix"], { folder: archive.path })).output).toContain("1 edit in 1 file.");
    expect(bytesOf(archive, pagePath(ID)).toString()).toBe(sound);
  });
});

describe("killed without warning", () => {
  const ids = Array.from({ length: 150 }, (_, at) => `Q99${2000 + at}`);
  const titleOf = (id: string): string => `HOWTO: Count Lamp ${id.slice(3)}`;

  test("leaves every file whole, and what it leaves besides is removed by the next run", async () => {
    const archive = openArchive({});
    const path = (id: string): string => join(archive.path, pagePath(id));
    let killed = 0;
    for (let round = 0; round < 4; round++) {
      for (const id of ids) archive.write(pagePath(id), damage(page({ id, title: titleOf(id) })));
      const nth = ids[round * 40] ?? "";
      killed += Number(
        await kblintKilled(
          ["fix"],
          archive.path,
          () => readFileSync(path(nth), "utf8") === page({ id: nth, title: titleOf(nth) }),
        ),
      );
      for (const id of ids) {
        const sound = page({ id, title: titleOf(id) });
        expect([sound, damage(sound)]).toContain(readFileSync(path(id), "utf8"));
      }
    }
    expect(killed).toBeGreaterThan(0);
    writeFileSync(join(archive.path, "kb/.kblint-999999999-abc.tmp"), "half");
    expect((await kblint(["fix"], { folder: archive.path })).code).toBe(0);
    expect(readdirSync(archive.path, { recursive: true }).filter((name) => String(name).endsWith(".tmp"))).toEqual([]);
  });
});
