// `kblint refs` as people and programs see it: who cites an article, whom it cites, and what is said where nobody does.
// The archive has a page and a raw text of one article, a citation of nobody, and one of the article itself.
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { crlf, rawText, textPath } from "../harness/articles.ts";
import { TemporaryArchive } from "../harness/temporary-archive.ts";
import { page, pagePath } from "./articles.ts";
import { kblint, type Outcome } from "./kblint.ts";

let archive: TemporaryArchive | undefined;

afterEach(() => archive?.remove());

const LAMPS = "Q990100";
const SHELVES = "Q990200";
const BOARDS = "Q991000";
const NOBODY = "Q995555";
const FILES = {
  [pagePath(LAMPS)]: page({
    id: LAMPS,
    title: "HOWTO: Count Lamps",
    more: [
      "For more, see the following articles:",
      "",
      `   ${SHELVES} INFO: Shelves`,
      "",
      `and ${NOBODY}, and ${LAMPS}.`,
    ],
  }),
  [textPath(LAMPS)]: crlf(rawText({ id: LAMPS, title: "HOWTO: Count Lamps", more: `See ${SHELVES}.` })),
  [pagePath(SHELVES)]: page({ id: SHELVES, title: "INFO: Shelves" }),
  [pagePath(BOARDS)]: page({ id: BOARDS, title: "INFO: Boards", more: [`Like ${SHELVES}, and ${SHELVES} again.`] }),
};

function run(words: readonly string[], { files = FILES, below = "" } = {}): Promise<Outcome> {
  archive = new TemporaryArchive(files);
  return kblint(["refs", ...words], { folder: join(archive.path, below) });
}

describe("text", () => {
  test("lists citing places, with title and section", async () => {
    expect(await run([SHELVES])).toEqual({
      code: 0,
      errors: "",
      output: [
        "Q990200 INFO: Shelves",
        "  kb/990/Q990200/README.md",
        "",
        "Cited by (2 articles in 4 places)",
        "  Q990100  HOWTO: Count Lamps  MORE INFORMATION  kb/990/Q990100/README.md:34:5",
        "  Q991000  INFO: Boards        MORE INFORMATION  kb/991/Q991000/README.md:32:7",
        "  Q991000  INFO: Boards        MORE INFORMATION  kb/991/Q991000/README.md:32:20",
        "  Q990100  HOWTO: Count Lamps  MORE INFORMATION  txt/990/Q990100.TXT:23:5",
        "",
        "Cites (0 articles)",
        "",
      ].join("\n"),
    });
  });

  test("lists cited articles, and says which ones are not there", async () => {
    const { code, output } = await run(["990100", "kb"]);
    expect(code).toBe(0);
    expect(output).toBe(
      [
        "Q990100 HOWTO: Count Lamps",
        "  kb/990/Q990100/README.md",
        "  txt/990/Q990100.TXT",
        "",
        "Cited by (0 articles)",
        "",
        "Cites (3 articles)",
        "  Q990200  INFO: Shelves          MORE INFORMATION  kb/990/Q990100/README.md:34:5",
        "  Q995555  (not in this archive)  MORE INFORMATION  kb/990/Q990100/README.md:36:6",
        "  Q990100  (this article itself)  MORE INFORMATION  kb/990/Q990100/README.md:36:19",
        "",
      ].join("\n"),
    );
  });

  test("tells who cites an article that is not there", async () => {
    const { code, output, errors } = await run([NOBODY]);
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    expect(output).toContain("Q995555 (not in this archive)\n\nCited by (1 article)\n  Q990100  HOWTO: Count Lamps");
  });

  test("shows no control characters out of a title", async () => {
    const { output } = await run([SHELVES], {
      files: { ...FILES, [pagePath(SHELVES)]: page({ id: SHELVES, title: "INFO: \u001b[31mShelves" }) },
    });
    expect(output).toContain("Q990200 INFO: \uFFFD[31mShelves\n");
  });
});

describe("JSON", () => {
  test("has places as in LSP, and null for the title of an article that is not there", async () => {
    const { code, output } = await run([LAMPS.toLowerCase(), "kb", "--format", "json"]);
    expect(code).toBe(0);
    const at = (line: number, from: number): unknown => ({
      start: { line, character: from },
      end: { line, character: from + 7 },
    });
    const place = { section: "MORE INFORMATION", path: pagePath(LAMPS) };
    const product = "Microsoft Visual Basic for Windows";
    expect(JSON.parse(output)).toEqual({
      schema: 1,
      id: LAMPS,
      files: [
        { path: pagePath(LAMPS), title: "HOWTO: Count Lamps", product },
        { path: textPath(LAMPS), title: "HOWTO: Count Lamps", product: "Microsoft SNA Server" },
      ],
      citedBy: [],
      cites: [
        { id: SHELVES, title: "INFO: Shelves", ...place, range: at(33, 4) },
        { id: NOBODY, title: null, ...place, range: at(35, 5) },
        { id: LAMPS, title: "HOWTO: Count Lamps", ...place, range: at(35, 18) },
      ],
    });
  });

  test("is written for an unknown article as well", async () => {
    const { code, output } = await run(["Q999998", "--format=json"]);
    expect(code).toBe(1);
    expect(JSON.parse(output)).toEqual({ schema: 1, id: "Q999998", files: [], citedBy: [], cites: [] });
  });
});

