// `kblint convert` from outside: what it writes and where, what it refuses to touch, what it says, and how it ends.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { crlf, page, pagePath, rawText, textPath } from "../harness/articles.ts";
import { openArchive } from "../harness/temporary-archive.ts";
import { kblint, kblintBytes } from "./kblint.ts";

type Files = Readonly<Record<string, string | Uint8Array>>;

const ID = "Q990101";
const OTHER = "Q10022";
const TEXT = crlf(rawText({ id: ID }));
const PAGE = page({ id: ID });
const OTHER_TEXT = crlf(rawText({ id: OTHER, title: "INFO: How Lamps Are Kept" }));
const OTHER_PAGE = page({ id: OTHER, title: "INFO: How Lamps Are Kept" });
const TEXTS: Files = { [textPath(ID)]: TEXT, [textPath(OTHER)]: OTHER_TEXT };
const PAGES: Files = { [pagePath(ID)]: PAGE, [pagePath(OTHER)]: OTHER_PAGE };

describe("to standard output", () => {
  test("one raw text becomes its page, one page its raw text, byte for byte", async () => {
    const { path: folder } = openArchive({ ...TEXTS, [pagePath(ID)]: PAGE });
    const toPage = await kblintBytes(["convert", "--to", "page", textPath(ID)], { folder });
    expect({ ...toPage, output: toPage.output.toString() }).toEqual({ code: 0, errors: "", output: PAGE });
    const toText = await kblintBytes(["convert", "--to=text", pagePath(ID)], { folder });
    expect({ ...toText, output: toText.output.toString() }).toEqual({ code: 0, errors: "", output: TEXT });
  });

  test("bytes beyond ASCII come back as the code page's", async () => {
    const text = crlf(
      rawText({ id: ID, title: "INFO: A Caf\u00e9", more: "It costs 5\u00a0lamps, \u00b1 2\u0081\u007f." }),
    );
    const bytes = Buffer.from(text, "latin1");
    const { path: folder } = openArchive({ ...TEXTS, [textPath(ID)]: bytes });
    const made = await kblint(["convert", "--to", "page", textPath(ID)], { folder });
    expect(made.output).toContain("It costs 5<A0>lamps, <B1> 2<81><7F>.");
    const words = ["convert", "--to", "text", "-", "--stdin-filename", pagePath(ID)];
    const back = await kblintBytes(words, { folder, input: made.output });
    expect(back.output.equals(bytes)).toBe(true);
  });

  test("standard input, told by its content", async () => {
    const { path: folder } = openArchive(TEXTS);
    const made = await kblint(["convert", "--to", "page", "-"], { folder, input: TEXT });
    expect(made).toEqual({ code: 0, output: PAGE, errors: "" });
  });

  test("of a folder with one article that is not in the wanted form", async () => {
    const { path: folder } = openArchive({ ...PAGES, [textPath(ID)]: TEXT, "README.md": "# Our archive\n" });
    expect(await kblint(["convert", "--to", "page"], { folder })).toEqual({ code: 0, output: PAGE, errors: "" });
  });

  test("several articles are refused, and nothing comes out", async () => {
    const { path: folder } = openArchive(TEXTS);
    const { code, output, errors } = await kblint(["convert", "--to", "page", "txt"], { folder });
    expect({ code, output }).toEqual({ code: 2, output: "" });
    expect(errors).toContain(
      `standard output takes one article, and there are several: ${textPath(OTHER)} and ${textPath(ID)}; name a folder: --out DIR`,
    );
  });
});

