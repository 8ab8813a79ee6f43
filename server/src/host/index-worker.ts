// What the index worker and the server say to each other, and the worker's own side of it.
// The worker reads one folder, hands over shared memory, and ends: what it needed for parsing goes with it.
import { finish } from "../base/steps.ts";
import { encodeColumns, viewColumns } from "../index/columns-file.ts";
import type { FolderContent, ScanProgress } from "./folder-indexer.ts";
import { FolderReader } from "./folder-reader.ts";
import { readCache, type SharedColumns, writeCache } from "./index-cache.ts";
import { pathOf } from "./node-host.ts";
import { startStampCheck } from "./stamp-check.ts";

/** What a worker is to do. */
export interface IndexTask {
  /** The folder's `file:` URI. */
  readonly folder: string;
  /** The program's name for its own version: columns of another one are not read. */
  readonly build: string;
  /** The file in which the index is kept between two runs. */
  readonly cacheFile: string | undefined;
  /** What was read of the folder earlier in this run. */
  readonly known: SharedArrayBuffer | undefined;
}

/** What a worker says. */
export type IndexMessage =
  | { readonly kind: "known"; readonly block: SharedArrayBuffer }
  | { readonly kind: "progress"; readonly progress: ScanProgress }
  | { readonly kind: "content"; readonly block: SharedArrayBuffer; readonly configs: readonly string[] }
  | { readonly kind: "warning"; readonly message: string }
  | { readonly kind: "failed"; readonly message: string };

// Starting a thread takes as long as looking at so many files.
const WORTH_TWO_THREADS = 10_000;
// Milliseconds between two reports of progress: each one is a message to the thread that serves typing.
const INTERVAL = 100;

/**
 * Reads a folder and tells what is found, best first: what was known, then what is there. `program` is a worker that
 * can look at part of the known files meanwhile.
 */
export function runIndexTask(task: IndexTask, send: (message: IndexMessage) => void, program?: string): void {
  const { cacheFile } = task;
  const known = knownColumns(task);
  if (known) send({ kind: "known", block: known.block });
  const rows = known?.columns.numbers.length ?? 0;
  const helps = program !== undefined && known !== undefined && rows >= WORTH_TWO_THREADS;
  const check = helps ? startStampCheck(program, pathOf(task.folder), known.block, rows) : undefined;
  const reader = new FolderReader(task.folder, known?.columns, check);
  const report = seldom((progress) => send({ kind: "progress", progress }));
  const content = finish(reader.read(), report);
  const block = shared(content, known, task.build);
  send({ kind: "content", block, configs: content.configs });
  if (cacheFile !== undefined && (block !== known?.block || task.known)) keep(cacheFile, block, send);
}

function seldom(report: (progress: ScanProgress) => void): (progress: ScanProgress) => void {
  let last = 0;
  return (progress) => {
    const now = performance.now();
    if (now - last < INTERVAL) return;
    last = now;
    report(progress);
  };
}

function knownColumns({ known, build, cacheFile }: IndexTask): SharedColumns | undefined {
  if (known) return { block: known, columns: viewColumns(known) };
  return cacheFile === undefined ? undefined : readCache(cacheFile, build);
}

function shared({ columns }: FolderContent, known: SharedColumns | undefined, build: string): SharedArrayBuffer {
  if (known && columns === known.columns) return known.block;
  return encodeColumns(columns, build, (bytes) => new SharedArrayBuffer(bytes));
}

function keep(cacheFile: string, block: SharedArrayBuffer, send: (message: IndexMessage) => void): void {
  try {
    writeCache(cacheFile, block);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    send({ kind: "warning", message: `the index cannot be kept for the next start: ${reason}` });
  }
}
