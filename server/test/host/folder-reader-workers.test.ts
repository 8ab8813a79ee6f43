// Folders read by workers: several at once, of one folder or of many, with one file for the index between two runs.
// Every one gives what the files say, whatever the others do.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { FolderContent, FolderListener } from "../../src/host/folder-indexer.ts";
import { readCache } from "../../src/host/index-cache.ts";
import { WorkerIndexer } from "../../src/host/worker-indexer.ts";
import { ArticleStore } from "../../src/index/article-store.ts";
import type { Columns } from "../../src/index/columns.ts";
import { page, pagePath } from "../harness/articles.ts";
import { bundleOnce } from "../harness/bundle.ts";
import { openArchive } from "../harness/temporary-archive.ts";

const BUILD = "test";
const IDS = Array.from({ length: 300 }, (_, at) => `Q9${String(at).padStart(5, "0")}`);

class Desk {
  readonly storage = openArchive();
  readonly archive = openArchive(Object.fromEntries(IDS.map((id) => [pagePath(id), page({ id })])));
  readonly cacheFile = join(this.storage.path, "archive.kbindex");
  readonly warnings: string[] = [];
  readonly known: Columns[] = [];
  readonly listener: FolderListener = {
    onProgress: () => {},
    onKnown: (columns) => this.known.push(columns),
  };

  async indexer(program?: string): Promise<WorkerIndexer> {
    return new WorkerIndexer({
      program: program ?? (await bundleOnce("main.index-worker.ts", "kb-index-worker.js")),
      build: BUILD,
      cacheFile: () => this.cacheFile,
      warn: (message) => this.warnings.push(message),
    });
  }

  read(indexer: WorkerIndexer, folder = this.archive.uri): Promise<FolderContent> {
    return indexer.index(folder, this.listener);
  }

  idsOf({ columns }: FolderContent): string[] {
    const store = new ArticleStore(this.archive.uri, columns);
    return [...store.rows()].map((row) => store.idAt(row)).sort();
  }

  // The file is written after the content is handed over.
  async kept(): Promise<void> {
    await expect.poll(() => readCache(this.cacheFile, BUILD) !== undefined, { timeout: 5000 }).toBe(true);
  }
}

describe("workers", () => {
  it("of one server read one folder at once", async () => {
    const desk = new Desk();
    const indexer = await desk.indexer();
    for (const content of await Promise.all([1, 2, 3].map(() => desk.read(indexer)))) {
      expect(desk.idsOf(content)).toEqual(IDS);
    }
    expect(desk.warnings).toEqual([]);
  });

  it("of several servers read one folder at once, and keep one sound index without leaving drafts", async () => {
    const desk = new Desk();
    const indexers = await Promise.all([1, 2, 3, 4].map(() => desk.indexer()));
    for (const content of await Promise.all(indexers.map((indexer) => desk.read(indexer)))) {
      expect(desk.idsOf(content)).toEqual(IDS);
    }
    await desk.kept();
    await expect.poll(() => readdirSync(desk.storage.path), { timeout: 5000 }).toEqual(["archive.kbindex"]);
    expect(desk.warnings).toEqual([]);
  });

  it("read several folders at once", async () => {
    const [one, two] = [new Desk(), new Desk()];
    two.archive.delete("kb/900");
    const indexer = await one.indexer();
    const [first, second] = await Promise.all([one.read(indexer), one.read(indexer, two.archive.uri)]);
    expect(one.idsOf(first)).toEqual(IDS);
    expect(one.idsOf(second)).toEqual([]);
  });

  it("read while files change, and the next one is right", async () => {
    const desk = new Desk();
    const indexer = await desk.indexer();
    const reading = desk.read(indexer);
    for (const id of IDS.slice(0, 50)) desk.archive.delete(`kb/900/${id}`);
    await reading;
    expect(desk.idsOf(await desk.read(indexer))).toEqual(IDS.slice(50));
  });
});

describe("what was known", () => {
  it("is told first, and holds no longer than the files say", async () => {
    const desk = new Desk();
    await desk.read(await desk.indexer());
    await desk.kept();
    desk.archive.delete(`kb/900/${IDS[0]}`);
    const content = await desk.read(await desk.indexer());
    expect(desk.known).toHaveLength(1);
    expect(desk.idsOf({ columns: desk.known[0] ?? content.columns, configs: [] })).toEqual(IDS);
    expect(desk.idsOf(content)).toEqual(IDS.slice(1));
  });

  it("of another build or of a damaged file is not told at all", async () => {
    const desk = new Desk();
    await desk.read(await desk.indexer());
    await desk.kept();
    expect(readCache(desk.cacheFile, "another")).toBeUndefined();
    const bytes = readFileSync(desk.cacheFile);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0xff;
    writeFileSync(desk.cacheFile, bytes);
    expect(desk.idsOf(await desk.read(await desk.indexer()))).toEqual(IDS);
    expect(desk.known).toEqual([]);
  });
});

describe("what goes wrong", () => {
  it("is a rejection where the folder is not there", async () => {
    const desk = new Desk();
    const indexer = await desk.indexer();
    await expect(desk.read(indexer, desk.archive.uriOf("nowhere"))).rejects.toThrow(/nowhere/);
    expect(desk.idsOf(await desk.read(indexer))).toEqual(IDS);
  });

  it("is a rejection where the worker ends early, throws, or says nonsense", async () => {
    const desk = new Desk();
    const programs = {
      ends: "process.exit(0)",
      throws: "throw new Error('broken')",
      lies: "require('node:worker_threads').parentPort.postMessage({ kind: 'content', block: new SharedArrayBuffer(9), configs: [] })",
    };
    for (const [name, text] of Object.entries(programs)) {
      const program = join(desk.storage.path, `${name}.cjs`);
      writeFileSync(program, text);
      await expect(desk.read(await desk.indexer(program)), name).rejects.toThrow();
    }
  });

  it("is a warning where the index cannot be kept", async () => {
    const desk = new Desk();
    writeFileSync(join(desk.storage.path, "file"), "");
    const indexer = new WorkerIndexer({
      program: await bundleOnce("main.index-worker.ts", "kb-index-worker.js"),
      build: BUILD,
      cacheFile: () => join(desk.storage.path, "file", "archive.kbindex"),
      warn: (message) => desk.warnings.push(message),
    });
    expect(desk.idsOf(await desk.read(indexer))).toEqual(IDS);
    await expect.poll(() => desk.warnings.length, { timeout: 5000 }).toBe(1);
    expect(desk.warnings[0]).toContain("cannot be kept");
  });
});
