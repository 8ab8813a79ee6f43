// Replacing a file where somebody else is at work too: theirs is never lost, and no draft stays behind.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isAbandonedDraft, replaceFile } from "../../src/cli/files/replace-file.ts";
import { openArchive } from "../harness/temporary-archive.ts";

const FILES = { "a.md": "old" };

describe("replaceFile", () => {
  test("replaces what is still what was read", () => {
    const archive = openArchive(FILES);
    const file = join(archive.path, "a.md");
    replaceFile(file, Buffer.from("new"), (bytes) => Buffer.from(bytes).toString() === "old");
    expect(readFileSync(file, "utf8")).toBe("new");
    expect(readdirSync(archive.path)).toEqual(["a.md"]);
  });

  test("leaves alone what somebody changed meanwhile", () => {
    const archive = openArchive(FILES);
    const file = join(archive.path, "a.md");
    expect(() => replaceFile(file, Buffer.from("new"), () => false)).toThrow("changed by another program meanwhile");
    expect(readFileSync(file, "utf8")).toBe("old");
    expect(readdirSync(archive.path)).toEqual(["a.md"]);
  });

  test("says why a file that is gone cannot be written, and does not bring it back", () => {
    const archive = openArchive(FILES);
    const file = join(archive.path, "b.md");
    expect(() => replaceFile(file, Buffer.from("new"), () => true)).toThrow("no such file");
    expect(readdirSync(archive.path)).toEqual(["a.md"]);
  });

  test("a draft is abandoned when its process is over", () => {
    expect(isAbandonedDraft(`.kblint-${process.pid}-abc.tmp`)).toBe(true);
    expect(isAbandonedDraft(`.kblint-${process.ppid}-abc.tmp`)).toBe(false);
    expect(isAbandonedDraft(".kblint-2000000000-abc.tmp")).toBe(true);
    expect(isAbandonedDraft(".kblint-0-abc.tmp")).toBe(false);
    expect(isAbandonedDraft("kblint.tmp")).toBe(false);
  });
});
