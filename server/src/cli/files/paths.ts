// Paths between the operating system's form and ours, which always has `/` and no trailing one.
import { relative, resolve, sep } from "node:path";

/** A path with `/`, on Windows too. */
export function withSlashes(path: string): string {
  return sep === "/" ? path : path.split(sep).join("/");
}

/** An absolute path with `/`, without one at its end except in a disk's root. */
export function absolute(folder: string, path: string): string {
  return withSlashes(resolve(folder, path));
}

/** A path below a folder: `file` is relative to it. */
export function join(folder: string, file: string): string {
  return folder.endsWith("/") ? folder + file : `${folder}/${file}`;
}

/** A path as the user is shown it: relative to the working folder. */
export function shown(workingFolder: string, path: string): string {
  return withSlashes(relative(workingFolder, path)) || ".";
}

/** What stands before a path relative to a root to make it relative to the working folder. */
export function shownPrefix(workingFolder: string, root: string): string {
  const prefix = shown(workingFolder, root);
  return prefix === "." ? "" : join(prefix, "");
}

/** The path relative to a folder that holds it, or `undefined`; the folder itself is the empty path. */
export function below(folder: string, path: string): string | undefined {
  if (path === folder) return "";
  const prefix = join(folder, "");
  return path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
}
