// URIs as keys: editors write one file's URI in several ways, so everything is kept under one normal form.
// Answers about a document use the URI that the editor gave it.
import { URI } from "vscode-uri";

/** The one form of a URI that serves as a key; a text that is no URI stands for itself. */
export function normalUri(uri: string): string {
  try {
    const normal = URI.parse(uri).toString();
    return normal.length > 1 && normal.endsWith("/") ? normal.slice(0, -1) : normal;
  } catch {
    return uri;
  }
}

/** The path of a URI with `/`, decoded; `undefined` for a document that no file stands behind. */
export function pathOfUri(uri: string): string | undefined {
  try {
    const { scheme, path } = URI.parse(uri);
    return scheme === "untitled" || path === "" ? undefined : path;
  } catch {
    return undefined;
  }
}

/** The normal URI of an archive's root folder, by its path; a disk's root loses its slash, as any other folder. */
export function rootUri(path: string): string {
  return URI.file(path).toString().replace(/\/$/, "");
}

/** Whether the URI lies below the folder; both in normal form. */
export function isBelow(uri: string, folder: string): boolean {
  return uri.length > folder.length && uri.startsWith(folder) && uri[folder.length] === "/";
}

/** Whether one of the folders holds the URI; all in normal form. */
export function hasParentIn(uri: string, folders: ReadonlySet<string>): boolean {
  for (let slash = uri.lastIndexOf("/"); slash > 0; slash = uri.lastIndexOf("/", slash - 1)) {
    if (folders.has(uri.slice(0, slash))) return true;
  }
  return false;
}

const PLAIN = /^[A-Za-z0-9._~/-]*$/;
// What begins with a letter and a colon would be taken for a drive of Windows.
const BEFORE = "/-/";

/** A name or a relative path with `/`, as it stands in a normal URI. */
export function encodedPath(path: string): string {
  if (PLAIN.test(path)) return path;
  return URI.file(BEFORE + path)
    .toString()
    .slice(`file://${BEFORE}`.length);
}

/** The normal URI of a file below a folder; the path has `/`. */
export function uriBelow(folder: string, path: string): string {
  return `${folder}/${encodedPath(path)}`;
}

/** The decoded path of a file relative to the folder that holds it; both in normal form. */
export function pathBelow(folder: string, uri: string): string {
  const rest = uri.slice(folder.length + 1);
  if (!rest.includes("%")) return rest;
  try {
    return decodeURIComponent(rest);
  } catch {
    return rest;
  }
}
