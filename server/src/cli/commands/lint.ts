// `kblint lint`: lints what the arguments name and reports it.
// Findings, notices and failures are three things: results go to the output, the others to standard error.
import { RULES } from "../../lint/registry.generated.ts";
import type { Severity } from "../../lint/rule.ts";
import type { ArchiveRun, LintedFile, Overlay, Shard } from "../archive-run.ts";
import { KeptFindings } from "../cache/kept-findings.ts";
import { type CommandLine, optionValue } from "../command-line.ts";
import type { Environment } from "../environment.ts";
import { BrokenPipe, EXIT_CLEAN, EXIT_FAILURE, EXIT_FINDINGS } from "../exit.ts";
import { shownPrefix } from "../files/paths.ts";
import { Ledger } from "../ledger.ts";
import { checkSettings, counted, findArchives, learnArticles } from "../open-archives.ts";
import { FileOutput } from "../output.ts";
import { readOverlay } from "../overlay.ts";
import { runSteps } from "../progress.ts";
import { endingOf } from "../reporters/ending.ts";
import { findFormat } from "../reporters/formats.ts";
import type { Reporter } from "../reporters/reporter.ts";
import { countOption, gravity, minSeverity, runOverrides, shardOption, threadsOption } from "../run-options.ts";
import { choosePaint, paintColour, paintPlain } from "../terminal.ts";
import { ThreadedLint, threadsFor } from "../threads/threaded-lint.ts";
import { Totals } from "../totals.ts";
import { noteNothingLinted, noteStale, noteTroubles } from "./notices.ts";

interface LintOptions {
  readonly format: string;
  readonly outputPath: string | undefined;
  readonly maxWarnings: number | undefined;
  readonly minSeverity: Severity;
  readonly overlay: Overlay | undefined;
  readonly shard: Shard | undefined;
  readonly threads: number | undefined;
  readonly caches: boolean;
}

/** Runs the subcommand; gives the exit code. */
export async function lint(line: CommandLine, environment: Environment): Promise<number> {
  const options = readOptions(line, environment);
  const totals = new Totals();
  const runs = await findArchives(line, environment, { ...options, atLeast: sparedBelow(options) });
  const output = options.outputPath === undefined ? environment.output : new FileOutput(options.outputPath);
  try {
    const colour = hasColour(line, environment, options);
    const reporter = findFormat(options.format)(output, colour ? paintColour : paintPlain, environment);
    const job: LintJob = { reporter, totals, options, environment, colour, line };
    const ledgers: Ledger[] = [];
    for (const run of runs) ledgers.push(await lintArchive(run, job));
    environment.progress.clear();
    reporter.end(totals.summary(), endingOf(runs, exitCode(runs, totals, options), environment));
    output.close();
    noteTroubles(runs, environment);
    if (totals.files === 0) noteNothingLinted(runs, line, environment);
    else if (!line.options.has("rule") && !line.options.has("profile")) noteStale(ledgers, environment);
  } catch (error) {
    // Nobody reads on; what was found so far still decides.
    if (!(error instanceof BrokenPipe)) throw error;
  }
  return exitCode(runs, totals, options);
}

// Warnings decide the exit code even where only errors are shown.
function sparedBelow({ minSeverity }: LintOptions): Severity {
  return minSeverity === "error" ? "warning" : minSeverity;
}

function readOptions(line: CommandLine, environment: Environment): LintOptions {
  const format = optionValue(line, "format") ?? "stylish";
  findFormat(format);
  const overlay = readOverlay(line, environment);
  return {
    format,
    outputPath: optionValue(line, "output"),
    maxWarnings: countOption(line, "max-warnings"),
    minSeverity: minSeverity(line),
    overlay,
    shard: shardOption(line),
    threads: threadsOption(line),
    // A text that is not on the disk leaves nothing for a later run.
    caches: line.options.has("cache") && overlay === undefined,
  };
}

