// `kblint refs ID [PATH…]`: who cites an article, and whom it cites.
// PATH names the files whose citations are wanted; whether a cited article exists is told by the whole archive.
import { nearest } from "../../base/edit-distance.ts";
import { type CommandLine, optionValue } from "../command-line.ts";
import type { Environment } from "../environment.ts";
import { EXIT_CLEAN, EXIT_FAILURE, EXIT_FINDINGS, RunFailure, UsageError } from "../exit.ts";
import { archiveRoot } from "../files/archive-root.ts";
import { absolute, shown, shownPrefix } from "../files/paths.ts";
import { type ArchiveTargets, groupByArchive, readTargets } from "../files/selection.ts";
import { type ArticleRefs, collectRefs, unreadablePaths } from "../refs/collect-refs.ts";
import { type IndexedArchive, readArchive } from "../refs/read-archive.ts";
import { refsJson } from "../refs/refs-json.ts";
import { refsText } from "../refs/refs-text.ts";
import { oneOf } from "../run-options.ts";
import { choosePaint, printable } from "../terminal.ts";
import { TABLE_FORMATS } from "./config.ts";

const NUMBER = /^(?:Q|KB)?([1-9]\d{4,5})$/i;
const MOST_SLIPS = 1;

/** Runs the subcommand; gives the exit code. */
export async function refs(line: CommandLine, environment: Environment): Promise<number> {
  const [written, ...paths] = line.operands;
  if (written === undefined) throw new UsageError("kblint refs needs an article's number: kblint refs Q263681");
  const id = numberOf(written);
  const format = oneOf("format", optionValue(line, "format") ?? "text", TABLE_FORMATS);
  const archives: IndexedArchive[] = [];
  for (const targets of archivesOf(paths, environment)) archives.push(await readArchive(targets, environment));
  const found = collectRefs(id, archives, ({ root }) => shownPrefix(environment.workingFolder, root));
  const complete = noteUnreadable(archives, environment);
  if (archives.every(({ index }) => index.size === 0))
    throw new RunFailure(`no article in ${rootsText(archives, environment)}`);
  const known = isKnown(found, archives);
  if (format === "json") environment.output.write(refsJson(found));
  else if (known) environment.output.write(refsText(found, paintFor(line, environment)));
  if (!known) noteUnknown(id, archives, environment);
  if (!complete) return EXIT_FAILURE;
  return known ? EXIT_CLEAN : EXIT_FINDINGS;
}

function numberOf(written: string): string {
  const digits = NUMBER.exec(written)?.[1];
  if (digits !== undefined) return `Q${digits}`;
  throw new UsageError(`${written} is no article number: Q and five or six digits`);
}

// Without a path the whole archive around the working folder is meant, wherever in it that is.
function archivesOf(paths: readonly string[], { workingFolder }: Environment): ArchiveTargets[] {
  if (paths.length === 0) {
    const { path } = archiveRoot(absolute(workingFolder, "."));
    return [{ root: path, targets: [{ written: ".", path, kind: "folder" }], shallow: false }];
  }
  const groups = groupByArchive(readTargets(workingFolder, paths));
  for (const { shallow, targets } of groups) {
    if (shallow) throw new UsageError(`nothing shows which archive ${targets[0]?.written} belongs to; name a folder`);
  }
  return groups;
}

// An article that only files outside the paths cite is known all the same.
function isKnown({ id, files }: ArticleRefs, archives: readonly IndexedArchive[]): boolean {
  return files.length > 0 || archives.some(({ index }) => index.citing(id).length > 0);
}

function noteUnknown(id: string, archives: readonly IndexedArchive[], environment: Environment): void {
  const near = nearest(id, allNumbers(archives), MOST_SLIPS);
  const hint = near === undefined ? "" : `; did you mean ${near}?`;
  environment.note(`kblint: ${rootsText(archives, environment)}: no article is ${id}, and none cites it${hint}`);
}

function* allNumbers(archives: readonly IndexedArchive[]): Generator<string> {
  for (const { index } of archives) for (const { summary } of index.entries()) yield summary.id;
}

function noteUnreadable(archives: readonly IndexedArchive[], { workingFolder, note }: Environment): boolean {
  const paths = unreadablePaths(archives);
  for (const path of paths) note(`kblint: ${printable(shown(workingFolder, path))}: cannot be read`);
  return paths.length === 0;
}

function rootsText(archives: readonly IndexedArchive[], { workingFolder }: Environment): string {
  return archives.map(({ root }) => printable(shown(workingFolder, root))).join(", ");
}

function paintFor(line: CommandLine, { variables, outputIsTerminal }: Environment): ReturnType<typeof choosePaint> {
  return choosePaint({ noColor: line.options.has("no-color"), environment: variables, isTerminal: outputIsTerminal });
}
