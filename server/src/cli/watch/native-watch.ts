// A watch over a whole tree, as macOS and Windows have it. It tells names; what became of them is for others to find out.
import { type FSWatcher, lstatSync, watch } from "node:fs";
import { isSkippedFolder } from "../../host/candidates.ts";
import { systemReason } from "../exit.ts";
import { join, withSlashes } from "../files/paths.ts";
import { nothingFound, walk } from "../files/walk.ts";
import type { FolderWatch, WatchOptions } from "./folder-watch.ts";

// The one hidden folder that settings live in.
const SETTINGS_FOLDER = ".kb";

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
      this.#watcher = watch(root, { recursive: !shallow }, (event, name) => this.#take(name, event === "rename"));
      this.#watcher.on("error", (error) => lost(systemReason(error)));
    } catch (error) {
      setImmediate(() => lost(systemReason(error)));
    }
  }

  #take(name: string | null, isNew: boolean): void {
    const { root, changed } = this.#options;
    const path = withSlashes(name ?? "");
    const hidden = path.split("/").find(isSkippedFolder);
    if (hidden !== undefined && hidden !== SETTINGS_FOLDER) return;
    if (path !== "") changed(path);
    // Of a folder that came whole only its own name is told; and where too much happened at once, not even a name.
    if (!isNew && name !== null) return;
    if (!lstatSync(join(root, path), { throwIfNoEntry: false })?.isDirectory()) return;
    const found = nothingFound();
    for (const _step of walk(join(root, path), found));
    for (const file of found.files) changed(path === "" ? file : `${path}/${file}`);
  }

  close(): void {
    this.#watcher?.close();
  }
}
