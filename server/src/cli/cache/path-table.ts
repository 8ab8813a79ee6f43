// A value of a few bytes for each path, in one block of memory that threads share without a copy.
// Paths are told apart by 64 bits; of two that share them neither is known, so that no path has another one's value.

// Of a row: two numbers for the path, whether it is taken, then the value.
const HEAD = 12;
const FREE = 0;
const TAKEN = 1;
const DOUBTFUL = 2;
// Rows for each path, so that chains stay short.
const ROOM = 2;

/** A table from paths to values of one size. */
export class PathTable {
  readonly block: SharedArrayBuffer;
  readonly #bytes: Buffer;
  readonly #rowSize: number;
  readonly #rows: number;

  /** The table in a block that another one made; `valueSize` is a multiple of four bytes. */
  constructor(block: SharedArrayBuffer, valueSize: number) {
    this.block = block;
    this.#bytes = Buffer.from(block);
    this.#rowSize = HEAD + valueSize;
    this.#rows = Math.floor(block.byteLength / this.#rowSize);
  }

  /** An empty table for so many paths. */
  static of(paths: number, valueSize: number): PathTable {
    return new PathTable(new SharedArrayBuffer((paths * ROOM + 1) * (HEAD + valueSize)), valueSize);
  }

  /** Gives a path its value. */
  set(path: string, write: (bytes: Buffer, at: number) => void): void {
    const row = this.#find(path);
    if (this.#state(row) === FREE) {
      this.#bytes.writeUInt32LE(first, row);
      this.#bytes.writeUInt32LE(second, row + 4);
      this.#bytes.writeUInt32LE(TAKEN, row + 8);
      write(this.#bytes, row + HEAD);
    } else this.#bytes.writeUInt32LE(DOUBTFUL, row + 8);
  }

  /** Reads a path's value; `undefined` where it has none. */
  get<T>(path: string, read: (bytes: Buffer, at: number) => T): T | undefined {
    if (this.#rows === 0) return undefined;
    const row = this.#find(path);
    return this.#state(row) === TAKEN ? read(this.#bytes, row + HEAD) : undefined;
  }

  #state(row: number): number {
    return this.#bytes.readUInt32LE(row + 8);
  }

  // The row of a path, or the free one that is its own.
  #find(path: string): number {
    mark(path);
    for (let at = first % this.#rows; ; at = (at + 1) % this.#rows) {
      const row = at * this.#rowSize;
      if (this.#state(row) === FREE) return row;
      if (this.#bytes.readUInt32LE(row) === first && this.#bytes.readUInt32LE(row + 4) === second) return row;
    }
  }
}

// The path that was asked for last, as two numbers.
let first = 0;
let second = 0;

function mark(path: string): void {
  let one = 0x811c9dc5;
  let other = 0x9e3779b9;
  for (let at = 0; at < path.length; at++) {
    const unit = path.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other + unit, 0x85ebca6b);
    other ^= other >>> 13;
  }
  first = (one ^ (one >>> 15)) >>> 0;
  second = other >>> 0;
}
