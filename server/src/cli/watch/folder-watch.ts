// Tells what changes below a folder, by the best means that the system has: one watch over the whole tree, one for each
// folder, or a look at all files every now and then where watching is not possible (network drives, too many folders).
import { NativeWatch } from "./native-watch.ts";
import { PollingWatch } from "./polling-watch.ts";
import { TreeWatch } from "./tree-watch.ts";

/** What a watch is told, and tells. */
export interface WatchOptions {
  /** The absolute path of the folder. */
  readonly root: string;
  /** Whether folders below it are none of our business. */
  readonly shallow: boolean;
  /** Called with a path relative to the root: a file that changed, came or went, or a folder that went. */
  changed(path: string): void;
  /** Called when the watch can no longer tell all changes. */
  lost(reason: string): void;
}

/** A watch, at work. */
export interface FolderWatch {
  close(): void;
}

const WHOLE_TREES: readonly string[] = ["darwin", "win32"];

/** Watches a folder. With `pollEvery` (milliseconds) files are looked at instead. */
export async function watchFolder(options: WatchOptions, pollEvery: number | undefined): Promise<FolderWatch> {
  const chosen: { watch: FolderWatch | undefined } = { watch: undefined };
  const poll = async (): Promise<void> => {
    chosen.watch?.close();
    chosen.watch = await PollingWatch.start(options, pollEvery);
  };
  const guarded: WatchOptions = {
    ...options,
    lost: (reason) => {
      options.lost(reason);
      void poll();
    },
  };
  if (pollEvery !== undefined) await poll();
  else if (WHOLE_TREES.includes(process.platform)) chosen.watch = NativeWatch.start(guarded);
  else chosen.watch = await TreeWatch.start(guarded);
  return { close: () => chosen.watch?.close() };
}
