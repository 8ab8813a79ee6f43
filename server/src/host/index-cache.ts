// The index on disk between two runs: one file a folder, written whole under another name and renamed, so that readers
// in other windows see the old one or the new one. Whatever is wrong with it makes it a miss.
import { createHash, randomBytes } from "node:crypto";
import {
  closeSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { Columns } from "../index/columns.ts";
import { decodeColumns } from "../index/columns-file.ts";
import { pathOf } from "./node-host.ts";

const SUFFIX = ".kbindex";
// Who else keeps something beside it.
const SUFFIXES = [SUFFIX, ".kbcache"];
const DRAFT_SUFFIX = ".draft";
// Larger ones are not ours (an article takes some 120 bytes).
const LARGEST = 1_000_000_000;
// A draft this old (milliseconds) belongs to a process that was killed.
const ABANDONED = 3_600_000;

/** The file that keeps the index of a folder (its URI) in an editor's storage, where those of others stand beside it. */
export function cacheFileIn(storageFolder: string, folder: string): string {
  return join(storageFolder, createHash("sha256").update(folder).digest("hex").slice(0, 32) + SUFFIX);
}

/** The file that keeps the index inside an archive; `kblint index` makes it. */
export function archiveCacheFile(folderPath: string): string {
  return join(folderPath, ".kb", "cache", `index${SUFFIX}`);
}

/**
 * The cache file inside an archive (a `file:` URI); `undefined` where there is no cache folder: without being asked
 * nothing is written into anybody's archive.
 */
export function existingCacheFile(folder: string): string | undefined {
  const file = archiveCacheFile(pathOf(folder));
  return lstatSync(dirname(file), { throwIfNoEntry: false })?.isDirectory() ? file : undefined;
}

/** Columns with the shared memory that they stand in. */
export interface SharedColumns {
  readonly block: SharedArrayBuffer;
  readonly columns: Columns;
}

/** The columns in a file; `undefined` where there are none that this build can trust. */
export function readCache(path: string, build: string): SharedColumns | undefined {
  try {
    const block = readBlock(path);
    const columns = block && decodeColumns(block, build);
    return block && columns && { block, columns };
  } catch {
    return undefined;
  }
}

function readBlock(path: string): SharedArrayBuffer | undefined {
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    if (size > LARGEST) return undefined;
    const block = new SharedArrayBuffer(size);
    const bytes = new Uint8Array(block);
    let length = 0;
    while (length < size) {
      const count = readSync(file, bytes, length, size - length, null);
      if (count === 0) return undefined;
      length += count;
    }
    return block;
  } finally {
    closeSync(file);
  }
}

/** Writes a block to a file, whole or not at all. Throws where it cannot be written. */
export function writeCache(path: string, block: ArrayBufferLike): void {
  mkdirSync(dirname(path), { recursive: true });
  removeAbandoned(dirname(path));
  const draft = `${path}.${process.pid}-${randomBytes(4).toString("hex")}${DRAFT_SUFFIX}`;
  try {
    writeWhole(draft, new Uint8Array(block));
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Has version control leave out the folder of a cache file inside an archive, where nobody has said anything else. */
export function keepOutOfVersionControl(path: string): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(join(folder, ".gitignore"), "*\n", { flag: "wx" });
  } catch {
    // It is there already; or whatever is wrong with the folder shows when the cache itself is written.
  }
}

function writeWhole(path: string, bytes: Uint8Array): void {
  const file = openSync(path, "wx");
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function removeAbandoned(folder: string): void {
  for (const name of readdirSync(folder).filter(isDraft)) {
    const path = join(folder, name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > ABANDONED) rmSync(path, { force: true });
  }
}

function isDraft(name: string): boolean {
  return SUFFIXES.some((suffix) => name.includes(`${suffix}.`)) && name.endsWith(DRAFT_SUFFIX);
}
