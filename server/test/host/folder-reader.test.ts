// Reading a folder into columns: what is found, what is taken over from the last time without being read, and what is
// looked at again because its stamp proves nothing.
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { finish } from "../../src/base/steps.ts";
import type { FolderContent } from "../../src/host/folder-indexer.ts";
import { FolderReader } from "../../src/host/folder-reader.ts";
import { ArticleStore } from "../../src/index/article-store.ts";
import type { Columns } from "../../src/index/columns.ts";
import { page, pagePath, rawText, textPath } from "../harness/articles.ts";
import { openArchive, type TemporaryArchive } from "../harness/temporary-archive.ts";

const IS_WINDOWS = process.platform === "win32";
const LATER = 10_000;

afterEach(() => {
  vi.useRealTimers();
});

/** What a reading gave: the articles by path, what was read for it, and what the next one may rest on. */
interface Reading {
  readonly articles: readonly string[];
  readonly filesRead: number;
  readonly content: FolderContent;
}

function read(archive: TemporaryArchive, known?: Columns): Reading {
  const reader = new FolderReader(archive.uri, known);
  const content = finish(reader.read());
  const store = new ArticleStore(archive.uri, content.columns);
  const articles = [...store.rows()].map((row) => describeRow(store, row));
  return { articles: articles.sort(), filesRead: reader.filesRead, content };
}

function describeRow(store: ArticleStore, row: number): string {
  return `${store.uriAt(row).slice(store.root.length + 1)} ${store.idAt(row)}`;
}

/** So long after the last change that stamps can be trusted. */
function letSettle(): void {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + LATER });
}

const IDS = ["Q900100", "Q900101", "Q900102"];
const PAGES = Object.fromEntries(IDS.map((id) => [pagePath(id), page({ id })]));
const FOUND = IDS.map((id) => `${pagePath(id)} ${id}`);

describe("a second reading", () => {
  it("reads nothing where nothing changed, and gives the very columns of the first", () => {
    const archive = openArchive(PAGES);
    letSettle();
    const first = read(archive);
    expect(first).toMatchObject({ articles: FOUND, filesRead: 3 });
    const second = read(archive, first.content.columns);
    expect(second).toMatchObject({ articles: FOUND, filesRead: 0 });
    expect(second.content.columns).toBe(first.content.columns);
  });

  it("reads what changed and what is new, and leaves out what is gone", () => {
    const archive = openArchive({
      ...PAGES,
      [textPath("Q900100")]: rawText({ id: "Q900100" }),
      "notes.md": "Nothing.",
    });
    letSettle();
    const { content } = read(archive);
    archive.write(pagePath("Q900101"), page({ id: "Q900101", title: "INFO: Another" }));
    archive.write(textPath("Q900109"), rawText({ id: "Q900109" }));
    archive.delete(pagePath("Q900102"));
    archive.delete("notes.md");
    const second = read(archive, content.columns);
    const expected = [...FOUND.slice(0, 2), `${textPath("Q900100")} Q900100`, `${textPath("Q900109")} Q900109`];
    expect(second).toMatchObject({ articles: expected, filesRead: 2 });
    expect(new ArticleStore("", second.content.columns).titled("INFO: Another")).toHaveLength(1);
    expect(second.content.columns.numbers).toHaveLength(4);
  });

  it("takes a file's article and citations over as they were", () => {
    const archive = openArchive({ ...PAGES, [pagePath("Q900105")]: page({ id: "Q900105", more: "See Q900100." }) });
    letSettle();
    const { content } = read(archive);
    archive.write("first.md", "Not an article, and found before all others.");
    archive.delete(pagePath("Q900101"));
    const second = read(archive, content.columns);
    const [before, after] = [content, second.content].map(({ columns }) => new ArticleStore("x:", columns));
    const citing = (store: ArticleStore | undefined): unknown =>
      store?.citing("Q900100").map((place) => [store.uriAt(place.file), store.citationAt(place.citation)]);
    expect(second.filesRead).toBe(1);
    expect(citing(after)).toEqual(citing(before));
    expect(citing(after)).toHaveLength(1);
  });

  it("finds moved files under their new names", () => {
    const archive = openArchive(PAGES);
    letSettle();
    const { content } = read(archive);
    renameSync(join(archive.path, "kb"), join(archive.path, "articles"));
    const expected = FOUND.map((one) => one.replace("kb/", "articles/"));
    expect(read(archive, content.columns)).toMatchObject({ articles: expected, filesRead: 3 });
  });
});

