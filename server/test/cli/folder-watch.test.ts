// The ways to watch a folder, each by itself: every one tells files that come, change and go, and leaves hidden ones out.
// The watch over a whole tree is meant for other systems, but Node can do it here well enough to be tested.
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { type FolderWatch, type WatchOptions, watchFolder } from "../../src/cli/watch/folder-watch.ts";
import { NativeWatch } from "../../src/cli/watch/native-watch.ts";
import { PollingWatch } from "../../src/cli/watch/polling-watch.ts";
import { TreeWatch } from "../../src/cli/watch/tree-watch.ts";
import { TemporaryArchive } from "../harness/temporary-archive.ts";

let archive: TemporaryArchive | undefined;
let folderWatch: FolderWatch | undefined;
afterEach(() => {
  folderWatch?.close();
  archive?.remove();
});

const WAYS: readonly [name: string, start: (options: WatchOptions) => FolderWatch | Promise<FolderWatch>][] = [
  ["one watch over the tree", (options) => NativeWatch.start(options)],
  ["a watch for each folder", (options) => TreeWatch.start(options)],
  ["looking every now and then", (options) => PollingWatch.start(options, 20)],
  ["what fits the system", (options) => watchFolder(options, undefined)],
];

test.each(WAYS)("%s", async (_name, start) => {
  const files = new TemporaryArchive({
    "kb/990/Q990101/README.md": "a",
    ".kb/suppressions.json": "{}",
    "old/a.md": "a",
  });
  archive = files;
  const changes = new Set<string>();
  const lost: string[] = [];
  folderWatch = await start({
    root: files.path,
    shallow: false,
    changed: (path) => changes.add(path),
    lost: (reason) => lost.push(reason),
  });
  const told = async (path: string, act: () => void): Promise<void> => {
    changes.clear();
    act();
    for (let tries = 0; tries < 300 && !changes.has(path); tries++) await pause(10);
    expect([...changes]).toContain(path);
  };
  await pause(100);
  await told("kb/990/Q990101/README.md", () => files.write("kb/990/Q990101/README.md", "abc"));
  await told("kb/991/Q991000/README.md", () => files.write("kb/991/Q991000/README.md", "new"));
  await told("kb/991/Q991000/README.md", () => files.write("kb/991/Q991000/README.md", "changed"));
  await told("kb.config.json", () => files.write("kb.config.json", "{}"));
  await told(".kb/suppressions.json", () => files.write(".kb/suppressions.json", "{ }"));
  await told("old/a.md", () => files.delete("old/a.md"));
  changes.clear();
  files.write(".git/objects/a.md", "hidden");
  files.write("node_modules/a/README.md", "installed");
  await pause(200);
  expect([...changes].filter((path) => path.endsWith(".md"))).toEqual([]);
  expect(lost).toEqual([]);
});

test("a folder that cannot be watched is said to be lost", async () => {
  const lost: string[] = [];
  folderWatch = NativeWatch.start({
    root: "/nowhere/at/all",
    shallow: true,
    changed: () => undefined,
    lost: (reason) => lost.push(reason),
  });
  await pause(50);
  expect(lost).toEqual(["no such file or folder"]);
});
