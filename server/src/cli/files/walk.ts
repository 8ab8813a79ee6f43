// The files of an archive in the order of their paths, found without following links.
// Which names count is the server's own rule, so that the two never differ.
import { type Dirent, readdirSync } from "node:fs";
import { CONFIG_FILE } from "../../config/config.ts";
import { isCandidateName, isSkippedFolder } from "../../host/candidates.ts";
import { systemReason } from "../exit.ts";
import { join } from "./paths.ts";
import { isAbandonedDraft } from "./replace-file.ts";

/** What a walk finds; paths are relative to its root. */
export interface Found {
  /** Files that may be articles, sorted. */
  readonly files: string[];
  /** Settings files. */
  readonly configs: string[];
  /** Drafts that killed runs left behind. */
  readonly drafts: string[];
  /** Folders that could not be read, with the reason. */
  readonly unreadable: { readonly path: string; readonly reason: string }[];
}

/** Nothing found yet. */
export function nothingFound(): Found {
  return { files: [], configs: [], drafts: [], unreadable: [] };
}

/** Walks a folder into `found`; each step is a folder. A shallow walk enters no folder below it. */
export function* walk(root: string, found: Found, shallow = false): Generator<void> {
  // Files and folders wait in one stack, last first; folders end in `/`, so that names sort as whole paths do.
  const waiting = [""];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next !== "" && !next.endsWith("/")) {
      found.files.push(next);
      continue;
    }
    const names = namesIn(root, next, found);
    for (let at = names.length - 1; at >= 0; at--) {
      const name = names[at] ?? "";
      if (!shallow || !name.endsWith("/")) waiting.push(next + name);
    }
    yield;
  }
}

function namesIn(root: string, folder: string, found: Found): string[] {
  const names: string[] = [];
  for (const entry of entriesOf(root, folder, found)) {
    if (entry.isDirectory()) {
      if (!isSkippedFolder(entry.name)) names.push(`${entry.name}/`);
    } else if (!entry.isFile()) continue;
    else if (entry.name === CONFIG_FILE) found.configs.push(folder + entry.name);
    else if (isCandidateName(entry.name)) names.push(entry.name);
    else if (isAbandonedDraft(entry.name)) found.drafts.push(folder + entry.name);
  }
  return names.length < 2 ? names : names.sort();
}

function entriesOf(root: string, folder: string, found: Found): Dirent[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    found.unreadable.push({ path: folder, reason: systemReason(error) });
    return [];
  }
}
