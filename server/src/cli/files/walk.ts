// The files of an archive in the order of their paths, found without following links.
// Which names count is the server's own rule, so that the two never differ.
import { type Dirent, readdirSync } from "node:fs";
import { CONFIG_FILE } from "../../config/config.ts";
import { isCandidateName, isPageFolder, isSkippedFolder, PAGE_NAME } from "../../host/candidates.ts";
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

/** How far a walk goes. */
export interface Reach {
  /** Enter no folder below the root. */
  readonly shallow?: boolean;
  /** Open pages' folders too, where killed runs may have left drafts; else the page is presumed in each. */
  readonly thorough?: boolean;
}

/** Walks a folder into `found`; each step is a folder. */
export function* walk(root: string, found: Found, reach: Reach = {}): Generator<void> {
  // Files and folders wait in one stack, last first; folders end in `/`, so that names sort as whole paths do.
  const waiting = [""];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next !== "" && !next.endsWith("/")) {
      found.files.push(next);
      continue;
    }
    const names = namesIn({ root, folder: next, thorough: reach.thorough === true }, found);
    for (let at = names.length - 1; at >= 0; at--) {
      const name = names[at] ?? "";
      if (!reach.shallow || !name.includes("/")) waiting.push(next + name);
    }
    yield;
  }
}

interface Place {
  readonly root: string;
  /** Relative to the root, with `/` at its end; empty for the root. */
  readonly folder: string;
  readonly thorough: boolean;
}

function namesIn(place: Place, found: Found): string[] {
  const { root, folder } = place;
  const [parent = "", own = ""] = `${root}/${folder}`
    .split("/")
    .filter((name) => name !== "")
    .slice(-2);
  const isPages = folder !== "" && isPageFolder(parent, own);
  const isWanted = (name: string): boolean => (isPages ? name === PAGE_NAME : isCandidateName(name));
  const isEntered = (name: string): boolean => !isPages && !isSkippedFolder(name);
  const names: string[] = [];
  for (const entry of entriesOf(root, folder, found)) {
    const { name } = entry;
    if (entry.isDirectory() && isEntered(name)) names.push(folderName(name, own, place));
    if (!entry.isFile()) continue;
    if (isWanted(name)) names.push(name);
    else noteOther(name, folder, found);
  }
  return names.length < 2 ? names : names.sort();
}

function folderName(name: string, parent: string, { thorough }: Place): string {
  return !thorough && isPageFolder(parent, name) ? `${name}/${PAGE_NAME}` : `${name}/`;
}

function noteOther(name: string, folder: string, found: Found): void {
  if (name === CONFIG_FILE) found.configs.push(folder + name);
  else if (isAbandonedDraft(name)) found.drafts.push(folder + name);
}

function entriesOf(root: string, folder: string, found: Found): Dirent[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    found.unreadable.push({ path: folder, reason: systemReason(error) });
    return [];
  }
}
