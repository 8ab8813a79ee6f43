// A watch for each folder of a tree, as Linux wants it. Node's own watch over a tree misses files in new folders there.
import { type Dirent, type FSWatcher, lstatSync, readdirSync, watch } from "node:fs";
import { isSkippedFolder } from "../../host/candidates.ts";
import { systemCode, systemReason } from "../exit.ts";
import { join } from "../files/paths.ts";
import { runSteps, SILENT } from "../progress.ts";
import type { FolderWatch, WatchOptions } from "./folder-watch.ts";

// The one hidden folder that settings live in.
const SETTINGS_FOLDER = ".kb";
const GONE: readonly string[] = ["ENOENT", "ENOTDIR"];

/** Watches every folder of a tree. */
export class TreeWatch implements FolderWatch {
  readonly #options: WatchOptions;
  readonly #watchers = new Map<string, FSWatcher>();
  #isClosed = false;

  private constructor(options: WatchOptions) {
    this.#options = options;
  }

  /** Begins, with a breath now and then: an archive has tens of thousands of folders. */
  static async start(options: WatchOptions): Promise<TreeWatch> {
    const made = new TreeWatch(options);
    await runSteps(
      made.#enter("", () => undefined),
      SILENT,
    );
    return made;
  }

  // Watches a folder and all below it; what is found there is told. The watch comes first, so that nothing slips through.
  *#enter(folder: string, found: (path: string) => void): Generator<void> {
    const waiting = [folder];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (!this.#watch(next)) continue;
      yield;
      for (const entry of this.#entriesOf(next)) {
        const path = below(next, entry.name);
        if (!entry.isDirectory()) found(path);
        else if (this.#isEntered(entry.name, next)) waiting.push(path);
      }
    }
  }

  #isEntered(name: string, parent: string): boolean {
    if (parent === "" && name === SETTINGS_FOLDER) return true;
    return !this.#options.shallow && !isSkippedFolder(name);
  }

  #entriesOf(folder: string): Dirent[] {
    try {
      return readdirSync(join(this.#options.root, folder), { withFileTypes: true });
    } catch {
      return [];
    }
  }

  #watch(folder: string): boolean {
    if (this.#isClosed) return false;
    if (this.#watchers.has(folder)) return true;
    try {
      const watcher = watch(join(this.#options.root, folder), (_event, name) => this.#take(folder, name));
      watcher.on("error", () => this.#leave(folder));
      this.#watchers.set(folder, watcher);
      return true;
    } catch (error) {
      if (!GONE.includes(systemCode(error))) this.#lose(error);
      return false;
    }
  }

  #lose(error: unknown): void {
    this.close();
    const reason = systemCode(error) === "ENOSPC" ? "the system allows no more watches" : systemReason(error);
    setImmediate(() => this.#options.lost(reason));
  }

  #take(folder: string, name: string | null): void {
    if (this.#isClosed || name === null) return;
    const path = below(folder, name);
    const stat = lstatSync(join(this.#options.root, path), { throwIfNoEntry: false });
    if (stat?.isDirectory()) {
      if (this.#isEntered(name, folder)) for (const _step of this.#enter(path, this.#options.changed));
      return;
    }
    if (!stat) this.#leave(path);
    this.#options.changed(path);
  }

  // A folder that is gone takes those below it along.
  #leave(folder: string): void {
    if (!this.#watchers.has(folder)) return;
    for (const [path, watcher] of this.#watchers) {
      if (path !== folder && !path.startsWith(`${folder}/`)) continue;
      watcher.close();
      this.#watchers.delete(path);
    }
  }

  close(): void {
    this.#isClosed = true;
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }
}

function below(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}
