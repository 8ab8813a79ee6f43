// `kblint lint`: lints what the arguments name and reports it.
// Findings, notices and failures are three things: results go to the output, the others to standard error.
import type { Severity } from "../../lint/rule.ts";
import type { ArchiveRun, LintedFile, Overlay } from "../archive-run.ts";
import { type CommandLine, optionValue } from "../command-line.ts";
import type { Environment } from "../environment.ts";
import { BrokenPipe, EXIT_CLEAN, EXIT_FAILURE, EXIT_FINDINGS } from "../exit.ts";
import { shownPrefix } from "../files/paths.ts";
import { Ledger } from "../ledger.ts";
import { counted, openArchives } from "../open-archives.ts";
import { FileOutput } from "../output.ts";
import { readOverlay } from "../overlay.ts";
import { runSteps } from "../progress.ts";
import { endingOf } from "../reporters/ending.ts";
import { findFormat } from "../reporters/formats.ts";
import type { MakeReporter, Reporter } from "../reporters/reporter.ts";
import { countOption, gravity, minSeverity } from "../run-options.ts";
import { choosePaint, type Paint, paintPlain } from "../terminal.ts";
import { Totals } from "../totals.ts";
import { noteNothingLinted, noteStale, noteTroubles } from "./notices.ts";

interface LintOptions {
  readonly makeReporter: MakeReporter;
  readonly outputPath: string | undefined;
  readonly maxWarnings: number | undefined;
  readonly minSeverity: Severity;
  readonly overlay: Overlay | undefined;
}

/** Runs the subcommand; gives the exit code. */
export async function lint(line: CommandLine, environment: Environment): Promise<number> {
  const options = readOptions(line, environment);
  const totals = new Totals();
  const runs = await openArchives(line, environment, options.overlay, sparedBelow(options));
  const output = options.outputPath === undefined ? environment.output : new FileOutput(options.outputPath);
  try {
    const reporter = options.makeReporter(output, paintFor(line, environment, options), environment);
    const ledgers = await lintAll(runs, { reporter, totals, options, environment });
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
  return {
    makeReporter: findFormat(optionValue(line, "format") ?? "stylish"),
    outputPath: optionValue(line, "output"),
    maxWarnings: countOption(line, "max-warnings"),
    minSeverity: minSeverity(line),
    overlay: readOverlay(line, environment),
  };
}

function paintFor(line: CommandLine, { variables, outputIsTerminal }: Environment, { outputPath }: LintOptions): Paint {
  if (outputPath !== undefined) return paintPlain;
  return choosePaint({ noColor: line.options.has("no-color"), environment: variables, isTerminal: outputIsTerminal });
}

interface LintJob {
  readonly reporter: Reporter;
  readonly totals: Totals;
  readonly options: LintOptions;
  readonly environment: Environment;
}

async function lintAll(runs: readonly ArchiveRun[], job: LintJob): Promise<Ledger[]> {
  const { environment } = job;
  const ledgers: Ledger[] = [];
  for (const run of runs) {
    const ledger = new Ledger(run);
    ledgers.push(ledger);
    const prefix = shownPrefix(environment.workingFolder, run.root);
    environment.progress.stage("Linting articles:", run.index.articles.length);
    await runSteps(
      counted(
        run.lint((file) => takeFile(file, prefix + file.path, ledger, job)),
        environment,
      ),
      environment.progress,
    );
  }
  return ledgers;
}

function takeFile(file: LintedFile, path: string, ledger: Ledger, { reporter, totals, options }: LintJob): void {
  const kept = ledger.keep(file);
  const shown = kept.filter((finding) => gravity(finding.severity) >= gravity(options.minSeverity));
  totals.add(kept, shown);
  if (shown.length > 0) reporter.file({ path, source: file.article.source, findings: shown });
}

function exitCode(runs: readonly ArchiveRun[], totals: Totals, { maxWarnings }: LintOptions): number {
  if (totals.files === 0 || runs.some((run) => run.failures.length > 0)) return EXIT_FAILURE;
  const tooManyWarnings = maxWarnings !== undefined && totals.allWarnings > maxWarnings;
  return totals.hasErrors || tooManyWarnings ? EXIT_FINDINGS : EXIT_CLEAN;
}
