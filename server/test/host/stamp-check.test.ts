// The second thread that looks at files' status: it says of each file what the first thread would say.
import { lstatSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { FileState, startStampCheck } from "../../src/host/stamp-check.ts";
import { ColumnsBuilder, type Stamp } from "../../src/index/columns-builder.ts";
import { encodeColumns } from "../../src/index/columns-file.ts";
import { bundleOnce } from "../harness/bundle.ts";
import { openArchive } from "../harness/temporary-archive.ts";

const NAMES = ["same.md", "changed.md", "gone.md", "link.md", "a b%.md", "last.md"];
// Two fifths of all.
const OTHERS = NAMES.slice(0, 4);

it.skipIf(process.platform === "win32")("tells unchanged, changed and missing files apart", async () => {
  const archive = openArchive(Object.fromEntries(NAMES.map((name) => [name, `text of ${name}`])));
  const builder = new ColumnsBuilder();
  // The first rows are another thread's share.
  for (const name of OTHERS) builder.add(`first/${name}`, undefined);
  for (const name of NAMES) builder.add(encodeURIComponent(name), undefined, stampOf(join(archive.path, name)));
  const block = encodeColumns(builder.finish(), "build", (bytes) => new SharedArrayBuffer(bytes));
  archive.write("changed.md", "another text");
  archive.delete("gone.md");
  rmSync(join(archive.path, "link.md"));
  symlinkSync(join(archive.path, "last.md"), join(archive.path, "link.md"));

  const program = await bundleOnce("main.index-worker.ts", "kb-index-worker.js");
  const check = startStampCheck(program, archive.path, block, NAMES.length + OTHERS.length);

  expect(check.from).toBe(OTHERS.length);
  const { same, changed, gone } = FileState;
  expect([...(check.states() ?? [])]).toEqual([same, changed, gone, gone, same, same]);
});

function stampOf(path: string): Stamp {
  const { mtimeMs, ctimeMs, size } = lstatSync(path);
  return [mtimeMs, ctimeMs, size];
}