describe("stamps", () => {
  it("are not trusted of files that were changed just before they were read", () => {
    const archive = openArchive(PAGES);
    const first = read(archive);
    const second = read(archive, first.content.columns);
    expect(second.filesRead).toBe(3);
    letSettle();
    const third = read(archive, second.content.columns);
    expect(third.filesRead).toBe(3);
    expect(read(archive, third.content.columns).filesRead).toBe(0);
  });

  it("tell a change that keeps length and time of change", () => {
    const archive = openArchive(PAGES);
    letSettle();
    const { content } = read(archive);
    const file = join(archive.path, pagePath("Q900101"));
    const { atime, mtime } = statSync(file);
    writeFileSync(file, page({ id: "Q900107" }));
    utimesSync(file, atime, mtime);
    expect(read(archive, content.columns)).toMatchObject({
      articles: [FOUND[0], `${pagePath("Q900101")} Q900107`, FOUND[2]],
      filesRead: 1,
    });
  });

  it("tell another file that was put in the place, however old it is", () => {
    const archive = openArchive({ ...PAGES, "old.md": page({ id: "Q900107" }) });
    const old = join(archive.path, "old.md");
    utimesSync(old, new Date(2001, 2, 14), new Date(2001, 2, 14));
    letSettle();
    const { content } = read(archive);
    renameSync(old, join(archive.path, pagePath("Q900101")));
    const { articles } = read(archive, content.columns);
    expect(articles).toEqual([FOUND[0], `${pagePath("Q900101")} Q900107`, FOUND[2]]);
  });

  it("of a clock that runs ahead are not trusted", () => {
    const archive = openArchive(PAGES);
    const file = join(archive.path, pagePath("Q900101"));
    utimesSync(file, new Date(2100, 1, 1), new Date(2100, 1, 1));
    letSettle();
    const { content } = read(archive);
    expect(read(archive, content.columns).filesRead).toBe(1);
  });
});

describe("what is not a plain file", () => {
  it.skipIf(IS_WINDOWS)("is not followed: links to files, folders and pages", () => {
    const outside = openArchive({ "x.md": page({ id: "Q900109" }), "README.md": page({ id: "Q900108" }) });
    const archive = openArchive(PAGES);
    symlinkSync(join(outside.path, "x.md"), join(archive.path, "x.md"));
    symlinkSync(outside.path, join(archive.path, "outside"));
    symlinkSync(outside.path, join(archive.path, "kb/900/Q900108"));
    symlinkSync(archive.path, join(archive.path, "loop"));
    mkdirSync(join(archive.path, "kb/900/Q900109"));
    symlinkSync(join(outside.path, "x.md"), join(archive.path, pagePath("Q900109")));
    letSettle();
    const first = read(archive);
    expect(first.articles).toEqual(FOUND);
    expect(read(archive, first.content.columns).articles).toEqual(FOUND);
  });

  it.skipIf(IS_WINDOWS)("is not followed where a known file was replaced by a link", () => {
    const outside = openArchive({ "x.md": page({ id: "Q900109" }) });
    const archive = openArchive({ ...PAGES, "y.md": page({ id: "Q900103" }) });
    letSettle();
    const { content } = read(archive);
    for (const path of [pagePath("Q900101"), "y.md"]) {
      archive.delete(path);
      symlinkSync(join(outside.path, "x.md"), join(archive.path, path));
    }
    expect(read(archive, content.columns).articles).toEqual([FOUND[0], FOUND[2]]);
  });

  it.skipIf(IS_WINDOWS)("is looked at again each time, so that the article is found that takes its place", () => {
    const archive = openArchive({ ...PAGES, "kb/900/Q900109/x.png": "" });
    symlinkSync("nowhere", join(archive.path, pagePath("Q900109")));
    letSettle();
    const { content } = read(archive);
    archive.delete(pagePath("Q900109"));
    archive.write(pagePath("Q900109"), page({ id: "Q900109" }));
    expect(read(archive, content.columns).articles).toEqual([...FOUND, `${pagePath("Q900109")} Q900109`]);
  });

  it.skipIf(IS_WINDOWS)("does not hold the reader up: a pipe, and a folder with a page's name", () => {
    const archive = openArchive({
      ...PAGES,
      "kb/900/Q900108/README.md/x.md": page({ id: "Q900108" }),
      "kb/900/Q900109/x": "",
    });
    execFileSync("mkfifo", [join(archive.path, pagePath("Q900109")), join(archive.path, "pipe.txt")]);
    const { articles, content } = read(archive);
    expect(articles).toEqual(FOUND);
    expect(read(archive, content.columns).articles).toEqual(FOUND);
  });
});

