// `kblint lint --watch`: lints once, and again whatever a change touches, until Ctrl+C.
// Each round is a report of its own, in the format asked for; what it comes to in all is told on standard error.
import { SourceText } from "../../text/source-text.ts";
import type { CommandLine } from "../command-line.ts";
import type { Environment } from "../environment.ts";
import { BrokenPipe, EXIT_CLEAN, EXIT_FAILURE, EXIT_FINDINGS, RunFailure } from "../exit.ts";
import { shownPrefix } from "../files/paths.ts";
import { counted, openArchives } from "../open-archives.ts";
import { runSteps } from "../progress.ts";
import { endingOf } from "../reporters/ending.ts";
import { findFormat } from "../reporters/formats.ts";
import type { Reporter } from "../reporters/reporter.ts";
import { gravity } from "../run-options.ts";
import { choosePaint, printable } from "../terminal.ts";
import { Totals } from "../totals.ts";
import { ChangeQueue } from "../watch/change-queue.ts";
import { type FolderWatch, watchFolder } from "../watch/folder-watch.ts";
import { readWatchSettings, type WatchSettings } from "../watch/watch-options.ts";
import { type Relinted, type Touched, WatchedArchive } from "../watch/watched-archive.ts";
import { noteNothingLinted, noteTroubles } from "./notices.ts";

const CLEAR_SCREEN = "\u001b[2J\u001b[3J\u001b[H";
// Until a first round is over, Ctrl+C ends as it does everywhere.
const INTERRUPTED = 130;

/** Runs the watch; it ends when the reader of its output is gone, or by a signal. */
export async function watch(line: CommandLine, environment: Environment): Promise<number> {
  const settings = readWatchSettings(line, environment);
  const job = new WatchJob(line, settings, environment);
  environment.onInterrupt(() => job.exitCode);
  try {
    await job.begin();
    for (;;) await job.next();
  } catch (error) {
    if (!(error instanceof BrokenPipe)) throw error;
  }
  job.close();
  return job.exitCode;
}

class WatchJob {
  exitCode = INTERRUPTED;
  readonly #line: CommandLine;
  readonly #settings: WatchSettings;
  readonly #environment: Environment;
  readonly #queue = new ChangeQueue();
  #archives: WatchedArchive[] = [];
  #watches: FolderWatch[] = [];

  constructor(line: CommandLine, settings: WatchSettings, environment: Environment) {
    this.#line = line;
    this.#settings = settings;
    this.#environment = environment;
  }

  /** The first round. What is wrong with the command line or the settings ends it, as in every run. */
  async begin(): Promise<void> {
    const archives = await this.#open();
    // Watched before they are read: a change in between is not missed.
    await this.#watchAll(archives);
    await this.#lintAll(archives);
  }

  /** Waits for changes, and lints what they touch. */
  async next(): Promise<void> {
    const changes = await this.#queue.next();
    const touched = this.#archives.map((archive) => archive.touch(pathsIn(archive, changes)));
    if (this.#archives.length === 0 || touched.some(({ everything }) => everything)) return this.#lintAnew();
    if (touched.some(isSomething)) await this.#lintTouched(touched);
  }

  close(): void {
    for (const folder of this.#watches) folder.close();
  }

  async #open(): Promise<WatchedArchive[]> {
    const runs = await openArchives(this.#line, this.#environment, { atLeast: sparedBelow(this.#settings) });
    return runs.map((run) => new WatchedArchive(run));
  }

  async #watchAll(archives: readonly WatchedArchive[]): Promise<void> {
    const { note } = this.#environment;
    for (const { run } of archives) {
      const options = {
        root: run.root,
        shallow: run.targets.shallow,
        changed: (path: string) => this.#queue.add(`${run.root}\n${path}`),
        lost: (reason: string) => note(`kblint: watching fails (${reason}); looking at all files now and then instead`),
      };
      this.#watches.push(await watchFolder(options, this.#settings.pollEvery));
    }
  }

  // Settings that are wrong now are waited for until they are right again.
  async #lintAnew(): Promise<void> {
    try {
      const archives = await this.#open();
      this.#clearScreen();
      await this.#lintAll(archives);
    } catch (error) {
      if (!(error instanceof RunFailure)) throw error;
      this.#environment.progress.clear();
      this.#archives = [];
      this.exitCode = EXIT_FAILURE;
      this.#environment.note(`kblint: ${printable(error.message)}`);
      this.#tell("nothing was linted");
    }
  }

