// Suppressions from end to end: a baseline silences what is there, not what comes later, and is pruned when it is over.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { TemporaryArchive } from "../harness/temporary-archive.ts";
import { damagedPage, page, pagePath } from "./articles.ts";
import { kblint } from "./kblint.ts";

let archive: TemporaryArchive | undefined;

function open(files: Readonly<Record<string, string>>): TemporaryArchive {
  archive = new TemporaryArchive(files);
  return archive;
}

afterEach(() => archive?.remove());

const ID = "Q990101";
const OTHER = "Q990102";
const FILES = { [pagePath(ID)]: damagedPage({ id: ID }), [pagePath(OTHER)]: damagedPage({ id: OTHER }) };
const FILE = ".kb/suppressions.json";

function read(from: TemporaryArchive): string {
  return readFileSync(join(from.path, FILE), "utf8");
}

describe("baseline", () => {
  test("silences today's findings, wherever their lines move", async () => {
    const kb = open(FILES);
    const folder = kb.path;
    const { code, output } = await kblint(["baseline"], { folder });
    expect({ code, output }).toEqual({ code: 0, output: `${FILE}: 2 accepted (2 added, 0 removed)\n` });
    expect((await kblint(["."], { folder })).code).toBe(0);
    kb.write(pagePath(ID), damagedPage({ id: ID }).replace("\tSUMMARY\n", "\t\n\tSUMMARY\n"));
    expect((await kblint(["."], { folder })).code).toBe(0);
    kb.write(pagePath(ID), damagedPage({ id: ID }).replace("\t================\n", "\t===============\n"));
    const later = await kblint(["."], { folder });
    expect(later.code).toBe(1);
    expect(later.output).toContain("✖ 1 finding (1 error)");
  });

  test("reports entries that match nothing and prunes them", async () => {
    const kb = open(FILES);
    const folder = kb.path;
    await kblint(["baseline"], { folder });
    kb.write(pagePath(ID), page({ id: ID }));
    expect((await kblint(["."], { folder })).errors).toBe(
      `kblint: ${FILE}: 1 entry matches nothing any more; kblint baseline --prune removes them\n`,
    );
    expect((await kblint([pagePath(OTHER)], { folder })).errors).toBe("");
    expect((await kblint(["baseline", "--prune"], { folder })).output).toContain("1 accepted (0 added, 1 removed)");
    expect((await kblint(["."], { folder })).errors).toBe("");
    kb.delete("kb/990/Q990102");
    expect((await kblint(["."], { folder })).errors).toContain("1 entry matches nothing");
  });

  test("a part of the archive leaves the rest of the file alone, reasons too", async () => {
    const kb = open(FILES);
    const folder = kb.path;
    await kblint(["baseline"], { folder });
    kb.write(
      FILE,
      read(kb).replace(/"fingerprint":"\w+"\}\n/, (end) => end.replace("}", ',"reason":"as printed"}')),
    );
    kb.write(pagePath(ID), page({ id: ID }));
    const { output } = await kblint(["baseline", pagePath(ID)], { folder });
    expect(output).toContain("1 accepted (0 added, 1 removed)");
    expect(JSON.parse(read(kb)).suppressions).toMatchObject([{ id: OTHER, reason: "as printed" }]);
    expect(readdirSync(join(folder, ".kb"))).toEqual(["suppressions.json"]);
  });

  test("is written in the same bytes every time, one entry a line", async () => {
    const kb = open(FILES);
    await kblint(["baseline"], { folder: kb.path });
    const first = read(kb);
    await kblint(["baseline"], { folder: kb.path });
    expect(read(kb)).toBe(first);
    expect(first.split("\n").filter((line) => line.includes("fingerprint"))).toHaveLength(2);
    expect(first.indexOf(ID)).toBeLessThan(first.indexOf(OTHER));
  });

  test("stands where the settings say, and is never written over when it is broken", async () => {
    const kb = open({ ...FILES, "kb.config.json": '{ "suppressions": "accepted.json" }', "accepted.json": "{ broken" });
    const { code, errors } = await kblint(["baseline"], { folder: kb.path });
    expect(code).toBe(2);
    expect(errors).toContain("accepted.json:1:3: error:");
    expect(readFileSync(join(kb.path, "accepted.json"), "utf8")).toBe("{ broken");
    expect(existsSync(join(kb.path, FILE))).toBe(false);
  });

  test("writes no file where there is nothing to accept", async () => {
    const kb = open({ [pagePath(ID)]: page({ id: ID }) });
    expect((await kblint(["baseline"], { folder: kb.path })).output).toContain("0 accepted (0 added, 0 removed)");
    expect(existsSync(join(kb.path, FILE))).toBe(false);
  });
});
