// Walks a folder on disk without following links. A page's folder holds its page and nothing else that counts
// (candidates.ts), so the tens of thousands of them in an archive are never opened.
import { type Dirent, readdirSync } from "node:fs";
import { isListedName, isPageFolder, isSkippedFolder, PAGE_NAME } from "./candidates.ts";
import { encodedPath } from "./uris.ts";

interface Folder {
  /** The path on disk. */
  readonly disk: string;
  /** What stands before a name in a path of the walk: empty or with `/` at its end. */
  readonly prefix: string;
  readonly name: string;
}

/**
 * The paths of candidates below a folder (its path on disk), relative to it and percent-encoded as in URIs, with
 * `undefined` now and then as a place to stop. A page that is only presumed may turn out missing.
 * Throws where the root cannot be read; other folders are passed over.
 */
export function* walk(disk: string): Generator<string | undefined> {
  const root = { disk, prefix: "", name: disk.split(/[\\/]/).pop() ?? "" };
  const folders: Folder[] = [];
  yield* visit(root, entriesOf(root), folders);
  for (let folder = folders.pop(); folder; folder = folders.pop()) {
    yield* visit(folder, tryEntriesOf(folder), folders);
    yield undefined;
  }
}

function* visit(folder: Folder, entries: readonly Dirent[], folders: Folder[]): Generator<string | undefined> {
  const { disk, prefix } = folder;
  const below: Folder[] = [];
  for (const entry of entries) {
    const { name } = entry;
    if (entry.isFile()) {
      if (isListedName(name)) yield prefix + encodedPath(name);
    } else if (entry.isDirectory() && !isSkippedFolder(name)) {
      if (isPageFolder(folder.name, name)) yield `${prefix}${name}/${PAGE_NAME}`;
      else below.push({ disk: `${disk}/${name}`, prefix: `${prefix}${encodedPath(name)}/`, name });
    }
  }
  // The last one is taken first: so files come in the order of their paths, and answers need little sorting.
  folders.push(...below.reverse());
}

function entriesOf(folder: Folder): Dirent[] {
  return readdirSync(folder.disk, { withFileTypes: true });
}

function tryEntriesOf(folder: Folder): Dirent[] {
  try {
    return entriesOf(folder);
  } catch {
    return [];
  }
}
