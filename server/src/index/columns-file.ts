// Columns as bytes and back: one block with a header, each column at a multiple of eight bytes.
// Reading makes views, no copies. What is damaged, cut off or of another version gives `undefined`: a miss, never a guess.
import { type Columns, STAMP_SIZE } from "./columns.ts";
import type { TextPool } from "./text-pool.ts";

type Column = Uint8Array | Uint32Array | Float64Array;

/** Raised whenever the layout changes. */
const FORMAT = 1;
// "KBIX", as bytes of a little-endian number; on a machine of the other order the file is a miss.
const MAGIC = 0x5849424b;
const COLUMNS = 20;
/** Magic, format, build (2), content (2), length (2), then offset and length of each column. */
const HEADER = 8 + COLUMNS * 2;
const ALIGNMENT = 8;
const TWO_32 = 2 ** 32;

function columnsOf(columns: Columns): Column[] {
  const { paths, titles, words } = columns;
  return [
    paths.bytes,
    paths.starts,
    columns.numbers,
    columns.containers,
    titles.bytes,
    titles.starts,
    columns.products,
    columns.stamps,
    columns.citationStarts,
    columns.cited,
    columns.lines,
    columns.characters,
    columns.lengths,
    columns.sections,
    words.bytes,
    words.starts,
    columns.byPath,
    columns.byNumber,
    columns.byTitle,
    columns.byCited,
  ];
}

/**
 * The columns as one block. `build` names the program that made them; another one will not read them.
 * `allocate` makes the memory for so many bytes: shared memory lets threads use it without a copy.
 */
export function encodeColumns<Block extends ArrayBufferLike>(
  columns: Columns,
  build: string,
  allocate: (bytes: number) => Block,
): Block {
  const parts = columnsOf(columns);
  const offsets: number[] = [];
  let size = HEADER * 4;
  for (const part of parts) {
    size = Math.ceil(size / ALIGNMENT) * ALIGNMENT;
    offsets.push(size);
    size += part.byteLength;
  }
  size = Math.ceil(size / ALIGNMENT) * ALIGNMENT;
  const block = allocate(size);
  for (const [at, part] of parts.entries()) {
    const bytes = new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
    new Uint8Array(block, offsets[at], part.byteLength).set(bytes);
  }
  writeHeader(
    new Uint32Array(block),
    build,
    parts.flatMap((part, at) => [offsets[at] ?? 0, part.length]),
  );
  return block;
}

function writeHeader(block: Uint32Array, build: string, places: readonly number[]): void {
  const bytes = block.length * 4;
  block.set([MAGIC, FORMAT, ...hashText(build), 0, 0, Math.floor(bytes / TWO_32), bytes % TWO_32, ...places]);
  block.set(hashContent(block), 4);
}

/** The columns in a block; `undefined` where it is damaged or was made by another build. */
export function decodeColumns(block: ArrayBufferLike, build: string): Columns | undefined {
  if (block.byteLength < HEADER * 4 || block.byteLength % ALIGNMENT !== 0) return undefined;
  const words = new Uint32Array(block);
  if (!isSound(words, build)) return undefined;
  const columns = viewsOf(block, words);
  return columns && isConsistent(columns) ? columns : undefined;
}

/** The columns in a block of this run's own making, which is trusted. Throws where it is none. */
export function viewColumns(block: ArrayBufferLike): Columns {
  const columns = viewsOf(block, new Uint32Array(block));
  if (!columns) throw new RangeError("this block holds no columns");
  return columns;
}

function isSound(block: Uint32Array, build: string): boolean {
  const [magic, format, build1, build2, content1, content2, high = 0, low = 0] = block;
  if (magic !== MAGIC || format !== FORMAT || high * TWO_32 + low !== block.length * 4) return false;
  const [expected1, expected2] = hashText(build);
  if (build1 !== expected1 || build2 !== expected2) return false;
  const [actual1, actual2] = hashContent(block);
  return content1 === actual1 && content2 === actual2;
}

function viewsOf(block: ArrayBufferLike, header: Uint32Array): Columns | undefined {
  const at = (column: number): [ArrayBufferLike, number, number] => [
    block,
    header[8 + column * 2] ?? 0,
    header[9 + column * 2] ?? 0,
  ];
  const bytes = (column: number): Uint8Array => new Uint8Array(...at(column));
  const numbers = (column: number): Uint32Array => new Uint32Array(...at(column));
  const pool = (column: number): TextPool => ({ bytes: bytes(column), starts: numbers(column + 1) });
  try {
    return {
      paths: pool(0),
      numbers: numbers(2),
      containers: bytes(3),
      titles: pool(4),
      products: numbers(6),
      stamps: new Float64Array(...at(7)),
      citationStarts: numbers(8),
      cited: numbers(9),
      lines: numbers(10),
      characters: numbers(11),
      lengths: bytes(12),
      sections: numbers(13),
      words: pool(14),
      byPath: numbers(16),
      byNumber: numbers(17),
      byTitle: numbers(18),
      byCited: numbers(19),
    };
  } catch {
    // A place outside the block.
    return undefined;
  }
}

// The hash speaks for the bytes; this speaks for a program that wrote something else under the same name.
function isConsistent(columns: Columns): boolean {
  const files = columns.numbers.length;
  const citations = columns.cited.length;
  const { paths, titles, words, citationStarts, stamps } = columns;
  const perFile = [columns.containers, columns.products, columns.byPath, columns.byNumber, columns.byTitle];
  const perCitation = [columns.lines, columns.characters, columns.lengths, columns.sections, columns.byCited];
  return (
    perFile.every((column) => column.length === files) &&
    perCitation.every((column) => column.length === citations) &&
    stamps.length === files * STAMP_SIZE &&
    rises(paths.starts, files, paths.bytes.length) &&
    rises(titles.starts, files, titles.bytes.length) &&
    rises(words.starts, words.starts.length - 1, words.bytes.length) &&
    rises(citationStarts, files, citations) &&
    [columns.byPath, columns.byNumber, columns.byTitle].every((order) => order.every((row) => row < files)) &&
    columns.byCited.every((row) => row < citations)
  );
}

function rises(starts: Uint32Array, count: number, end: number): boolean {
  if (starts.length !== count + 1 || starts[0] !== 0 || starts[count] !== end) return false;
  for (let at = 0; at < count; at++) if ((starts[at] ?? 0) > (starts[at + 1] ?? 0)) return false;
  return true;
}

// Two sums over whole words, everything but themselves: fast enough to check a large index at each start.
function hashContent(block: Uint32Array): [number, number] {
  let first = 0x811c9dc5;
  let second = 0x9e3779b9;
  for (let at = 6; at < block.length; at++) {
    const word = block[at] ?? 0;
    first = Math.imul(first ^ word, 0x01000193);
    second = Math.imul(second + word, 0x85ebca6b);
    second ^= second >>> 15;
  }
  return [first >>> 0, second >>> 0];
}

function hashText(text: string): [number, number] {
  return hashContent(Uint32Array.from([0, 0, 0, 0, 0, 0, ...Array.from(text, (character) => character.charCodeAt(0))]));
}
