// The local disk as a host: which files are listed, what is read and what is refused.
import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { NodeHost } from "../../src/host/node-host.ts";
import { openArchive, type TemporaryArchive } from "../harness/temporary-archive.ts";

/** The candidates that can be read, by their relative paths. */
function readable(archive: TemporaryArchive): string[] {
  const host = new NodeHost();
  const uris = [...host.listFiles(archive.uri)].filter((uri) => uri !== undefined);
  expect(new Set(uris).size).toBe(uris.length);
  const found = uris.filter((uri) => host.readText(uri) !== undefined);
  return found.map((uri) => decodeURIComponent(uri.slice(archive.uri.length + 1))).sort();
}

describe("listing", () => {
  it("finds pages, raw texts and other candidates, and leaves out all else", () => {
    const archive = openArchive({
      "kb/263/Q263681/README.md": "x",
      "txt/263/Q263681.TXT": "x",
      "notes/a b#c%.txt": "x",
      "Umlaut ä/ß.md": "x",
      "picture.png": "x",
      ".git/README.md": "x",
      "node_modules/p/README.md": "x",
    });
    expect(readable(archive)).toEqual([
      "Umlaut ä/ß.md",
      "kb/263/Q263681/README.md",
      "notes/a b#c%.txt",
      "txt/263/Q263681.TXT",
    ]);
  });

  it("takes nothing but the page for an article in a page's folder", () => {
    const archive = openArchive({
      "kb/263/Q263681/README.md": "x",
      "kb/263/Q263681/Q263681.TXT": "x",
      "kb/263/Q263681/more/deep.md": "x",
      "kb/263/Q263682/readme.md": "x",
      "kb/263/Q263683/nothing.png": "x",
      "kb/263/README.md": "x",
      "kb/news/Q263685/draft.md": "x",
    });
    mkdirSync(join(archive.path, "kb/263/Q263684"));
    expect(readable(archive)).toEqual(["kb/263/Q263681/README.md", "kb/263/README.md", "kb/news/Q263685/draft.md"]);
  });

  it("throws where the folder cannot be read", () => {
    expect(() => [...new NodeHost().listFiles("file:///no/such/folder")]).toThrow();
  });

  it.skipIf(process.platform === "win32")("follows no links, not even to a page's folder or file", () => {
    const outside = openArchive({ "secret.md": "x", "README.md": "x" });
    const archive = openArchive({ "kb/263/Q263681/README.md": "x", "kb/264/Q264000/x.png": "x" });
    const link = (target: string, name: string): void => symlinkSync(target, join(archive.path, name));
    link(archive.path, "loop");
    link(outside.path, "outside");
    link(outside.path, "kb/263/Q263699");
    link(join(outside.path, "secret.md"), "secret.md");
    link(join(outside.path, "README.md"), "kb/264/Q264000/README.md");
    link("nowhere", "broken.md");
    expect(readable(archive)).toEqual(["kb/263/Q263681/README.md"]);
  });

  it.skipIf(process.platform === "win32")("does not hang on a pipe", () => {
    const archive = openArchive({ "kb/263/Q263681/x.png": "x" });
    execFileSync("mkfifo", [join(archive.path, "kb/263/Q263681/README.md"), join(archive.path, "pipe.txt")]);
    expect(readable(archive)).toEqual([]);
  });
});

describe("reading", () => {
  const read = (bytes: string | Uint8Array): string | undefined => {
    const archive = openArchive({ "x.txt": bytes });
    return new NodeHost().readText(archive.uriOf("x.txt"));
  };

  it.each([
    ["ASCII", Buffer.from("abc\r\n"), "abc\r\n"],
    ["UTF-8", Buffer.from("\u00e4\u20ac\u{1f600}"), "\u00e4\u20ac\u{1f600}"],
    ["UTF-8 with a byte order mark", Buffer.from("\ufeffabc"), "abc"],
    ["Windows-1252", Buffer.from([0x93, 0x61, 0x94, 0xa0, 0xb7, 0x81, 0x80]), "\u201ca\u201d\u00a0\u00b7\u0081\u20ac"],
    ["nothing", Buffer.from(""), ""],
    ["a binary file", Buffer.from("PK\u0003\u0004\u0000x"), undefined],
    ["UTF-16", Buffer.from("abc", "utf16le"), undefined],
  ])("decodes %s", (_, bytes, text) => {
    expect(read(bytes)).toBe(text);
  });

  it("reads files beyond its buffer, and none beyond the limit", () => {
    expect(read("x".repeat(300_000))).toHaveLength(300_000);
    expect(read("\u00e9".repeat(300_000))).toHaveLength(300_000);
    expect(read("x".repeat(4_000_001))).toBeUndefined();
  });

  it("gives nothing for missing files, folders and other schemes", () => {
    const archive = openArchive({ "folder.txt/x.txt": "x" });
    const host = new NodeHost();
    expect(host.readText(archive.uriOf("missing.txt"))).toBeUndefined();
    expect(host.readText(archive.uriOf("folder.txt"))).toBeUndefined();
    expect(host.serves("vscode-vfs://github/x")).toBe(false);
  });
});