describe("to a folder", () => {
  test("every article stands where the archive has it, and back again", async () => {
    const archive = openArchive(TEXTS);
    const { path: folder } = archive;
    const made = await kblint(["convert", "--to", "page", "txt", "--out", "."], { folder });
    expect(made).toEqual({ code: 0, output: "2 articles converted to pages: 2 written.\n", errors: "" });
    expect([archive.read(pagePath(ID)), archive.read(pagePath(OTHER))]).toEqual([PAGE, OTHER_PAGE]);
    expect(pagePath(OTHER)).toBe("kb/010/Q10022/README.md");
    const back = await kblint(["convert", "--to", "text", ".", "--out", "again"], { folder });
    expect(back).toEqual({
      code: 0,
      output: "2 articles converted to raw texts: 2 written.\n2 articles left out: raw texts already.\n",
      errors: "",
    });
    expect(archive.read(`again/${textPath(OTHER)}`)).toBe(OTHER_TEXT);
    expect(readdirSync(join(folder, "kb/990/Q990101"))).toEqual(["README.md"]);
  });

  test("what is there already and says the same is not touched", async () => {
    const archive = openArchive({ ...TEXTS, [pagePath(ID)]: PAGE });
    const file = join(archive.path, pagePath(ID));
    utimesSync(file, 1000, 1000);
    const { code, output } = await kblint(["convert", "--to", "page", "txt", "--out", "."], { folder: archive.path });
    expect({ code, output }).toEqual({
      code: 0,
      output: "2 articles converted to pages: 1 written, 1 there already.\n",
    });
    expect(statSync(file).mtimeMs).toBe(1_000_000);
  });

  test("what says something else stays, unless --force is given", async () => {
    const archive = openArchive({ ...TEXTS, [pagePath(ID)]: "My own work.\n" });
    const words = ["convert", "--to", "page", "txt", "--out", "."];
    expect(await kblint(words, { folder: archive.path })).toEqual({
      code: 2,
      output: "1 article converted to pages: 1 written.\n1 file not converted.\n",
      errors: `kblint: ${textPath(ID)}: not converted: ${pagePath(ID)}: exists already and says something else; --force replaces it\n`,
    });
    expect(archive.read(pagePath(ID))).toBe("My own work.\n");
    const forced = await kblint([...words, "--force"], { folder: archive.path });
    expect(forced).toMatchObject({
      code: 0,
      output: expect.stringContaining("0 written, 1 replaced, 1 there already."),
    });
    expect(archive.read(pagePath(ID))).toBe(PAGE);
  });

  test("a second article of the same number is refused", async () => {
    const { path: folder } = openArchive({ "a/old.txt": TEXT, "a/new.txt": TEXT.replace("shelf.", "board.") });
    const { code, output, errors } = await kblint(["convert", "--to", "page", "a", "--out", "o"], { folder });
    expect({ code, output }).toMatchObject({ code: 2, output: expect.stringContaining("1 file not converted.") });
    expect(errors).toContain(
      `kblint: a/old.txt: not converted: a/new.txt has become ${pagePath(ID)} already; both say that they are ${ID}`,
    );
  });

  test("a read-only file, a folder in the way and a place that is no folder are named", async () => {
    const archive = openArchive({ ...TEXTS, [pagePath(ID)]: "My own work.\n", file: "" });
    chmodSync(join(archive.path, pagePath(ID)), 0o444);
    mkdirSync(join(archive.path, pagePath(OTHER)), { recursive: true });
    const run = (out: string) =>
      kblint(["convert", "--to", "page", "txt", "--out", out, "--force"], { folder: archive.path });
    const { code, errors } = await run(".");
    expect(code).toBe(2);
    expect(errors).toContain("the file is read-only");
    expect(errors).toContain("it is a folder");
    expect((await run("file")).errors).toMatch(/file cannot be made: a file stands where a folder is needed\n$/);
  });

  test("what a killed run left is taken away", async () => {
    const archive = openArchive({ ...TEXTS, [pagePath(ID)]: PAGE });
    archive.delete(pagePath(ID));
    const left = join(archive.path, "kb/990/Q990101/.kblint-999999999-abc.tmp");
    writeFileSync(left, "half");
    await kblint(["convert", "--to", "page", "txt", "--out", "."], { folder: archive.path });
    expect(existsSync(left)).toBe(false);
  });
});

