// How a run over archives ended, as reporters are told it.
// What could not be read belongs into a report: a program that reads it sees no standard error.
import type { ArchiveRun } from "../archive-run.ts";
import { join, shown } from "../files/paths.ts";
import type { Ending, ReportPlace } from "./reporter.ts";

/** The ending of a run, with what it could not read. */
export function endingOf(runs: readonly ArchiveRun[], exitCode: number, { workingFolder }: ReportPlace): Ending {
  const failures = runs.flatMap((run) =>
    run.failures.map(({ path, reason }) => ({ path: shown(workingFolder, join(run.root, path)), reason })),
  );
  return { exitCode, failures };
}
