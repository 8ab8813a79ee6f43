// An index that an archive brings along: editors in the browser start from it instead of reading every file.
// Files that it does not name are read, files that are gone are forgotten.
import { expect, it } from "vitest";
import { MemoryHost } from "../../src/host/memory-host.ts";
import { ColumnsBuilder } from "../../src/index/columns-builder.ts";
import { encodeColumns } from "../../src/index/columns-file.ts";
import { IndexKeeper } from "../../src/lsp/index-keeper.ts";
import { Pace } from "../../src/lsp/pace.ts";
import { summaryOf } from "../../src/lsp/scan.ts";
import { PORTABLE_INDEX, SlicedIndexer } from "../../src/lsp/sliced-indexer.ts";
import { page, pagePath } from "../harness/articles.ts";

const FOLDER = "test:/archive";
const IDS = ["Q900100", "Q900200", "Q900300"];
const SILENT = { info: () => {}, warn: () => {}, error: () => {} };
const LISTENER = { onBegin: () => {}, onProgress: () => {}, onReady: () => {}, onChange: () => {} };

function uriOf(id: string): string {
  return `${FOLDER}/${pagePath(id)}`;
}

function archive(): MemoryHost {
  return new MemoryHost(IDS.map((id) => [uriOf(id), page({ id, more: "See Q900100." })] as const));
}

function portable(ids: readonly string[], build = "build"): Uint8Array {
  const builder = new ColumnsBuilder();
  for (const id of ids) builder.add(pagePath(id), summaryOf(page({ id, more: "See Q900100." })));
  return new Uint8Array(encodeColumns(builder.finish(), build, (bytes) => new ArrayBuffer(bytes)));
}

async function openWith(host: MemoryHost, index: Uint8Array): Promise<{ keeper: IndexKeeper; reads: number }> {
  host.files.set(`${FOLDER}/${PORTABLE_INDEX}`, index);
  const pace = new Pace(() => new Promise((resolve) => setImmediate(resolve)));
  const indexer = new SlicedIndexer(host, pace, "build");
  const keeper = new IndexKeeper({ host, pace, log: SILENT, listener: LISTENER, indexer, quiet: 0 });
  keeper.addFolders([FOLDER]);
  await keeper.idle();
  // The index itself is one of the files that were read.
  return { keeper, reads: host.calls.reads - 1 };
}

it("is used without reading a single article", async () => {
  const { keeper, reads } = await openWith(archive(), portable(IDS));
  expect(reads).toBe(0);
  expect(keeper.index.citing("Q900100").map(({ entry }) => entry.uri)).toEqual(IDS.map(uriOf));
});

it("is completed by the files that it does not name, and freed of those that are gone", async () => {
  const { keeper, reads } = await openWith(archive(), portable(["Q900100", "Q900300", "Q900900"]));
  expect(reads).toBe(1);
  expect(keeper.index.size).toBe(3);
  expect(keeper.index.find("Q900900")).toEqual([]);
  expect(keeper.index.find("Q900200").map(({ uri }) => uri)).toEqual([uriOf("Q900200")]);
});

it("of another version is passed over", async () => {
  const { keeper, reads } = await openWith(archive(), portable(IDS, "older"));
  expect(reads).toBe(3);
  expect(keeper.index.size).toBe(3);
});
