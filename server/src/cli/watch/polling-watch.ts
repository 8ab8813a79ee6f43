// Looks at all files of a tree every now and then, for drives that tell nothing. It never takes more than a small part of
// the time: a tree that takes long to look at is looked at less often.
import { lstatSync } from "node:fs";
import { DEFAULT_SUPPRESSIONS } from "../../config/config.ts";
import { join } from "../files/paths.ts";
import { nothingFound, walk } from "../files/walk.ts";
import { runSteps, SILENT } from "../progress.ts";
import type { FolderWatch, WatchOptions } from "./folder-watch.ts";

const USUAL_MS = 1000;
const REST = 10;

/** Watches a tree by looking. */
export class PollingWatch implements FolderWatch {
  readonly #options: WatchOptions;
  readonly #every: number;
  #stamps = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  private constructor(options: WatchOptions, every: number) {
    this.#options = options;
    this.#every = every;
  }

  /** Takes a first look and begins. */
  static async start(options: WatchOptions, every: number = USUAL_MS): Promise<PollingWatch> {
    const made = new PollingWatch(options, every);
    await made.#look();
    return made;
  }

  async #look(): Promise<void> {
    const startedAt = performance.now();
    const found = nothingFound();
    await runSteps(walk(this.#options.root, found, { shallow: this.#options.shallow }), SILENT);
    const stamps = new Map<string, number>();
    await runSteps(this.#stampAll([...found.files, ...found.configs, DEFAULT_SUPPRESSIONS], stamps), SILENT);
    const old = this.#stamps;
    this.#stamps = stamps;
    if (this.#isClosed) return;
    if (this.#timer) this.#compare(old, stamps);
    const took = performance.now() - startedAt;
    this.#timer = setTimeout(() => void this.#look(), Math.max(this.#every, took * REST));
  }

  *#stampAll(paths: readonly string[], stamps: Map<string, number>): Generator<void> {
    for (const path of paths) {
      const stat = lstatSync(join(this.#options.root, path), { throwIfNoEntry: false });
      // Size and time in one number: two changes that leave it equal are as good as none.
      if (stat) stamps.set(path, stat.mtimeMs * 4096 + (stat.size % 4096));
      yield;
    }
  }

  #compare(old: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>): void {
    for (const [path, stamp] of now) if (old.get(path) !== stamp) this.#options.changed(path);
    for (const path of old.keys()) if (!now.has(path)) this.#options.changed(path);
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }
}
