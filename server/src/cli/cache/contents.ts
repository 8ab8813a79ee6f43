// What every article's file says, as digests by path: taken when the archive is learned, for whoever asks later.
// Each thread fills a table of its own for the files that it learns; then all threads look into all tables.
import { DIGEST_BYTES, digestAt } from "./digest.ts";
import { PathTable } from "./path-table.ts";

/** The contents of an archive's articles. */
export class Contents {
  #tables: readonly PathTable[] = [];

  /** Makes room for so many files that are about to be learned. */
  expect(files: number): void {
    this.#tables = [PathTable.of(files, DIGEST_BYTES)];
  }

  /** Notes the digest of what a file says. */
  add(path: string, digest: string): void {
    this.#tables[0]?.set(path, (bytes, at) => void bytes.write(digest, at, "latin1"));
  }

  /** The digest of what an article's file said when it was learned. */
  of(path: string): string | undefined {
    for (const table of this.#tables) {
      const digest = table.get(path, digestAt);
      if (digest !== undefined) return digest;
    }
    return undefined;
  }

  /** What was noted so far, to share with other threads. */
  get block(): SharedArrayBuffer | undefined {
    return this.#tables[0]?.block;
  }

  /** Takes what all threads noted, in place of the own notes. */
  adopt(blocks: readonly SharedArrayBuffer[]): void {
    this.#tables = blocks.map((block) => new PathTable(block, DIGEST_BYTES));
  }
}
