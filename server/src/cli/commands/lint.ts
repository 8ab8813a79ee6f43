// `kblint lint`: lints what the arguments name and reports it.
// Findings, notices and failures are three things: results go to the output, the others to standard error.
import type { Overlay } from "../archive-files.ts";
import type { ArchiveRun } from "../archive-run.ts";
import { type CommandLine, optionValue } from "../command-line.ts";
import type { Environment } from "../environment.ts";
import { BrokenPipe, EXIT_CLEAN, EXIT_FAILURE, EXIT_FINDINGS } from "../exit.ts";
import type { Ledger } from "../ledger.ts";
import { findArchives } from "../open-archives.ts";
import { FileOutput } from "../output.ts";
import { readOverlay } from "../overlay.ts";
import { endingOf } from "../reporters/ending.ts";
import { findFormat } from "../reporters/formats.ts";
import { countOption, minSeverity, shardOption, threadsOption } from "../run-options.ts";
import { choosePaint, paintColour, paintPlain } from "../terminal.ts";
import { Totals } from "../totals.ts";
import { type ArchiveLintJob, type ArchiveLintOptions, lintArchive } from "./lint-archive.ts";
import { noteNothingLinted, noteStale, noteTroubles } from "./notices.ts";

interface LintOptions extends ArchiveLintOptions {
  readonly outputPath: string | undefined;
  readonly maxWarnings: number | undefined;
  readonly overlay: Overlay | undefined;
}

/** Runs the subcommand; gives the exit code. */
export async function lint(line: CommandLine, environment: Environment): Promise<number> {
  const options = readOptions(line, environment);
  const totals = new Totals();
  const runs = await findArchives(line, environment, options);
  const output = options.outputPath === undefined ? environment.output : new FileOutput(options.outputPath);
  try {
    const colour = hasColour(line, environment, options);
    const reporter = findFormat(options.format)(output, colour ? paintColour : paintPlain, environment);
    const job: ArchiveLintJob = { reporter, totals, options, environment, colour, line };
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

function readOptions(line: CommandLine, environment: Environment): LintOptions {
  const format = optionValue(line, "format") ?? "stylish";
  findFormat(format);
  const overlay = readOverlay(line, environment);
  const severity = minSeverity(line);
  return {
    format,
    outputPath: optionValue(line, "output"),
    maxWarnings: countOption(line, "max-warnings"),
    minSeverity: severity,
    // Warnings decide the exit code even where only errors are shown.
    atLeast: severity === "error" ? "warning" : severity,
    overlay,
    isOverlaid: overlay !== undefined,
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

function exitCode(runs: readonly ArchiveRun[], totals: Totals, { maxWarnings }: LintOptions): number {
  if (totals.files === 0 || runs.some((run) => run.failures.length > 0)) return EXIT_FAILURE;
  const tooManyWarnings = maxWarnings !== undefined && totals.allWarnings > maxWarnings;
  return totals.hasErrors || tooManyWarnings ? EXIT_FINDINGS : EXIT_CLEAN;
}
