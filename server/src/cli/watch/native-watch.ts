// A watch over a whole tree, as macOS and Windows have it.
import { type FSWatcher, lstatSync, watch } from "node:fs";
import { isSkippedFolder } from "../../host/candidates.ts";
import { systemReason } from "../exit.ts";
import { join, withSlashes } from "../files/paths.ts";
import { nothingFound, walk } from "../files/walk.ts";
import type { FolderWatch, WatchOptions } from "./folder-watch.ts";

/** Watches a tree. */
export class NativeWatch implements FolderWatch {
  readonly #options: WatchOptions;
  #watcher: FSWatcher | undefined;

  private constructor(options: WatchOptions) {
    this.#options = options;
  }

  /** Begins; where the system refuses, the watch is lost at once. */
  static start(options: WatchOptions): NativeWatch {
    const made = new NativeWatch(options);
    made.#begin();
    return made;
  }

  #begin(): void {
    const { root, shallow, lost } = this.#options;
    try {
      this.#watcher = watch(root, { recursive: !shallow }, (_event, name) => this.#take(name));
      this.#watcher.on("error", (error) => lost(systemReason(error)));
    } catch (error) {
      setImmediate(() => lost(systemReason(error)));
    }
  }

  #take(name: string | null): void {
    const { root, changed } = this.#options;
    const path = withSlashes(name ?? "");
    if (path.split("/").slice(0, -1).some(isSkippedFolder) && !path.startsWith(".kb/")) return;
    changed(path);
    // Of a folder that came whole only its own name is told.
    const stat = lstatSync(join(root, path), { throwIfNoEntry: false });
    if (!stat?.isDirectory() || path === "") return;
    const found = nothingFound();
    for (const _step of walk(join(root, path), found));
    for (const file of found.files) changed(`${path}/${file}`);
  }

  close(): void {
    this.#watcher?.close();
  }
}
