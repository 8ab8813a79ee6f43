// `kblint convert`: articles into the other container, byte for byte as the archive's own conversion made them.
// One file after the other is read, converted and put in its place, so that a whole archive takes no more memory.
import type { Overlay } from "../archive-files.ts";
import { type CommandLine, optionValue } from "../command-line.ts";
import { type ConvertJob, convertFiles } from "../convert/convert-files.ts";
import { ConvertReport } from "../convert/convert-report.ts";
import { FolderDestination, StreamDestination } from "../convert/destination.ts";
import { SourceArchive } from "../convert/source-archive.ts";
import type { Environment } from "../environment.ts";
import { EXIT_CLEAN, EXIT_FAILURE, UsageError } from "../exit.ts";
import { absolute, shown, shownPrefix } from "../files/paths.ts";
import { groupByArchive, readTargets } from "../files/selection.ts";
import { counted } from "../open-archives.ts";
import { readOverlay } from "../overlay.ts";
import { runSteps } from "../progress.ts";
import { oneOf } from "../run-options.ts";
import { refuseSettingsErrors } from "../settings-problems.ts";
import { printable } from "../terminal.ts";

const CONTAINERS = ["page", "text"] as const;

/** Runs the subcommand; gives the exit code. */
export async function convert(line: CommandLine, environment: Environment): Promise<number> {
  const wanted = optionValue(line, "to");
  if (wanted === undefined) throw new UsageError("kblint convert needs --to page or --to text");
  const to = oneOf("to", wanted, CONTAINERS);
  const folder = optionValue(line, "out");
  if (folder === undefined && line.options.has("force")) throw new UsageError("--force goes with --out DIR");
  const out = folder === undefined ? undefined : absolute(environment.workingFolder, folder);
  const overlay = readOverlay(line, environment);
  const archives = await openArchives(line, environment, overlay, out);
  const destination =
    out === undefined
      ? new StreamDestination(environment.output)
      : new FolderDestination(out, to, line.options.has("force"));
  const job: ConvertJob = { to, overlay, archives, destination, report: new ConvertReport(environment), environment };
  return await convertAll(job, line, out !== undefined);
}

async function openArchives(
  line: CommandLine,
  environment: Environment,
  overlay: Overlay | undefined,
  out: string | undefined,
): Promise<SourceArchive[]> {
  const { workingFolder, progress } = environment;
  const operands = line.operands.length > 0 ? line.operands : ["."];
  const targets = overlay
    ? [{ written: shown(workingFolder, overlay.path), path: overlay.path, kind: "file" as const }]
    : readTargets(workingFolder, operands);
  const archives = groupByArchive(targets).map((group) => new SourceArchive(group, line, environment, out));
  progress.stage("Looking for articles:");
  for (const archive of archives) await runSteps(counted(archive.find(), environment), progress);
  progress.clear();
  for (const { settings } of archives) refuseSettingsErrors(settings, environment, "nothing was converted");
  return archives;
}

async function convertAll(job: ConvertJob, line: CommandLine, toFolder: boolean): Promise<number> {
  const { archives, report, environment, to } = job;
  noteTroubles(job);
  const total = archives.reduce((sum, archive) => sum + archive.files.length, 0);
  environment.progress.stage("Converting articles:", total);
  for (const archive of archives)
    await runSteps(counted(convertFiles(job, archive), environment), environment.progress);
  environment.progress.clear();
  job.destination.close();
  if (toFolder) environment.output.write(report.summary(to));
  if (report.converted === 0) noteNothing(report, line, environment);
  return report.converted === 0 || report.failures > 0 ? EXIT_FAILURE : EXIT_CLEAN;
}

function noteTroubles({ archives, report, environment }: ConvertJob): void {
  for (const { root, failures, skipped } of archives) {
    const prefix = shownPrefix(environment.workingFolder, root);
    for (const { path, reason } of failures) report.fail(prefix + path, reason);
    for (const { path, reason } of skipped) report.skip(prefix + path, reason);
  }
}

// An empty result that looks like a full one is the worst of all.
function noteNothing(report: ConvertReport, { operands }: CommandLine, { note }: Environment): void {
  const named = printable(operands.length > 0 ? operands.join(" ") : ".");
  note(`kblint: NOTHING WAS CONVERTED: ${named}`);
  if (report.hasOnlyDone) note("kblint: what is there has the wanted form already; see --to");
}
