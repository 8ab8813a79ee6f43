// Which files may be articles, by name alone, so that listing, watching and the client's search agree.
// Whether a candidate is an article is told by its content.

import { CONFIG_FILE } from "../config/config.ts";

const CANDIDATE = /\.(?:txt|md)$/i;

/** Whether a file of this name may be an article. */
export function isCandidateName(name: string): boolean {
  return CANDIDATE.test(name);
}

/** Whether a file of this name is listed: it may be an article, or holds settings. */
export function isListedName(name: string): boolean {
  return CANDIDATE.test(name) || name === CONFIG_FILE;
}

/** Whether a URI is a settings file's. */
export function isConfigUri(uri: string): boolean {
  return uri.endsWith(`/${CONFIG_FILE}`);
}

/** Folders that are never entered: hidden ones, which hold tools' data, and installed packages. */
export function isSkippedFolder(name: string): boolean {
  return name.startsWith(".") || name === "node_modules";
}

const SHELF = /^\d{3}$/;
const PAGE_FOLDER = /^Q\d+$/;

/** The name of the page in its folder. */
export const PAGE_NAME = "README.md";

/**
 * Whether a folder is a page's own (`kb/263/Q263681`), told by its name and its parent's. It holds the page and
 * nothing else that counts, so that an archive's tens of thousands of them need not be opened (PERF §4).
 */
export function isPageFolder(parent: string, name: string): boolean {
  return SHELF.test(parent) && PAGE_FOLDER.test(name);
}

/** Whether a file below a workspace folder may be an article; both are URIs in normal form. */
export function isCandidateUri(uri: string, folder: string): boolean {
  return CANDIDATE.test(uri) && isOpenTo(uri, folder);
}

/** Whether a file below a workspace folder is within reach: in no folder that is never entered, nor beside a page. */
export function isOpenTo(uri: string, folder: string): boolean {
  const segments = uri.slice(folder.length + 1).split("/");
  const name = segments.pop();
  if (segments.some(isSkippedFolder)) return false;
  const page = segments.findIndex((segment, at) => isPageFolder(segments[at - 1] ?? lastOf(folder), segment));
  return page < 0 || (page === segments.length - 1 && name === PAGE_NAME);
}

function lastOf(folder: string): string {
  return folder.slice(folder.lastIndexOf("/") + 1);
}