function hasColour(line: CommandLine, { variables, outputIsTerminal }: Environment, options: LintOptions): boolean {
  const wish = { noColor: line.options.has("no-color"), environment: variables, isTerminal: outputIsTerminal };
  return options.outputPath === undefined && choosePaint(wish) === paintColour;
}

interface LintJob {
  readonly reporter: Reporter;
  readonly totals: Totals;
  readonly options: LintOptions;
  readonly environment: Environment;
  readonly colour: boolean;
  readonly line: CommandLine;
}

async function lintArchive(run: ArchiveRun, job: LintJob): Promise<Ledger> {
  const { options, environment } = job;
  const ledger = new Ledger(run);
  const kept = options.caches ? new KeptFindings(run.root, environment) : undefined;
  const unknown = run.files.length - (kept?.size ?? 0);
  const threads = options.overlay ? 1 : threadsFor(unknown, options.threads, environment);
  const part: ArchivePart = { run, ledger, kept };
  if (threads > 1) await lintWithThreads(part, threads, job);
  else await lintHere(part, job);
  return ledger;
}

interface ArchivePart {
  readonly run: ArchiveRun;
  readonly ledger: Ledger;
  readonly kept: KeptFindings | undefined;
}

async function lintHere({ run, ledger, kept }: ArchivePart, job: LintJob): Promise<void> {
  const { environment } = job;
  const cache = kept && run.useCache(kept.entries);
  cache?.contents.expect(run.size);
  await learnArticles(run, environment);
  const prefix = shownPrefix(environment.workingFolder, run.root);
  environment.progress.stage("Linting articles:", run.index.articles.length);
  const steps = run.lint((file) => takeFile(file, prefix + file.path, ledger, job));
  await runSteps(counted(steps, environment), environment.progress);
  kept?.take(cache?.takeFresh() ?? []);
  if (cache) kept?.save(cache.contents, environment);
}

function takeFile(file: LintedFile, path: string, ledger: Ledger, { reporter, totals, options }: LintJob): void {
  const kept = ledger.keep(file);
  const shown = kept.filter((finding) => gravity(finding.severity) >= gravity(options.minSeverity));
  totals.add(kept, shown);
  if (shown.length > 0) reporter.add(reporter.render({ path, source: file.source, findings: shown }));
}

async function lintWithThreads({ run, ledger, kept }: ArchivePart, threads: number, job: LintJob): Promise<void> {
  const { options, environment, colour, line } = job;
  const { workingFolder, variables, today, progress } = environment;
  const setup = {
    overrides: runOverrides(line, RULES),
    today,
    atLeast: sparedBelow(options),
    minSeverity: options.minSeverity,
    format: options.format,
    colour,
    place: { workingFolder, variables: { ...variables } },
    prefix: shownPrefix(workingFolder, run.root),
    cache: kept && { entries: kept.entries },
  };
  const threaded = new ThreadedLint(run, threads, setup, environment);
  try {
    progress.stage("Reading articles:", run.files.length);
    await threaded.learn();
    checkSettings(run, environment);
    progress.stage("Linting articles:", run.index.articles.length);
    await threaded.lint(({ texts, tally, account, fresh }) => {
      for (const text of texts) job.reporter.add(text);
      job.totals.addTally(tally);
      ledger.takeAccount(account);
      kept?.take(fresh);
    });
    kept?.save(threaded.contents, environment);
  } finally {
    threaded.close();
  }
}

function exitCode(runs: readonly ArchiveRun[], totals: Totals, { maxWarnings }: LintOptions): number {
  if (totals.files === 0 || runs.some((run) => run.failures.length > 0)) return EXIT_FAILURE;
  const tooManyWarnings = maxWarnings !== undefined && totals.allWarnings > maxWarnings;
  return totals.hasErrors || tooManyWarnings ? EXIT_FINDINGS : EXIT_CLEAN;
}