describe("what is looked at", () => {
  test("the whole archive from within it, or the files that are named", async () => {
    const inside = await run([SHELVES], { below: "kb/990/Q990200" });
    expect(inside.output).toContain("../../../kb/991/Q991000/README.md:32:7");
    archive?.remove();
    const part = await run([SHELVES, "kb/991", "txt/**"]);
    expect(part.output).not.toContain("kb/990/Q990100/README.md");
    expect(part.output).toContain("Cited by (2 articles in 3 places)");
  });

  test("what the settings leave out is not there", async () => {
    const { code, output } = await run([SHELVES], {
      files: { ...FILES, "kb.config.json": JSON.stringify({ exclude: ["kb/991/**", "kb/990/Q990200/**"] }) },
    });
    expect(code).toBe(0);
    expect(output).toContain("Q990200 (not in this archive)");
    expect(output).not.toContain("Q991000");
  });

  test("an index that is there is used as far as files are unchanged", async () => {
    archive = new TemporaryArchive(FILES);
    const folder = archive.path;
    expect((await kblint(["index"], { folder })).code).toBe(0);
    archive.write(pagePath(BOARDS), page({ id: BOARDS, title: "INFO: Boards", more: ["Nothing to see."] }));
    const { output } = await kblint(["refs", SHELVES], { folder });
    expect(output).toContain("Q990100  HOWTO: Count Lamps");
    expect(output).not.toContain("Q991000");
  });

  test.skipIf(process.getuid?.() === 0 || process.platform === "win32")(
    "a file that cannot be read is a failure",
    async () => {
      archive = new TemporaryArchive(FILES);
      chmodSync(join(archive.path, pagePath(BOARDS)), 0);
      const { code, output, errors } = await kblint(["refs", SHELVES], { folder: archive.path });
      expect({ code, errors }).toEqual({ code: 2, errors: `kblint: ${pagePath(BOARDS)}: cannot be read\n` });
      expect(output).toContain("Q990100");
    },
  );
});

describe("what is refused", () => {
  test("a number that nobody has is a finding, with the nearest one", async () => {
    expect(await run(["Q990209"])).toEqual({
      code: 1,
      output: "",
      errors: "kblint: .: no article is Q990209, and none cites it; did you mean Q990200?\n",
    });
    archive?.remove();
    expect((await run(["Q111111"])).errors).toBe("kblint: .: no article is Q111111, and none cites it\n");
  });

  test.each([
    [[], "kblint refs needs an article's number"],
    [["lamps"], "lamps is no article number"],
    [["Q1234"], "Q1234 is no article number"],
    [[SHELVES, "nowhere"], "nowhere: no such file or folder"],
    [[SHELVES, "--format", "yaml"], "--format must be one of text, json"],
    [[SHELVES, "--unsafe"], "--unsafe is no option of kblint refs"],
  ])("%j", async (words, message) => {
    const { code, output, errors } = await run(words);
    expect({ code, output }).toEqual({ code: 2, output: "" });
    expect(errors).toContain(message);
  });

  test("a folder without articles, settings with errors, a file that belongs to no archive", async () => {
    const none = await run([SHELVES], { files: { "notes.md": "# Notes\n" } });
    expect({ code: none.code, errors: none.errors }).toEqual({ code: 2, errors: "kblint: no article in .\n" });
    archive?.remove();
    const broken = await run([SHELVES], { files: { ...FILES, "kb.config.json": '{ "exclude": 5 }' } });
    expect(broken.code).toBe(2);
    expect(broken.errors).toContain("the settings have errors; nothing was looked up");
    archive?.remove();
    const alone = await run([SHELVES, "one.md"], { files: { "one.md": page({ id: SHELVES }) } });
    expect(alone.code).toBe(2);
    expect(alone.errors).toContain("nothing shows which archive one.md belongs to");
  });

  test("its help says what the JSON has", async () => {
    const { code, output } = await run(["--help"]);
    expect(code).toBe(0);
    expect(output).toContain("citedBy and cites");
  });
});
