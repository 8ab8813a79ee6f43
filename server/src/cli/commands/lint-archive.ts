// Lints one archive: decides with how many threads, and whether articles can be linted while the archive is being read.
// However that is divided, the same comes out, in the order of the files.
import { RULES } from "../../lint/registry.generated.ts";
import type { Severity } from "../../lint/rule.ts";
import { ReadAhead } from "../ahead/read-ahead.ts";
import type { ArchiveRun, LintedFile, Shard } from "../archive-run.ts";
import { KeptFindings } from "../cache/kept-findings.ts";
import type { CommandLine } from "../command-line.ts";
import { EarlyFindings } from "../early/early-findings.ts";
import type { Environment } from "../environment.ts";
import { shownPrefix } from "../files/paths.ts";
import { type Judgement, judge, type Showing } from "../judge.ts";
import { Ledger } from "../ledger.ts";
import { checkSettings, learnArticles } from "../open-archives.ts";
import { runSteps } from "../progress.ts";
import type { Reporter } from "../reporters/reporter.ts";
import { runOverrides } from "../run-options.ts";
import { READ_AHEAD, ThreadedLint, threadsFor } from "../threads/threaded-lint.ts";
import type { Totals } from "../totals.ts";

/** How archives are linted and their findings shown. */
export interface ArchiveLintOptions {
  readonly format: string;
  readonly minSeverity: Severity;
  /** The mildest severity that is looked at. */
  readonly atLeast: Severity;
  readonly shard: Shard | undefined;
  readonly threads: number | undefined;
  /** Whether findings are cached. */
  readonly caches: boolean;
  /** Whether a text stands in for a file. */
  readonly isOverlaid: boolean;
}

/** Where the findings of all archives come together. */
export interface ArchiveLintJob {
  readonly reporter: Reporter;
  readonly totals: Totals;
  readonly options: ArchiveLintOptions;
  readonly environment: Environment;
  readonly colour: boolean;
  readonly line: CommandLine;
}

/** Lints an archive whose files are found; gives the account of its suppressions. */
export async function lintArchive(run: ArchiveRun, job: ArchiveLintJob): Promise<Ledger> {
  const { options, environment } = job;
  const ledger = new Ledger(run);
  const kept = options.caches ? new KeptFindings(run.root, environment) : undefined;
  const unknown = run.files.length - (kept?.size ?? 0);
  const threads = options.isOverlaid ? 1 : threadsFor(unknown, options.threads, environment);
  const part: ArchivePart = { run, ledger, kept };
  if (threads > READ_AHEAD) await lintWithThreads(part, threads, job);
  else await lintHere(part, threads === READ_AHEAD ? environment.reader : undefined, job);
  return ledger;
}

// A thread for fewer articles costs more than it saves.
const WORTH_A_READER = 3000;

interface ArchivePart {
  readonly run: ArchiveRun;
  readonly ledger: Ledger;
  readonly kept: KeptFindings | undefined;
}

// On this thread; `reader` is the program of one that reads ahead.
async function lintHere(
  { run, ledger, kept }: ArchivePart,
  reader: string | undefined,
  job: ArchiveLintJob,
): Promise<void> {
  const { environment, options, reporter, totals } = job;
  const cache = kept && run.useCache(kept.entries);
  cache?.contents.expect(run.size);
  const showing: Showing = { ...options, reporter, prefix: shownPrefix(environment.workingFolder, run.root) };
  const judgeFile = (file: LintedFile): Judgement | undefined => judge(file, ledger, showing);
  // What is cached is looked up by what was learned first, and a shard is a part of that.
  const isOnePass = !kept?.size && !options.shard && !options.isOverlaid;
  const early = isOnePass ? new EarlyFindings(run, judgeFile) : undefined;
  await readingAhead(run, run.toLearn(early), reader, () => learnArticles(run, environment, early));
  const rest = [...run.selectedPlaces()].filter((at) => !early?.holds(at));
  if (rest.length > 0) environment.progress.stage(early ? "Linting the rest:" : "Linting articles:", rest.length);
  const take = (judgement: Judgement | undefined): void => {
    totals.addFile(judgement?.tally);
    if (judgement?.text !== undefined) reporter.add(judgement.text);
  };
  const steps = lintRest(run, rest, {
    known: (at) => {
      run.confirm(at);
      take(early?.of(at));
    },
    unknown: (file) => take(judgeFile(file)),
    step: () => environment.progress.step(),
  });
  // Of cached articles most need not be read.
  const again = kept?.size || rest.length < WORTH_A_READER ? undefined : reader;
  const paths = rest.map((at) => run.index.articles[at] ?? "");
  await readingAhead(run, paths, again, () => runSteps(steps, environment.progress));
  kept?.take(cache?.takeFresh() ?? []);
  if (cache) kept?.save(cache.contents, environment);
}

async function readingAhead(
  run: ArchiveRun,
  paths: Iterable<string>,
  program: string | undefined,
  work: () => Promise<void>,
): Promise<void> {
  const ahead = program === undefined ? undefined : new ReadAhead(program, run.root, [...paths]);
  run.readAhead(ahead);
  try {
    await work();
  } finally {
    run.readAhead(undefined);
    ahead?.close();
  }
}

interface Handing {
  readonly known: (at: number) => void;
  readonly unknown: (file: LintedFile) => void;
  readonly step: () => void;
}

// Goes through all articles in order; only those at the places in `rest` are linted.
function* lintRest(run: ArchiveRun, rest: readonly number[], { known, unknown, step }: Handing): Generator<void> {
  let next = 0;
  for (const at of run.selectedPlaces()) {
    if (at !== rest[next]) known(at);
    else {
      next++;
      for (const _step of run.lint(unknown, [run.index.articles[at] ?? ""])) step();
    }
    yield;
  }
}

// With workers, of which this thread is one.
async function lintWithThreads(
  { run, ledger, kept }: ArchivePart,
  threads: number,
  job: ArchiveLintJob,
): Promise<void> {
  const { options, environment, colour, line } = job;
  const { workingFolder, variables, today, progress } = environment;
  const setup = {
    overrides: runOverrides(line, RULES),
    today,
    atLeast: options.atLeast,
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
