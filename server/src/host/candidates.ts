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

/** Whether a file below a workspace folder may be an article; both are URIs in normal form. */
export function isCandidateUri(uri: string, folder: string): boolean {
  return CANDIDATE.test(uri) && isOpenTo(uri, folder);
}

/** Whether a file below a workspace folder lies in no folder that is never entered. */
export function isOpenTo(uri: string, folder: string): boolean {
  const segments = uri.slice(folder.length + 1).split("/");
  segments.pop();
  return !segments.some(isSkippedFolder);
}
