// Walks a folder on disk without following links. A page's folder holds its page and nothing else that counts
// (candidates.ts), so the tens of thousands of them in an archive are never opened.
import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";
import { isListedName, isPageFolder, isSkippedFolder, PAGE_NAME } from "./candidates.ts";
import { childUri } from "./uris.ts";

interface Folder {
  readonly path: string;
  readonly uri: string;
  readonly name: string;
}

/**
 * The URIs of candidates below a folder, with `undefined` now and then as a place to stop.
 * A page that is only presumed may turn out missing. Throws where the root cannot be read; other folders are passed over.
 */
export function* walk(path: string, uri: string): Generator<string | undefined> {
  const root = { path, uri, name: path.split(/[\\/]/).pop() ?? "" };
  const folders: Folder[] = [];
  yield* visit(root, entriesOf(root), folders);
  for (let folder = folders.pop(); folder; folder = folders.pop()) {
    yield* visit(folder, tryEntriesOf(folder), folders);
    yield undefined;
  }
}

function* visit(folder: Folder, entries: readonly Dirent[], folders: Folder[]): Generator<string | undefined> {
  for (const entry of entries) {
    if (entry.isFile()) {
      if (isListedName(entry.name)) yield childUri(folder.uri, entry.name);
    } else if (entry.isDirectory() && !isSkippedFolder(entry.name)) {
      const below = child(folder, entry.name);
      if (isPageFolder(folder.name, entry.name)) yield childUri(below.uri, PAGE_NAME);
      else folders.push(below);
    }
  }
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
