// What a run tells the user beside its results, on standard error: files left out, failures, stale suppressions.
// A limit, a skipped file or an empty selection is always said; silence would read as "all is well".
import type { ArchiveRun } from "../archive-run.ts";
import type { CommandLine } from "../command-line.ts";
import type { Environment } from "../environment.ts";
import { join, shown } from "../files/paths.ts";
import type { Ledger } from "../ledger.ts";
import { printable } from "../terminal.ts";

/** What could not be linted in a run. */
type TroubledRun = Pick<ArchiveRun, "root" | "skipped" | "failures">;

// A rule that breaks would break at thousands of files; the first traces tell as much as all of them.
const INTERNAL_FAILURE = "internal failure";
const MOST_INTERNAL = 3;

/** Files that were named but not linted, and files that could not be read. */
export function noteTroubles(
  runs: readonly TroubledRun[],
  environment: Pick<Environment, "note" | "workingFolder">,
): void {
  let internal = 0;
  for (const run of runs) {
    for (const [kind, troubles] of [["skipped", run.skipped] as const, ["cannot be read", run.failures] as const]) {
      for (const { path, reason } of troubles) {
        if (reason.startsWith(INTERNAL_FAILURE) && ++internal > MOST_INTERNAL) continue;
        const file = shown(environment.workingFolder, join(run.root, path));
        environment.note(`kblint: ${printable(file)}: ${kind}: ${reason.split("\n").map(printable).join("\n")}`);
      }
    }
  }
  const more = internal - MOST_INTERNAL;
  if (more > 0) environment.note(`kblint: internal failures in ${more} more ${more === 1 ? "file" : "files"}`);
}

/** Not one article was linted: that is no clean result. */
export function noteNothingLinted(runs: readonly ArchiveRun[], line: CommandLine, environment: Environment): void {
  const looked = runs.reduce((sum, run) => sum + run.looked, 0);
  const articles = runs.reduce((sum, run) => sum + run.index.articles.length, 0);
  const named = line.operands.length > 0 ? line.operands.join(" ") : ".";
  environment.note(`kblint: NOTHING WAS LINTED: no article matches ${printable(named)}`);
  environment.note(`kblint: ${whyNothing(looked, articles)}`);
}

function whyNothing(looked: number, articles: number): string {
  if (looked === 0) return "there is no .md or .txt file there";
  if (articles > 0) return `the archive has ${articles} articles, but none of them is among the paths`;
  return `none of the ${looked} .md and .txt files there is an article`;
}

/** Suppressions that match nothing any more. */
export function noteStale(ledgers: readonly Ledger[], environment: Environment): void {
  const counts = new Map<string, number>();
  for (const ledger of ledgers) {
    for (const { path } of ledger.stale()) counts.set(path, (counts.get(path) ?? 0) + 1);
  }
  for (const [path, count] of counts) {
    const entries = count === 1 ? "1 entry matches" : `${count} entries match`;
    environment.note(`kblint: ${printable(path)}: ${entries} nothing any more; kblint baseline --prune removes them`);
  }
}
