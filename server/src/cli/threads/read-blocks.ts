// The archive's articles as they come from other threads: views of shared memory, without a copy.
// A block is checked as one from a disk would be, which costs next to nothing.
import type { Columns } from "../../index/columns.ts";
import { decodeColumns } from "../../index/columns-file.ts";
import { PASSING_BUILD } from "./messages.ts";

/** Columns that other threads made. */
export function readBlocks(blocks: readonly SharedArrayBuffer[]): Columns[] {
  return blocks.map((block) => decodeColumns(block, PASSING_BUILD)).filter((columns) => columns !== undefined);
}
