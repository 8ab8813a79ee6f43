// `kblint index`: builds the index of an archive, or finds out that the one on disk still holds.
// Kept in `.kb/cache/` for editors and later runs, or written with --out as a portable file for editors in the browser.
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { archiveCacheFile, keepOutOfVersionControl, writeCache } from "../../host/index-cache.ts";
import { rootUri } from "../../host/uris.ts";
import { ArticleStore } from "../../index/article-store.ts";
import type { Columns } from "../../index/columns.ts";
import { encodeColumns } from "../../index/columns-file.ts";
import { type CommandLine, optionValue } from "../command-line.ts";
import type { Environment } from "../environment.ts";
import { EXIT_CLEAN, EXIT_FINDINGS, RunFailure, systemReason, UsageError } from "../exit.ts";
import { archiveRoot } from "../files/archive-root.ts";
import { absolute, shown } from "../files/paths.ts";
import { type FolderReading, readFolder } from "../read-folder.ts";
import { BUILD } from "../version.ts";

/** What the arguments ask for. */
interface Wish {
  /** Write a portable index to this file. */
  readonly out: string | undefined;
  /** Write nothing, only say whether the index still holds. */
  readonly checks: boolean;
}

/** Runs the subcommand; gives the exit code. */
export async function indexArchive(line: CommandLine, environment: Environment): Promise<number> {
  const roots = rootsOf(line, environment);
  const out = optionValue(line, "out");
  const wish: Wish = { out: out && resolve(environment.workingFolder, out), checks: line.options.has("check") };
  if (out !== undefined && (roots.length > 1 || wish.checks)) {
    throw new UsageError("--out writes the index of one archive, and not together with --check");
  }
  let outdated = false;
  for (const root of roots) if (!(await indexOne(root, wish, environment))) outdated = true;
  return wish.checks && outdated ? EXIT_FINDINGS : EXIT_CLEAN;
}

// Says whether the index that was there still holds.
async function indexOne(root: string, { out, checks }: Wish, environment: Environment): Promise<boolean> {
  const started = performance.now();
  const reading = await readFolder(root, environment);
  const { columns } = reading;
  const isUnchanged = columns === reading.known;
  if (columns.numbers.length === 0) throw new RunFailure(`no article below ${shownRoot(root, environment)}`);
  const file = out ?? archiveCacheFile(root);
  if (out !== undefined) write(file, withoutStamps(columns), environment);
  else if (!checks && !isUnchanged) {
    write(file, columns, environment);
    keepOutOfVersionControl(file);
  }
  report({ root, file, reading, took: performance.now() - started, checks }, environment);
  return isUnchanged;
}

function rootsOf({ operands }: CommandLine, { workingFolder }: Environment): string[] {
  const paths = operands.length > 0 ? operands : ["."];
  return [...new Set(paths.map((path) => archiveRoot(existingFolder(path, absolute(workingFolder, path))).path))];
}

function existingFolder(written: string, path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new RunFailure(`no such file or folder: ${written}`);
  if (!stat.isDirectory()) throw new UsageError(`kblint index takes folders; ${written} is a file`);
  return path;
}

// A portable index says nothing of the machine it was made on, and the same archive gives the same bytes.
function withoutStamps(columns: Columns): Columns {
  return { ...columns, stamps: new Float64Array(columns.stamps.length) };
}

function write(file: string, columns: Columns, environment: Environment): void {
  try {
    writeCache(
      file,
      encodeColumns(columns, BUILD, (bytes) => new ArrayBuffer(bytes)),
    );
  } catch (error) {
    throw new RunFailure(`cannot write ${shown(environment.workingFolder, file)}: ${systemReason(error)}`);
  }
}

interface Report {
  readonly root: string;
  readonly file: string;
  readonly reading: FolderReading;
  readonly took: number;
  readonly checks: boolean;
}

function report({ root, file, reading, took, checks }: Report, environment: Environment): void {
  const { columns, filesRead, known } = reading;
  const store = new ArticleStore(rootUri(root), columns);
  const outdated = known ? "out of date" : "not there yet";
  const verdict = columns === known ? "up to date" : checks ? outdated : "written";
  const lines = [
    `${shownRoot(root, environment)}: index ${verdict}`,
    `  ${store.size} articles in ${store.count} files, ${columns.cited.length} citations, ${unresolved(store)} of them unresolved`,
    `  ${filesRead} files read, ${store.count - filesRead} unchanged since the last time`,
    `  ${(took / 1000).toFixed(2)} s, ${Math.round(process.resourceUsage().maxRSS / 1024)} MB memory`,
    `  ${shown(environment.workingFolder, file)}${sizeOf(file)}`,
  ];
  environment.output.write(`${lines.join("\n")}\n`);
}

function shownRoot(root: string, { workingFolder }: Environment): string {
  return shown(workingFolder, root);
}

function sizeOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat ? `, ${(stat.size / 1e6).toFixed(1)} MB` : "";
}

function unresolved({ columns }: ArticleStore): number {
  const numbers = new Set(columns.numbers);
  return columns.cited.filter((number) => !numbers.has(number)).length;
}
