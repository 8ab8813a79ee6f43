// The file that keeps findings between runs: a header that says who wrote it, then entries.
// What is damaged, cut off, foreign or of another program is as good as no file.
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { DIGEST_BYTES, digestAt, digestOf } from "./digest.ts";
import { placesOf, StoredEntry } from "./entry.ts";
import { PathTable } from "./path-table.ts";

/** Raised whenever the layout changes. */
const FORMAT = 1;
const PLACE_BYTES = 4;
// Who wrote it, and the digest of all that follows.
const HEADER = DIGEST_BYTES * 2;
// Places are numbers of 32 bits; and an article takes some 200 bytes.
const LARGEST = 1_000_000_000;

/** Entries in memory that threads share. */
export interface SharedEntries {
  readonly file: SharedArrayBuffer;
  /** A {@link PathTable} of their places. */
  readonly places: SharedArrayBuffer;
  readonly count: number;
}

/** The file that keeps findings inside an archive. */
export function findingsFile(root: string): string {
  return join(root, ".kb", "cache", "findings.kbcache");
}

/** The entries in a file; `undefined` where there are none that this program can trust. */
export function readEntries(path: string, writer: string): SharedEntries | undefined {
  try {
    const file = readShared(path);
    const places = file && placesIn(Buffer.from(file), writer);
    return file && places && { file, places: tableOf(places, Buffer.from(file)), count: places.length };
  } catch {
    return undefined;
  }
}

/** A file's bytes for so many entries. */
export function encodeFile(entries: readonly Uint8Array[], writer: string): Uint8Array<ArrayBuffer> {
  const length = entries.reduce((sum, entry) => sum + entry.length, HEADER);
  const bytes = Buffer.from(new ArrayBuffer(length));
  let at = HEADER;
  for (const entry of entries) {
    bytes.set(entry, at);
    at += entry.length;
  }
  bytes.write(writerMark(writer), 0, "latin1");
  bytes.write(digestOf(bytes.subarray(HEADER)), DIGEST_BYTES, "latin1");
  return bytes;
}

/** Finds entries by their paths. */
export class EntriesByPath {
  readonly #bytes: Buffer;
  readonly #places: PathTable;

  constructor({ file, places }: SharedEntries) {
    this.#bytes = Buffer.from(file);
    this.#places = new PathTable(places, PLACE_BYTES);
  }

  /** The entry of a file. */
  get(path: string): StoredEntry | undefined {
    const at = this.#places.get(path, (bytes, place) => bytes.readUInt32LE(place));
    return at === undefined ? undefined : new StoredEntry(this.#bytes, at);
  }

  /** The size of all entries together. */
  get length(): number {
    return this.#bytes.length - HEADER;
  }

  /** The entries that pass a test, neighbours in one piece: of an archive with few changes these are few. */
  *select(test: (entry: StoredEntry) => boolean): Generator<Uint8Array> {
    let from = HEADER;
    for (const at of placesOf(this.#bytes, HEADER) ?? []) {
      const entry = new StoredEntry(this.#bytes, at);
      if (test(entry)) continue;
      if (from < at) yield this.#bytes.subarray(from, at);
      from = at + entry.length;
    }
    if (from < this.#bytes.length) yield this.#bytes.subarray(from);
  }
}

function writerMark(writer: string): string {
  return digestOf(`kblint findings ${FORMAT} ${writer}`);
}

function placesIn(bytes: Buffer, writer: string): number[] | undefined {
  if (bytes.length < HEADER || digestAt(bytes, 0) !== writerMark(writer)) return undefined;
  if (digestAt(bytes, DIGEST_BYTES) !== digestOf(bytes.subarray(HEADER))) return undefined;
  return placesOf(bytes, HEADER);
}

function tableOf(places: readonly number[], bytes: Buffer): SharedArrayBuffer {
  const table = PathTable.of(places.length, PLACE_BYTES);
  for (const at of places) {
    table.set(new StoredEntry(bytes, at).path, (row, place) => void row.writeUInt32LE(at, place));
  }
  return table.block;
}

function readShared(path: string): SharedArrayBuffer | undefined {
  const file = openSync(path, "r");
  try {
    const stat = fstatSync(file);
    if (!stat.isFile() || stat.size > LARGEST) return undefined;
    const block = new SharedArrayBuffer(stat.size);
    const bytes = Buffer.from(block);
    let length = 0;
    while (length < bytes.length) {
      const count = readSync(file, bytes, length, bytes.length - length, null);
      if (count === 0) return undefined;
      length += count;
    }
    return block;
  } finally {
    closeSync(file);
  }
}