describe("a file that cannot be read", () => {
  // Nothing is closed to the superuser.
  it.skipIf(IS_WINDOWS || process.getuid?.() === 0)("holds nobody up, and is read as soon as it can be", () => {
    const archive = openArchive(PAGES);
    const file = join(archive.path, pagePath("Q900101"));
    chmodSync(file, 0o000);
    letSettle();
    const first = read(archive);
    expect(first.articles).toEqual([FOUND[0], FOUND[2]]);
    chmodSync(file, 0o644);
    expect(read(archive, first.content.columns)).toMatchObject({ articles: FOUND, filesRead: 1 });
  });

  it("is left out where it goes while the folder is read", () => {
    const archive = openArchive(PAGES);
    const reader = new FolderReader(archive.uri, undefined);
    const listed = [...IDS];
    rmSync(join(archive.path, "kb/900", listed.pop() ?? "", "README.md"));
    // The folder is there, so the page was presumed.
    expect(finish(reader.read()).columns.numbers).toHaveLength(2);
  });

  it("is no article where it is too long or binary, and is not read each time", () => {
    const archive = openArchive({
      ...PAGES,
      "long.txt": "x".repeat(4_000_001),
      "binary.txt": Buffer.from([80, 75, 3, 0]),
    });
    letSettle();
    const { articles, content } = read(archive);
    expect(articles).toEqual(FOUND);
    expect(read(archive, content.columns).filesRead).toBe(0);
  });
});

describe("names", () => {
  const ODD = [
    "a b.md",
    "100%.md",
    "100%25 %41.md",
    "caf\u00e9.md",
    "cafe\u0301.md",
    "\u{1f600} \u4e2d\u6587.txt",
    "c#.md",
    "a&b=c+d,e;f@g!h$i'(j).md",
    "[brackets] {braces} ~tilde^.md",
    "Q900100.TXT",
    "README",
    ".hidden.md",
    ...(IS_WINDOWS ? [] : ["who?.md", "a:b.md", "back\\slash.md", 'quo"te<x>|*.md', "line\nbreak.md", " .md"]),
  ];

  it.each(ODD)("of files: %j", (name) => {
    const archive = openArchive({ [`notes/${name}`]: page({ id: "Q900100" }) });
    letSettle();
    const first = read(archive);
    const isCandidate = /\.(md|txt)$/i.test(name);
    const uri = archive.uriOf(`notes/${name}`);
    expect(first.articles).toEqual(isCandidate ? [`${uri.slice(archive.uri.length + 1)} Q900100`] : []);
    expect(read(archive, first.content.columns)).toMatchObject({ articles: first.articles, filesRead: 0 });
  });

  it.each(ODD.filter((name) => !name.startsWith(".")))("of folders: %j", (name) => {
    const archive = openArchive({ [`${name}/kb/900/Q900100/README.md`]: page({ id: "Q900100" }) });
    letSettle();
    const first = read(archive);
    expect(first.articles).toHaveLength(1);
    expect(read(archive, first.content.columns).filesRead).toBe(0);
  });

  it.runIf(process.platform === "linux")("that are not UTF-8 are passed over", () => {
    const archive = openArchive(PAGES);
    writeFileSync(Buffer.concat([Buffer.from(`${archive.path}/caf`), Buffer.from([0xe9]), Buffer.from(".md")]), "x");
    const { articles, content } = read(archive);
    expect(articles).toEqual(FOUND);
    expect(content.columns.numbers).toHaveLength(3);
  });

  it.runIf(process.platform === "linux")("that differ in case only are two files", () => {
    const archive = openArchive({
      "x.md": page({ id: "Q900100" }),
      "X.md": page({ id: "Q900101" }),
      "X.MD": "nothing",
    });
    letSettle();
    const first = read(archive);
    expect(first.articles).toEqual(["X.md Q900101", "x.md Q900100"]);
    archive.delete("x.md");
    expect(read(archive, first.content.columns)).toMatchObject({ articles: ["X.md Q900101"], filesRead: 0 });
  });
});

it("settings files are told of, and are no rows", () => {
  const archive = openArchive({
    ...PAGES,
    "kb.config.json": "{}",
    "notes/kb.config.json": "{}",
    ".kb/kb.config.json": "{}",
  });
  const { content } = read(archive);
  expect([...content.configs].sort()).toEqual(
    ["kb.config.json", "notes/kb.config.json"].map((path) => archive.uriOf(path)),
  );
  expect(content.columns.numbers).toHaveLength(3);
});

it("a folder that is not there is an error, one without articles is not", () => {
  const archive = openArchive({});
  expect(read(archive)).toMatchObject({ articles: [], filesRead: 0 });
  archive.remove();
  expect(() => read(archive)).toThrow();
});
