// The settings of all workspace folders: found by the scan, or for a document that is opened earlier on the way to it.
// Work runs one piece after the other; whoever needs settings waits for `ready`.

import type { FileConfig } from "../config/archive-config.ts";
import { CONFIG_FILE } from "../config/config.ts";
import { isConfigUri, isOpenTo } from "../host/candidates.ts";
import type { Host } from "../host/host.ts";
import { hasParentIn, isBelow, pathBelow, uriBelow } from "../host/uris.ts";
import type { Rule } from "../lint/rule.ts";
import { describeError, type Log } from "./log.ts";
import { RootConfig } from "./root-config.ts";

/** Who wants to know of changes. */
export interface ConfigListener {
  /** A folder's settings were read; they need not be other ones than before. */
  onRead(root: RootConfig): void;
  /** Settings of a folder are other ones than before. */
  onConfig(root: RootConfig): void;
  /** Other files than before belong to a folder's archive. */
  onMembership(root: string): void;
  /** A folder was closed. */
  onRemoved(root: string): void;
}

/** A file's settings, and where it stands in its archive. */
export interface PlacedConfig {
  readonly root: RootConfig;
  /** Relative to the archive's root. */
  readonly path: string;
  readonly config: FileConfig;
}

// A client that promises to read files and does not must not keep diagnostics away for ever.
const LONGEST_WAIT = 2000;

/** What settings are made of. */
export interface ArchiveConfigParts {
  readonly host: Host;
  readonly rules: readonly Rule[];
  readonly log: Log;
  readonly listener: ConfigListener;
}

/** The settings of the workspace's archives. */
export class ArchiveConfigs {
  readonly #parts: ArchiveConfigParts;
  readonly #roots = new Map<string, RootConfig>();
  #work: Promise<void> = Promise.resolve();
  #waiting = 0;

  constructor(parts: ArchiveConfigParts) {
    this.#parts = parts;
  }

  /** Resolves once the settings that were asked for are there. */
  get ready(): Promise<void> {
    if (this.#waiting === 0) return Promise.resolve();
    return Promise.race([this.#work, new Promise<void>((resolve) => setTimeout(resolve, LONGEST_WAIT))]);
  }

  /** Takes in folders and lets others go. */
  setRoots(folders: readonly string[]): void {
    const { host, rules, listener } = this.#parts;
    for (const root of this.#roots.keys()) {
      if (folders.includes(root)) continue;
      this.#roots.delete(root);
      listener.onRemoved(root);
    }
    for (const root of folders) {
      if (!this.#roots.has(root) && host.serves(root)) this.#roots.set(root, new RootConfig(root, host, rules));
    }
  }

  /** Looks for the settings of a file, in the folders from the archive's root down to it. */
  prepare(uri: string): void {
    const place = this.#placeOf(uri);
    if (!place || place.root.isListed || !isOpenTo(uri, place.root.root)) return;
    this.#enqueue(place.root, () => place.root.look(configsOnTheWay(place.path)));
  }

  /** Takes the settings files that a listing of a folder found; resolves once they are read. */
  async listed(folder: string, uris: readonly string[]): Promise<void> {
    const top = this.#roots.get(folder);
    if (top) top.isListed = true;
    const paths = new Map<RootConfig, string[]>(top ? [[top, [CONFIG_FILE]]] : []);
    for (const uri of uris) {
      const place = this.#placeOf(uri);
      if (place) paths.set(place.root, [...(paths.get(place.root) ?? []), place.path]);
    }
    // Read again: while an inner folder was open, changes of the files in it were told to that one alone.
    for (const [root, found] of paths) {
      const known = root === top ? root.files : [];
      this.#enqueue(root, () => root.look([...new Set([...found, ...known])], true), root !== top);
    }
    await this.#work;
  }

  /** Follows changes on disk; a deleted URI may be a folder's. */
  filesChanged(changed: readonly string[], deleted: readonly string[]): void {
    const uris = new Set([...changed, ...deleted]);
    const gone = new Set(deleted);
    const isTouched = (uri: string): boolean => uris.has(uri) || hasParentIn(uri, gone);
    const configs = changed.filter(isConfigUri).flatMap((uri) => this.#placeOf(uri) ?? []);
    for (const root of this.#roots.values()) {
      const known = root.files.filter((path) => isTouched(uriBelow(root.root, path)));
      const named = configs.filter(
        (place) => place.root === root && isOpenTo(uriBelow(root.root, place.path), root.root),
      );
      const paths = new Set([...known, ...named.map((place) => place.path)]);
      if (paths.size > 0) this.#enqueue(root, () => root.look([...paths], true));
      const lists = [...root.lists].filter((path) => isTouched(uriBelow(root.root, path)));
      if (lists.length > 0) this.#enqueue(root, () => root.lookAtLists().then(() => true));
    }
  }

  /** What is in force for a file; `undefined` for one outside all folders. */
  of(uri: string): PlacedConfig | undefined {
    const place = this.#placeOf(uri);
    return place && { ...place, config: place.root.of(place.path) };
  }

  /** Whether settings keep any file out of its archive. */
  get isRestricted(): boolean {
    for (const root of this.#roots.values()) if (root.membership !== "") return true;
    return false;
  }

  /** Whether settings keep a file out of its archive. */
  isExcluded(uri: string): boolean {
    const root = this.#roots.get(this.rootOf(uri) ?? "");
    return root !== undefined && root.membership !== "" && root.excludes(pathBelow(root.root, uri));
  }

  /** The folder that a file belongs to: of folders within one another the inner one. */
  rootOf(uri: string): string | undefined {
    let best: string | undefined;
    for (const root of this.#roots.keys()) {
      if (isBelow(uri, root) && root.length > (best?.length ?? 0)) best = root;
    }
    return best;
  }

  #placeOf(uri: string): Omit<PlacedConfig, "config"> | undefined {
    const root = this.#roots.get(this.rootOf(uri) ?? "");
    return root && { root, path: pathBelow(root.root, uri) };
  }

  // `announced` is false while the folder is being read: who reads it asks afterwards what belongs to it.
  #enqueue(root: RootConfig, work: () => Promise<boolean>, announced = root.isListed): void {
    const { listener, log } = this.#parts;
    this.#waiting++;
    this.#work = this.#work
      .then(async () => {
        const before = root.membership;
        const changed = await work();
        if (this.#roots.get(root.root) !== root) return;
        listener.onRead(root);
        if (changed) listener.onConfig(root);
        if (announced && before !== root.membership) listener.onMembership(root.root);
      })
      .catch((error) => log.error(`reading settings failed: ${describeError(error)}`))
      .finally(() => this.#waiting--);
  }
}

function configsOnTheWay(path: string): string[] {
  const folders = path.split("/").slice(0, -1);
  return ["", ...folders.map((_folder, at) => `${folders.slice(0, at + 1).join("/")}/`)].map((at) => at + CONFIG_FILE);
}
