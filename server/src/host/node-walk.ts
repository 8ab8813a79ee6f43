// Walks a folder on disk without following links. Archives keep each page in a folder of its own, so those
// tens of thousands of folders are taken on trust first and opened only after everything else is known.
import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";
import { isListedName, isSkippedFolder } from "./candidates.ts";
import { childUri } from "./uris.ts";

interface Folder {
  readonly path: string;
  readonly uri: string;
  readonly name: string;
}

const SHELF = /^\d{3}$/;
const LEAF = /^Q\d+$/;
const PAGE = "README.md";

/** A walk over one folder. */
export class FolderWalk {
  readonly #root: Folder;
  readonly #leaves: Folder[] = [];

  constructor(path: string, uri: string) {
    this.#root = { path, uri, name: path.split(/[\\/]/).pop() ?? "" };
  }

  /**
   * The URIs of candidates below the folder, with `undefined` now and then as a place to stop.
   * A page that is only presumed may turn out missing. Throws where the root cannot be read; other folders are passed over.
   */
  *candidates(): Generator<string | undefined> {
    yield* walkFrom(this.#root, entriesOf(this.#root), this.#leaves);
  }

  /** Further candidates in the folders that {@link candidates} took on trust. */
  *leftovers(): Generator<string | undefined> {
    for (const leaf of this.#leaves) yield* restOf(leaf);
  }
}

function* walkFrom(root: Folder, entries: readonly Dirent[], leaves: Folder[]): Generator<string | undefined> {
  const folders: Folder[] = [];
  yield* visit(root, entries, folders, leaves);
  for (let folder = folders.pop(); folder; folder = folders.pop()) {
    yield* visit(folder, tryEntriesOf(folder), folders, leaves);
    yield undefined;
  }
}

function* visit(
  folder: Folder,
  entries: readonly Dirent[],
  folders: Folder[],
  leaves: Folder[],
): Generator<string | undefined> {
  const shelf = SHELF.test(folder.name);
  for (const entry of entries) {
    if (entry.isFile()) {
      if (isListedName(entry.name)) yield childUri(folder.uri, entry.name);
    } else if (entry.isDirectory() && !isSkippedFolder(entry.name)) {
      const below = child(folder, entry.name);
      if (shelf && LEAF.test(entry.name)) {
        leaves.push(below);
        yield childUri(below.uri, PAGE);
      } else folders.push(below);
    }
  }
}

// Nearly every leaf holds its page and nothing else; only another one is looked into.
function* restOf(leaf: Folder): Generator<string | undefined> {
  yield undefined;
  const names = tryNamesOf(leaf);
  if (names.length === 0 || (names.length === 1 && names[0] === PAGE)) return;
  for (const uri of walkFrom(leaf, tryEntriesOf(leaf), [])) if (uri !== childUri(leaf.uri, PAGE)) yield uri;
}

function child(folder: Folder, name: string): Folder {
  return { path: join(folder.path, name), uri: childUri(folder.uri, name), name };
}

function entriesOf(folder: Folder): Dirent[] {
  return readdirSync(folder.path, { withFileTypes: true });
}

function tryEntriesOf(folder: Folder): Dirent[] {
  try {
    return entriesOf(folder);
  } catch {
    return [];
  }
}

function tryNamesOf(folder: Folder): string[] {
  try {
    return readdirSync(folder.path);
  } catch {
    return [];
  }
}
