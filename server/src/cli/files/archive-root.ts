// Which folder is the archive that a path belongs to: articles cite one another across the whole of it.
// Looks only at names of folders above the path; the way up ends at a repository's root.
import { existsSync, readdirSync } from "node:fs";
import { dirname } from "node:path";
import { CONFIG_FILE } from "../../config/config.ts";
import { join, withSlashes } from "./paths.ts";

const SHELF = /^\d{3}$/;

/** A root, and whether anything shows that it is one. */
export interface ArchiveRoot {
  readonly path: string;
  readonly certain: boolean;
}

/**
 * The root of the archive that holds a folder: the outermost one above (or the folder itself) with settings, else the
 * nearest with `kb/NNN` or `txt/NNN` folders, else the folder itself. Nothing above a repository's root counts.
 * For a folder that does not exist, the nearest one above that does stands in.
 */
export function archiveRoot(folder: string): ArchiveRoot {
  let configured: string | undefined;
  let shelved: string | undefined;
  let existing: string | undefined;
  for (const candidate of upwards(folder)) {
    if (existsSync(join(candidate, CONFIG_FILE))) configured = candidate;
    if (existing === undefined && existsSync(candidate)) existing = candidate;
    if (shelved === undefined && hasShelves(candidate)) shelved = candidate;
    if (existsSync(join(candidate, ".git"))) break;
  }
  const certain = configured ?? shelved;
  return { path: certain ?? existing ?? folder, certain: certain !== undefined };
}

function* upwards(folder: string): Generator<string> {
  let at = folder;
  for (;;) {
    yield at;
    const above = withSlashes(dirname(at));
    if (above === at) return;
    at = above;
  }
}

function hasShelves(folder: string): boolean {
  return ["kb", "txt"].some((name) => namesIn(join(folder, name)).some((entry) => SHELF.test(entry)));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
