// Reads an archive's folder into columns for a command: what `kblint index` kept holds where files are unchanged, the
// rest is read. The progress counts the articles, and nothing is written.
import type { FolderContent, ScanProgress } from "../host/folder-indexer.ts";
import { FolderReader } from "../host/folder-reader.ts";
import { archiveCacheFile, readCache } from "../host/index-cache.ts";
import { rootUri } from "../host/uris.ts";
import type { Columns } from "../index/columns.ts";
import type { Environment } from "./environment.ts";
import { type Progress, runSteps } from "./progress.ts";
import { BUILD } from "./version.ts";

/** What a folder holds, and what it took to find out. */
export interface FolderReading extends FolderContent {
  /** What was kept of it; `undefined` where there is nothing that this version can read. */
  readonly known: Columns | undefined;
  readonly filesRead: number;
}

/** Reads the folder of an archive. */
export async function readFolder(root: string, { progress }: Environment): Promise<FolderReading> {
  const known = readCache(archiveCacheFile(root), BUILD)?.columns;
  const reader = new FolderReader(rootUri(root), known);
  const read: { content?: FolderContent } = {};
  const steps = function* (): Generator<ScanProgress> {
    read.content = yield* reader.read();
  };
  progress.stage("Reading articles:");
  await runSteps(counted(steps(), progress), progress);
  progress.clear();
  if (!read.content) throw new Error("the reader ended without a result");
  return { ...read.content, known, filesRead: reader.filesRead };
}

function* counted(steps: Iterable<ScanProgress>, progress: Progress): Generator<void> {
  for (const { done, total } of steps) {
    progress.stage("Reading articles:", total);
    progress.step(done);
    yield;
  }
}