  async #lintAll(archives: WatchedArchive[]): Promise<void> {
    this.#archives = archives;
    const round = this.#beginRound(true);
    for (const archive of archives) {
      const steps = archive.lintAll((linted) => this.#report(linted, round));
      await this.#run(steps, archive.run.index.articles.length);
    }
    this.#endRound(round);
    const { files } = round.totals;
    const runs = archives.map(({ run }) => run);
    if (files === 0) noteNothingLinted(runs, this.#line, this.#environment);
    this.#tell(`${counts(files, "article")} linted`);
  }

  async #lintTouched(touched: readonly Touched[]): Promise<void> {
    this.#clearScreen();
    const round = this.#beginRound(false);
    for (const [at, archive] of this.#archives.entries()) {
      const some = touched[at];
      if (!some || !isSomething(some)) continue;
      for (const path of some.gone) this.#reportGone(archive, path, round);
      const steps = archive.lintTouched(some, (linted) => this.#report(linted, round));
      await this.#run(steps, some.changed.length + some.affected.length);
    }
    this.#endRound(round);
    const gone = touched.reduce((sum, some) => sum + some.gone.length, 0);
    const linted = `${counts(round.totals.files, "article")} linted again`;
    this.#tell(gone === 0 ? linted : `${linted}, ${gone} gone`);
  }

  async #run(steps: Iterable<void>, total: number): Promise<void> {
    const { progress } = this.#environment;
    progress.stage("Linting articles:", total);
    await runSteps(counted(steps, this.#environment), progress);
    progress.clear();
  }

  #beginRound(isWhole: boolean): Round {
    const { output, variables, outputIsTerminal: isTerminal } = this.#environment;
    const noColor = this.#line.options.has("no-color");
    const paint = choosePaint({ noColor, environment: variables, isTerminal });
    const reporter = findFormat(this.#settings.format)(output, paint, this.#environment);
    return { reporter, totals: new Totals(), isWhole };
  }

  #report({ file, findings, isNews }: Relinted, { reporter, totals, isWhole }: Round): void {
    const shown = findings.filter(({ severity }) => gravity(severity) >= gravity(this.#settings.minSeverity));
    const isTold = isWhole || isNews;
    totals.add(findings, isTold ? shown : []);
    // A program has to be told that a file is sound now; people read that in the last line.
    const isSilent = shown.length === 0 && (isWhole || this.#settings.format === "stylish");
    if (!isTold || isSilent) return;
    const path = shownPrefix(this.#environment.workingFolder, file.run.root) + file.path;
    reporter.add(reporter.render({ path, source: file.article.source, findings: shown }));
  }

  #reportGone({ run }: WatchedArchive, path: string, { reporter }: Round): void {
    if (this.#settings.format === "stylish") return;
    const shown = shownPrefix(this.#environment.workingFolder, run.root) + path;
    reporter.add(reporter.render({ path: shown, source: new SourceText(""), findings: [] }));
  }

  #endRound({ reporter, totals }: Round): void {
    const runs = this.#archives.map(({ run }) => run);
    this.exitCode = this.#codeNow();
    if (totals.files > 0 || this.#settings.format !== "stylish") {
      reporter.end(totals.summary(), endingOf(runs, this.exitCode, this.#environment));
    }
    this.#environment.output.close();
    noteTroubles(runs, this.#environment);
    for (const run of runs) run.skipped.length = 0;
  }

  #codeNow(): number {
    const { files, errors, warnings } = this.#counts();
    if (files === 0 || this.#archives.some(({ hasFailures }) => hasFailures)) return EXIT_FAILURE;
    const { maxWarnings } = this.#settings;
    return errors > 0 || (maxWarnings !== undefined && warnings > maxWarnings) ? EXIT_FINDINGS : EXIT_CLEAN;
  }

  #counts(): { readonly files: number; readonly errors: number; readonly warnings: number } {
    const sum = { files: 0, errors: 0, warnings: 0 };
    for (const { state } of this.#archives) {
      sum.files += state.files;
      sum.errors += state.counts.errors;
      sum.warnings += state.counts.warnings;
    }
    return sum;
  }

  #tell(what: string): void {
    const { files, errors, warnings } = this.#counts();
    const all = `${counts(errors, "error")}, ${counts(warnings, "warning")} in all ${counts(files, "article")}`;
    const time = new Date().toTimeString().slice(0, 8);
    this.#environment.note(`kblint: [${time}] ${what}; ${all}. Watching; Ctrl+C ends.`);
  }

  #clearScreen(): void {
    const { output, outputIsTerminal, variables } = this.#environment;
    if (outputIsTerminal && this.#settings.format === "stylish" && variables.TERM !== "dumb")
      output.write(CLEAR_SCREEN);
  }
}

interface Round {
  readonly reporter: Reporter;
  readonly totals: Totals;
  /** Whether all is linted, and not only what was touched. */
  readonly isWhole: boolean;
}

function isSomething({ everything, changed, affected, gone }: Touched): boolean {
  return everything || changed.length > 0 || affected.length > 0 || gone.length > 0;
}

function pathsIn({ run }: WatchedArchive, changes: ReadonlySet<string>): string[] {
  const prefix = `${run.root}\n`;
  return [...changes].filter((change) => change.startsWith(prefix)).map((change) => change.slice(prefix.length));
}

// Warnings decide the exit code even where only errors are shown.
function sparedBelow({ minSeverity }: WatchSettings): WatchSettings["minSeverity"] {
  return minSeverity === "error" ? "warning" : minSeverity;
}

function counts(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
