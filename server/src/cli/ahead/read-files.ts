// What the reading thread does: files into batches, in the order in which they will be asked for.
// Whatever is special about a file (an error, a link, its size) is left to the thread that asks: it reads by itself.
import { closeSync, openSync, readSync } from "node:fs";
import { join } from "../files/paths.ts";
import { UNLINKED } from "../files/read-text.ts";
import { aligned } from "../files/text-buffer.ts";
import { Batch, MOST_FILES, NOT_READ } from "./batch.ts";

/** What is to be read. */
export interface ReadTask {
  readonly root: string;
  /** Relative to the root. */
  readonly paths: readonly string[];
  readonly batches: readonly SharedArrayBuffer[];
}

/** Reads all files; waits whenever nobody has taken those read before. */
export function readFiles({ root, paths, batches }: ReadTask): void {
  const ring = batches.map((memory) => new Batch(memory));
  let next = 0;
  for (let turn = 0; next < paths.length; turn++) {
    const batch = ring[turn % ring.length];
    if (!batch) return;
    batch.awaitEmpty();
    next += readBatch(batch, root, paths.slice(next, next + MOST_FILES));
    batch.fill();
  }
}

function readBatch(batch: Batch, root: string, paths: readonly string[]): number {
  const { buffer } = batch;
  let end = 0;
  let feeds = 0;
  let count = 0;
  for (const path of paths) {
    const room = buffer.size - end;
    const length = readFile(join(root, path), buffer.bytes, end);
    // What does not fit is the next batch's first, where it has all the room there is.
    if (length === room && count > 0) break;
    if (length < 0 || length === room) batch.note(count++, NOT_READ);
    else {
      const kind = buffer.kindOf(end, length, feeds);
      batch.note(count++, length, kind, buffer.noted);
      end = aligned(end + length);
      feeds += Math.max(0, buffer.noted);
    }
  }
  batch.count = count;
  return count;
}

function readFile(path: string, into: Buffer, at: number): number {
  try {
    const file = openSync(path, UNLINKED);
    try {
      return readSync(file, into, at, into.length - at, null);
    } finally {
      closeSync(file);
    }
  } catch {
    return NOT_READ;
  }
}