describe("what is left out", () => {
  const mspl = PAGE.replace(/Product\(s\): .*/, "Product(s): See article");

  test("is said of files that were named, and counted of others", async () => {
    const { path: folder } = openArchive({
      ...PAGES,
      [textPath(ID)]: TEXT,
      "kb/001/Q1/README.md": mspl,
      "notes.md": "# Notes\n",
    });
    const named = await kblint(["convert", "--to", "page", pagePath(ID), "notes.md", "--out", "o"], { folder });
    expect(named).toEqual({
      code: 2,
      output: "0 articles converted to pages: 0 written.\n1 article left out: pages already.\n",
      errors: `kblint: ${pagePath(ID)}: skipped: it has the wanted form already
kblint: notes.md: skipped: not an article
kblint: NOTHING WAS CONVERTED: ${pagePath(ID)} notes.md
kblint: what is there has the wanted form already; see --to
`,
    });
    const all = await kblint(["convert", "--to", "text", "--out", "o"], { folder });
    expect(all).toMatchObject({ code: 0, errors: "" });
    expect(all.output).toContain("1 article left out: the Programmer's Library has no raw texts.\n");
    const one = await kblint(["convert", "--to", "text", "kb/001/Q1/README.md"], { folder });
    expect(one).toMatchObject({ code: 2, output: "", errors: expect.stringContaining("Library have no raw text") });
  });

  test("what the settings exclude", async () => {
    const { path: folder } = openArchive({ ...TEXTS, "kb.config.json": '{ "exclude": ["txt/990/**"] }' });
    const { output } = await kblint(["convert", "--to", "page", "--out", "o"], { folder });
    expect(output).toBe("1 article converted to pages: 1 written.\n");
    const named = await kblint(["convert", "--to", "page", textPath(ID)], { folder });
    expect(named).toMatchObject({ code: 2, output: "", errors: expect.stringContaining("excluded by kb.config.json") });
  });

  test("an article that cannot be converted without harm, while others are", async () => {
    const { path: folder } = openArchive({
      ...TEXTS,
      "txt/a.txt": TEXT.replace("shelf.", "\u03a9 shelf."),
      "txt/b.txt": TEXT.replace("SUMMARY\r\n", "<<<<<<< a\r\nSUMMARY\r\n=======\r\nSUMMARY\r\n>>>>>>> b\r\n"),
    });
    const { code, output, errors } = await kblint(["convert", "--to", "page", "--out", "o"], { folder });
    expect(code).toBe(2);
    expect(output).toContain("2 articles converted to pages: 2 written.\n2 files not converted.\n");
    expect(errors).toMatch(/txt\/a\.txt: not converted: line \d+ has “Ω” \(U\+03A9\), which the raw texts' code page/);
    expect(errors).toMatch(/txt\/b\.txt: not converted: an unresolved merge conflict begins in line \d+\n/);
  });
});

describe("the closing part of raw texts", () => {
  const folderOfPages = (files: Files = {}): string => openArchive({ ...PAGES, ...files }).path;

  test("is learned from the archive's raw texts, or from those where the results go", async () => {
    const learned = await kblint(["convert", "--to", "text", pagePath(ID)], { folder: folderOfPages(TEXTS) });
    expect(learned).toEqual({ code: 0, output: TEXT, errors: "" });
    const folder = folderOfPages({ [`other/${textPath(OTHER)}`]: OTHER_TEXT });
    const { errors } = await kblint(["convert", "--to", "text", "kb", "--out", "other"], { folder });
    expect({ errors, text: readFileSync(join(folder, "other", textPath(ID)), "utf8") }).toEqual({
      errors: "",
      text: TEXT,
    });
  });

  test("is read from the file that the settings name", async () => {
    const folder = folderOfPages({
      "kb.config.json": '{ "boilerplate": "legal.txt" }',
      "legal.txt": "OURS.\r\nALL OF IT.\r\n",
    });
    const { output } = await kblint(["convert", "--to", "text", pagePath(ID)], { folder });
    expect(output).toContain("\r\n\r\nOURS.\r\nALL OF IT.\r\n\r\nCopyright Microsoft Corporation 2001.");
  });

  test("is missed aloud, once, where nothing tells it", async () => {
    const { code, errors } = await kblint(["convert", "--to", "text", "--out", "o"], { folder: folderOfPages() });
    expect(code).toBe(0);
    expect(errors).toMatch(/^kblint: warning: raw texts are written without the disclaimer.*\n$/);
  });

  test("settings with errors end the run before anything is written", async () => {
    const folder = folderOfPages({ "kb.config.json": '{ "boilerplate": "legal.txt" }' });
    const { code, errors } = await kblint(["convert", "--to", "text", "--out", "o"], { folder });
    expect({ code, written: existsSync(join(folder, "o")) }).toEqual({ code: 2, written: false });
    expect(errors).toContain("legal.txt cannot be read");
  });
});

describe("warnings and wrong use", () => {
  test("a loss is a warning with file and line, and no failure", async () => {
    const other = PAGE.replace("Product(s): Microsoft SNA Server", "Product(s): Lamp Works");
    const { path: folder } = openArchive({ ...TEXTS, [pagePath(ID)]: other });
    const { code, output, errors } = await kblint(["convert", "--to", "text", "kb", "--out", "o"], { folder });
    expect({ code, output }).toEqual({ code: 0, output: "1 article converted to raw texts: 1 written.\n1 warning.\n" });
    expect(errors).toMatch(new RegExp(`^${pagePath(ID)}:12: warning: no code is known .* \\(product-code\\)\n$`));
  });

  test.each([
    [["convert"], "kblint convert needs --to page or --to text"],
    [["convert", "--to", "pages"], "--to must be one of page, text, not pages; did you mean page?"],
    [["convert", "--to", "page", "--force"], "--force goes with --out DIR"],
    [["convert", "--to", "page", "nowhere"], "nowhere: no such file or folder"],
    [["convert", "--to", "page", "--quiet"], "--quiet is no option of kblint convert"],
    [["lint", "--out", "x"], "--out is no option of kblint lint"],
  ])("%j", async (words, message) => {
    const { code, output, errors } = await kblint(words, { folder: openArchive(TEXTS).path });
    expect({ code, output }).toEqual({ code: 2, output: "" });
    expect(errors).toContain(message);
  });
});
