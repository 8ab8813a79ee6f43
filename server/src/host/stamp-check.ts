// Looks at the status of most of the known files on a second thread: on a warm start nothing else takes any time.
// Whoever asks waits for the answer; where none comes it does the work itself.
import { lstatSync, type Stats } from "node:fs";
import { Worker } from "node:worker_threads";
import { type Columns, STAMP_SIZE } from "../index/columns.ts";
import { viewColumns } from "../index/columns-file.ts";
import { poolText } from "../index/text-pool.ts";

/** What became of a known file. */
export const FileState = { unknown: 0, same: 1, changed: 2, gone: 3 } as const;

/** What the second thread is to do. */
export interface StampTask {
  /** The known columns. */
  readonly block: SharedArrayBuffer;
  /** The folder's path. */
  readonly root: string;
  /** The first row to look at. */
  readonly from: number;
  /** A word that becomes 1 at the end, then a byte a row with its state. */
  readonly answer: SharedArrayBuffer;
}

const WORD = 4;
// Longer than this (milliseconds) nobody waits: the thread has died or never started.
const PATIENCE = 5000;

/** A check that runs. */
export interface StampCheck {
  readonly from: number;
  /** Waits for the states of the rows from `from` on; `undefined` where they do not come. */
  states(): Uint8Array | undefined;
}

// The first thread also lists the folders, which takes as long as a fifth of the files (measured at 60,000).
const OWN_SHARE = 0.4;

/** Starts a check of the rows behind the first thread's share; `program` is a worker that calls {@link runStampCheck}. */
export function startStampCheck(program: string, root: string, block: SharedArrayBuffer, rows: number): StampCheck {
  const from = Math.ceil(rows * OWN_SHARE);
  const answer = new SharedArrayBuffer(WORD + rows - from);
  const task: StampTask = { block, root, from, answer };
  const worker = new Worker(program, { workerData: task });
  worker.on("error", () => {});
  worker.unref();
  return {
    from,
    states: () =>
      Atomics.wait(new Int32Array(answer, 0, 1), 0, 0, PATIENCE) === "timed-out"
        ? undefined
        : new Uint8Array(answer, WORD),
  };
}

/** The second thread's side. */
export function runStampCheck({ block, root, from, answer }: StampTask): void {
  const columns = viewColumns(block);
  const states = new Uint8Array(answer, WORD);
  for (let at = 0; at < states.length; at++) {
    states[at] = stateOf(columns, from + at, statOf(root, poolText(columns.paths, from + at)));
  }
  const done = new Int32Array(answer, 0, 1);
  Atomics.store(done, 0, 1);
  Atomics.notify(done, 0);
}

/** What the system says of a regular file below a folder; the path is percent-encoded. Links are not followed. */
export function statOf(root: string, path: string): Stats | undefined {
  const stat = lstatSync(wholePath(root, path), { throwIfNoEntry: false });
  return stat?.isFile() ? stat : undefined;
}

/** The path on disk of a percent-encoded path below a folder. */
export function wholePath(root: string, path: string): string {
  return `${root}/${path.includes("%") ? decodeURIComponent(path) : path}`;
}

/** Compares a file's status with its stamp in the columns. */
export function stateOf({ stamps }: Columns, row: number, stat: Stats | undefined): number {
  if (!stat) return FileState.gone;
  const at = row * STAMP_SIZE;
  const isSame =
    stamps[at] !== 0 && stamps[at] === stat.mtimeMs && stamps[at + 1] === stat.ctimeMs && stamps[at + 2] === stat.size;
  return isSame ? FileState.same : FileState.changed;
}
