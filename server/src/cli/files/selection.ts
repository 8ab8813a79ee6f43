// What the user named: paths become folders, files and patterns, each in the archive it belongs to.
// A path that does not exist is refused at once; a pattern may match nothing, and is then said to.
import { type Stats, statSync } from "node:fs";
import { dirname } from "node:path";
import { compileGlob, type Glob, hasWildcard } from "../../config/glob.ts";
import { RunFailure, systemReason, UsageError } from "../exit.ts";
import { archiveRoot } from "./archive-root.ts";
import { absolute, below, join, withSlashes } from "./paths.ts";

/** One of the user's arguments. */
export interface Target {
  /** As the user wrote it. */
  readonly written: string;
  /** The absolute path of the folder or file; for a pattern the folder that it starts from. */
  readonly path: string;
  readonly kind: "folder" | "file" | "pattern";
  /** The pattern, relative to `path`. */
  readonly glob?: Glob;
}

/** The targets of one archive. */
export interface ArchiveTargets {
  readonly root: string;
  readonly targets: readonly Target[];
  /** Single files of a folder that nothing shows to be an archive: the folders below it are none of our business. */
  readonly shallow: boolean;
}

/** Reads arguments; throws {@link RunFailure} for a path that is not there. */
export function readTargets(workingFolder: string, operands: readonly string[]): Target[] {
  return operands.map((written) => {
    const path = absolute(workingFolder, written);
    const stats = tryStat(path);
    if (stats?.isDirectory()) return { written, path, kind: "folder" };
    if (stats?.isFile()) return { written, path, kind: "file" };
    if (stats) throw new RunFailure(`${written}: neither a file nor a folder`);
    if (hasWildcard(written)) return patternTarget(workingFolder, written);
    throw new RunFailure(`${written}: ${reasonFor(path)}`);
  });
}

function tryStat(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function reasonFor(path: string): string {
  try {
    statSync(path);
    return "cannot be read";
  } catch (error) {
    return systemReason(error);
  }
}

// The part before the first wildcard is a folder like any other, so that patterns may start above the working folder.
function patternTarget(workingFolder: string, written: string): Target {
  const segments = withSlashes(written).split("/");
  const first = segments.findIndex(hasWildcard);
  const base = segments.slice(0, first).join("/");
  const glob = compileGlob(segments.slice(first).join("/"));
  if ("problem" in glob) throw new UsageError(`${written}: the pattern ${glob.problem}`);
  const path = absolute(workingFolder, base === "" && written.startsWith("/") ? "/" : base);
  if (!tryStat(path)?.isDirectory()) throw new RunFailure(`${written}: no such folder ${base}`);
  return { written, path, kind: "pattern", glob };
}

/** Puts targets into their archives; of roots that lie in one another the outer one counts. */
export function groupByArchive(targets: readonly Target[]): ArchiveTargets[] {
  const found = targets.map((target) => archiveRoot(folderOf(target)));
  const roots = [...new Set(found.map((root) => root.path))];
  const outer = roots.filter((root) => !roots.some((other) => other !== root && contains(other, root)));
  return outer.sort().map((root) => {
    const inside = targets.filter((target) => contains(root, target.path));
    const certain = found.some(({ path, certain: shown }) => path === root && shown);
    return { root, targets: inside, shallow: !certain && inside.every((target) => target.kind === "file") };
  });
}

function folderOf(target: Target): string {
  return target.kind === "file" ? withSlashes(dirname(target.path)) : target.path;
}

function contains(folder: string, path: string): boolean {
  return below(folder, path) !== undefined;
}

/** Tells which files of an archive the targets name; paths are relative to the root. */
export function selector({ root, targets }: ArchiveTargets): (path: string) => boolean {
  const tests = targets.map((target) => testOf(target, below(root, target.path) ?? ""));
  return (path) => tests.some((test) => test(path));
}

// `inside` is the target's own place below the root; empty for the root itself.
function testOf({ kind, glob }: Target, inside: string): (path: string) => boolean {
  if (kind === "file") return (path) => path === inside;
  const prefix = inside === "" ? "" : join(inside, "");
  if (!glob) return (path) => path.startsWith(prefix);
  return (path) => path.startsWith(prefix) && glob.matches(path.slice(prefix.length));
}

/** Whether a target is the whole archive. */
export function isWhole({ root, targets }: ArchiveTargets): boolean {
  return targets.some((target) => target.kind === "folder" && target.path === root);
}

/** The files that were named one by one, relative to the root. */
export function namedFiles({ root, targets }: ArchiveTargets): string[] {
  return targets.flatMap((target) => (target.kind === "file" ? (below(root, target.path) ?? []) : []));
}
