// Which files of the archive wait for a look: single ones, those of new folders, or all of them.
// Listing happens only when the work begins, so that a burst of changes lists the archive once.
import { isConfigUri } from "../host/candidates.ts";
import type { Host } from "../host/host.ts";
import { describeError, type Log } from "./log.ts";
import type { Pace } from "./pace.ts";
import { listCandidates } from "./scan.ts";

/** What the queue lists files with. */
export interface QueueParts {
  readonly host: Host;
  readonly pace: Pace;
  readonly log: Log;
  /** The folders that are open. */
  folders(): readonly string[];
}

/** The files that wait. */
export class ArchiveLintQueue {
  readonly #parts: QueueParts;
  readonly #files = new Set<string>();
  readonly #newFolders = new Set<string>();
  #everything = false;

  constructor(parts: QueueParts) {
    this.#parts = parts;
  }

  /** Whether nothing waits. */
  get isEmpty(): boolean {
    return !this.needsListing && this.#files.size === 0;
  }

  /** Whether folders have to be listed before files can be taken. */
  get needsListing(): boolean {
    return this.#everything || this.#newFolders.size > 0;
  }

  /** The files that wait. */
  files(): Iterable<string> {
    return this.#files;
  }

  /** A file is to be looked at. */
  add(uri: string): void {
    this.#files.add(uri);
  }

  /** All files below a new folder are to be looked at, should it be one. */
  addFolder(uri: string): void {
    this.#newFolders.add(uri);
  }

  /** All files are to be looked at. */
  addEverything(): void {
    this.#everything = true;
  }

  /** Nothing is to be looked at any more. */
  clear(): void {
    this.#files.clear();
    this.#newFolders.clear();
    this.#everything = false;
  }

  /** Lists what has to be listed; says whether that was the whole archive. */
  async list(): Promise<boolean> {
    const everything = this.#everything;
    const folders = everything ? this.#parts.folders() : [...this.#newFolders];
    this.#everything = false;
    this.#newFolders.clear();
    for (const folder of folders) {
      for (const uri of await this.#listed(folder, everything)) if (!isConfigUri(uri)) this.#files.add(uri);
    }
    return everything;
  }

  /** Takes the next files out. */
  take(count: number): string[] {
    const taken: string[] = [];
    for (const uri of this.#files) {
      if (taken.length === count) break;
      taken.push(uri);
      this.#files.delete(uri);
    }
    return taken;
  }

  // What looked like a new folder may be a file, or be gone again.
  async #listed(folder: string, isOpen: boolean): Promise<readonly string[]> {
    const { host, pace, log } = this.#parts;
    try {
      return host.serves(folder) ? await listCandidates(host, folder, pace) : [];
    } catch (error) {
      if (isOpen) log.warn(`${folder} cannot be read: ${describeError(error)}`);
      return [];
    }
  }
}
