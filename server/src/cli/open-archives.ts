// What every command that lints does first: read the arguments, find the archives, their settings and their articles.
// Settings with errors end the run here: findings under wrong settings would be wrong findings.
import { RULES } from "../lint/registry.generated.ts";
import type { Severity } from "../lint/rule.ts";
import type { Overlay } from "./archive-files.ts";
import { ArchiveRun, type Shard } from "./archive-run.ts";
import type { CommandLine } from "./command-line.ts";
import type { EarlyFindings } from "./early/early-findings.ts";
import type { Environment } from "./environment.ts";
import { shown } from "./files/paths.ts";
import { groupByArchive, readTargets, type Target } from "./files/selection.ts";
import { runSteps } from "./progress.ts";
import { runOverrides } from "./run-options.ts";
import { refuseSettingsErrors } from "./settings-problems.ts";

/** How the articles are looked at, besides what the settings say. */
export interface OpenOptions {
  readonly overlay?: Overlay | undefined;
  /** The mildest severity that will be looked at. */
  readonly atLeast?: Severity | undefined;
  readonly shard?: Shard | undefined;
  /** Whether to look for drafts that killed runs left behind. */
  readonly thorough?: boolean;
}

/** The archives of the arguments with their files and settings, but not yet their articles. Throws `RunFailure`. */
export async function findArchives(
  line: CommandLine,
  environment: Environment,
  { overlay, atLeast, shard, thorough = false }: OpenOptions = {},
): Promise<ArchiveRun[]> {
  const overrides = runOverrides(line, RULES);
  const targets = targetsOf(line, environment, overlay);
  const options = { rules: RULES, overrides, today: environment.today, overlay, atLeast, shard, thorough };
  const runs = groupByArchive(targets).map((group) => new ArchiveRun(group, options));
  for (const run of runs) {
    environment.progress.stage("Looking for articles:");
    await runSteps(counted(run.find(), environment), environment.progress);
    checkSettings(run, environment);
  }
  return runs;
}

/** Learns an archive's articles on this thread; with `early` those that can be are linted at once. */
export async function learnArticles(run: ArchiveRun, environment: Environment, early?: EarlyFindings): Promise<void> {
  environment.progress.stage(early ? "Linting articles:" : "Reading articles:", run.files.length);
  await runSteps(counted(run.learn(run.files, early), environment), environment.progress);
  run.readLists();
  checkSettings(run, environment);
}

/** The archives of the arguments, ready to lint. Throws `RunFailure`. */
export async function openArchives(
  line: CommandLine,
  environment: Environment,
  options?: OpenOptions,
): Promise<ArchiveRun[]> {
  const runs = await findArchives(line, environment, options);
  for (const run of runs) await learnArticles(run, environment);
  return runs;
}

/** Steps that the progress counts. */
export function* counted(steps: Iterable<void>, { progress }: Environment): Generator<void> {
  for (const _step of steps) {
    progress.step();
    yield;
  }
}

function targetsOf({ operands }: CommandLine, { workingFolder }: Environment, overlay: Overlay | undefined): Target[] {
  if (!overlay) return readTargets(workingFolder, operands.length > 0 ? operands : ["."]);
  return [{ written: shown(workingFolder, overlay.path), path: overlay.path, kind: "file" }];
}

/** Says what is wrong in the settings and was not said yet; throws `RunFailure` where that are errors. */
export function checkSettings({ settings }: ArchiveRun, environment: Environment): void {
  refuseSettingsErrors(settings, environment, "nothing was linted");
}
