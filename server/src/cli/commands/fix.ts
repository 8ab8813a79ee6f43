// `kblint fix`: repairs what the arguments name. Everything is worked out before anything is written, so that a dry
// run, a wrong count or Ctrl+C leaves every file as it was.
import { RULES } from "../../lint/registry.generated.ts";
import type { Rule } from "../../lint/rule.ts";
import { type LintSettings, levelOf } from "../../lint/run-rules.ts";
import type { ArchiveRun } from "../archive-run.ts";
import { type CommandLine, optionValue } from "../command-line.ts";
import type { Environment } from "../environment.ts";
import { EXIT_CLEAN, EXIT_FAILURE, EXIT_FINDINGS, UsageError } from "../exit.ts";
import { absolute, shownPrefix } from "../files/paths.ts";
import { type FixJob, looked, showPlan, writeOverlay, writePlan } from "../fix/carry-out.ts";
import { FixPlanner, type FixWish } from "../fix/fix-planner.ts";
import { checkBundlePlace } from "../fix/undo-bundle.ts";
import { counted, openArchives } from "../open-archives.ts";
import { readOverlay } from "../overlay.ts";
import { runSteps } from "../progress.ts";
import { countOption, findRule } from "../run-options.ts";
import { choosePaint, printable } from "../terminal.ts";
import { noteNothingLinted, noteTroubles } from "./notices.ts";

/** Runs the subcommand; gives the exit code. */
export async function fix(line: CommandLine, environment: Environment): Promise<number> {
  const overlay = readOverlay(line, environment);
  const rules = namedRules(line);
  const expected = countOption(line, "expect");
  const backup = backupPlace(line, environment);
  const runs = await openArchives(line, environment, { overlay, thorough: true });
  const choice = { unsafe: line.options.has("unsafe"), rules: rules && new Set(rules.map(({ id }) => id)) };
  const planners = await planAll(runs, { choice, onDisk: overlay === undefined }, environment);
  const job: FixJob = { planners, overlay, environment, paint: paintFor(line, environment), backup };
  noteTroubles(runs, environment);
  if (looked(job) === 0) {
    noteNothingLinted(runs, line, environment);
    return EXIT_FAILURE;
  }
  noteSilentRules(rules ?? [], job);
  const complete = noteRefused(job) === 0 && runs.every((run) => run.failures.length === 0);
  const allowed = isAsExpected(expected, complete, job);
  const written = await carryOut(job, line.options.has("dry-run"), allowed);
  if (!complete || !allowed || !written) return EXIT_FAILURE;
  return planners.some((planner) => planner.rest().errors > 0) ? EXIT_FINDINGS : EXIT_CLEAN;
}

function namedRules(line: CommandLine): Rule[] | undefined {
  return line.options.get("rule")?.map((id) => {
    if (id.includes("=")) throw new UsageError(`--rule of kblint fix names a rule whose fixes are wanted, not ${id}`);
    const rule = findRule(id, RULES);
    if (rule.fix === "no") throw new UsageError(`${id} has no fix`);
    if (rule.fix === "unsafe" && !line.options.has("unsafe")) {
      throw new UsageError(`${id} has only fixes that need your eye first; add --unsafe (and --dry-run to see them)`);
    }
    return rule;
  });
}

// Looked at before any work is done, so that a wrong place costs no waiting.
function backupPlace(line: CommandLine, { workingFolder }: Environment): string | undefined {
  const file = optionValue(line, "backup");
  if (file === undefined) return undefined;
  if (line.operands.includes("-")) throw new UsageError("--backup keeps files, and standard input is none");
  if (line.options.has("dry-run")) throw new UsageError("--backup goes with no --dry-run, which changes nothing");
  const place = absolute(workingFolder, file);
  checkBundlePlace(place);
  return place;
}

function paintFor(line: CommandLine, { variables, outputIsTerminal }: Environment): FixJob["paint"] {
  return choosePaint({ noColor: line.options.has("no-color"), environment: variables, isTerminal: outputIsTerminal });
}

async function planAll(runs: readonly ArchiveRun[], wish: FixWish, environment: Environment): Promise<FixPlanner[]> {
  const planners = runs.map((run) => new FixPlanner(run, wish));
  for (const planner of planners) {
    environment.progress.stage("Looking for what to fix:", planner.run.index.articles.length);
    await runSteps(counted(planner.plan(), environment), environment.progress);
  }
  environment.progress.clear();
  return planners;
}

// Gives the number of files that something keeps from being fixed.
function noteRefused({ planners, environment }: FixJob): number {
  let count = 0;
  for (const { run, refused } of planners) {
    const prefix = shownPrefix(environment.workingFolder, run.root);
    for (const [path, reason] of refused) environment.note(`kblint: ${printable(prefix + path)}: not fixed: ${reason}`);
    count += refused.size;
  }
  return count;
}

// A rule that is off finds nothing, so nothing of it is fixed: easily taken for "all is well".
function noteSilentRules(rules: readonly Rule[], { planners, environment }: FixJob): void {
  const settings = planners.flatMap((planner) => [...planner.settings]);
  for (const rule of rules) {
    if (settings.some((one) => speaks(rule, one))) continue;
    environment.note(`kblint: ${rule.id} is off here, so nothing of it is fixed; kblint config shows why`);
  }
}

function speaks(rule: Rule, settings: LintSettings): boolean {
  return [undefined, ...Object.keys(rule.variants ?? {})].some((name) => levelOf(rule, name, settings) !== "off");
}

function isAsExpected(expected: number | undefined, complete: boolean, { planners, environment }: FixJob): boolean {
  if (expected === undefined) return true;
  const found = planners.reduce((sum, planner) => sum + planner.edits, 0);
  if (found === expected && complete) return true;
  const counts = `--expect ${expected}, but ${found} ${found === 1 ? "edit" : "edits"} would be made`;
  environment.note(`kblint: ${found === expected ? "not every file can be fixed" : counts}; nothing was written`);
  return false;
}

// Says whether all that was to be written is.
async function carryOut(job: FixJob, dryRun: boolean, allowed: boolean): Promise<boolean> {
  if (dryRun) showPlan(job);
  else if (allowed && job.overlay) writeOverlay(job, job.overlay);
  else if (allowed) return (await writePlan(job)) === 0;
  return true;
}
