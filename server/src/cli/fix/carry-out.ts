// Carries a plan out: shows it, writes it to the files, or writes the text of standard input to standard output.
// One file that cannot be written does not keep the others from being written.
import { rmSync } from "node:fs";
import type { Overlay } from "../archive-files.ts";
import type { Environment } from "../environment.ts";
import { RunFailure } from "../exit.ts";
import { join, shown, shownPrefix } from "../files/paths.ts";
import { replaceFile } from "../files/replace-file.ts";
import { counted } from "../open-archives.ts";
import { runSteps } from "../progress.ts";
import { type Paint, printable } from "../terminal.ts";
import { differenceOf, showDiff, writeDiff } from "./diff-output.ts";
import type { FixPlanner } from "./fix-planner.ts";
import { FixReport, fileLine, restText } from "./fix-report.ts";
import { isOriginal, type PlannedFile } from "./planned-file.ts";
import { writeBundle } from "./undo-bundle.ts";

/** A plan with everything that it takes to carry it out. */
export interface FixJob {
  readonly planners: readonly FixPlanner[];
  /** The text on standard input, where that is what is fixed. */
  readonly overlay: Overlay | undefined;
  readonly environment: Environment;
  readonly paint: Paint;
  /** Where the undo bundle is to stand, absolute. */
  readonly backup?: string | undefined;
}

const CHANGED_MEANWHILE = "changed by another program meanwhile; run kblint again";

interface Change {
  readonly planner: FixPlanner;
  readonly file: PlannedFile;
  /** The path as the user is shown it. */
  readonly shown: string;
}

/** Shows what would be done; writes nothing. */
export function showPlan(job: FixJob): void {
  const { environment, paint } = job;
  const report = new FixReport();
  for (const { planner, file, shown } of changes(job)) {
    const difference = differenceOf(file, planner.run.bytesOf(file.path), shown);
    if (environment.outputIsTerminal) showDiff(difference, environment.output, paint);
    else writeDiff(difference, file, environment.output);
    report.add(file);
  }
  environment.output.write(report.summary(looked(job), false) + restText(job.planners));
}

/** Writes every planned file; gives the number of those that could not be written. */
export async function writePlan(job: FixJob): Promise<number> {
  const { environment, paint } = job;
  sweepDrafts(job.planners);
  const report = new FixReport();
  const failures: string[] = [];
  const planned = changes(job);
  const safe = await writeBackup(job, planned);
  const steps = function* (): Generator<void> {
    for (const change of planned) {
      const reason = safe?.has(pathOf(change)) === false ? CHANGED_MEANWHILE : write(change);
      if (reason !== undefined) failures.push(`kblint: ${printable(change.shown)}: not written: ${reason}`);
      else {
        report.add(change.file);
        environment.output.write(fileLine(change.shown, change.file, paint));
      }
      environment.progress.step();
      yield;
    }
  };
  environment.progress.stage("Writing articles:");
  await runSteps(steps(), environment.progress);
  environment.progress.clear();
  for (const failure of failures) environment.note(failure);
  environment.output.write(report.summary(looked(job), true) + restText(job.planners) + undoText(job, report));
  return failures.length;
}

// Gives the files that the bundle has; whatever it has not is not changed.
async function writeBackup(
  { backup, environment }: FixJob,
  planned: readonly Change[],
): Promise<ReadonlySet<string> | undefined> {
  if (backup === undefined || planned.length === 0) return undefined;
  const safe = new Set<string>();
  const upcoming = planned.map((change) => ({
    path: pathOf(change),
    bytes: change.file.bytes,
    isOriginal: (bytes: Uint8Array) => isOriginal(change.file.original, bytes),
  }));
  environment.progress.stage("Writing the backup:", planned.length);
  await runSteps(counted(writeBundle(backup, upcoming, safe), environment), environment.progress);
  return safe;
}

function undoText({ backup, environment }: FixJob, { edits }: FixReport): string {
  if (backup === undefined) return "";
  const file = printable(shown(environment.workingFolder, backup));
  return edits > 0 ? `kblint undo ${file} takes this back.\n` : `No backup was needed: ${file} was not written.\n`;
}

function pathOf({ planner, file }: Change): string {
  return join(planner.run.root, file.path);
}

/** Writes the fixed text of standard input to standard output, and the report where messages go. */
export function writeOverlay(job: FixJob, { bytes }: Overlay): void {
  const { environment } = job;
  const report = new FixReport();
  const [change] = changes(job);
  if (change) report.add(change.file);
  environment.output.writeBytes(change?.file.bytes ?? bytes);
  const text = report.summary(looked(job), true) + restText(job.planners);
  for (const line of text.trimEnd().split("\n")) environment.note(line);
}

/** The number of articles that were looked at. */
export function looked({ planners }: FixJob): number {
  return planners.reduce((sum, planner) => sum + planner.looked, 0);
}

function changes({ planners, environment }: FixJob): Change[] {
  return planners.flatMap((planner) => {
    const prefix = shownPrefix(environment.workingFolder, planner.run.root);
    const files = [...planner.files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    return files.map((file) => ({ planner, file, shown: prefix + file.path }));
  });
}

function write(change: Change): string | undefined {
  const { file } = change;
  try {
    replaceFile(pathOf(change), file.bytes, (current) => isOriginal(file.original, current));
    return undefined;
  } catch (error) {
    if (error instanceof RunFailure) return error.message;
    throw error;
  }
}

// What a killed run left behind is nobody's; a draft that cannot be removed does no harm.
function sweepDrafts(planners: readonly FixPlanner[]): void {
  for (const { run } of planners) {
    for (const path of run.abandonedDrafts) {
      try {
        rmSync(join(run.root, path), { force: true });
      } catch {}
    }
  }
}
