// `kblint baseline`: makes the suppressions file say what is found today, so that from then on only new findings count.
// Entries about articles outside the arguments stay as they are, and so do the reasons that people wrote.
import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { markFindings } from "../../config/fingerprint.ts";
import { keyOf, type Suppression, suppressionId } from "../../config/suppressions.ts";
import { writeSuppressions } from "../../config/suppressions-file.ts";
import type { ArchiveRun, LintedFile } from "../archive-run.ts";
import type { CommandLine } from "../command-line.ts";
import type { Environment } from "../environment.ts";
import { EXIT_CLEAN, EXIT_FAILURE, RunFailure, systemReason } from "../exit.ts";
import { join, shown } from "../files/paths.ts";
import { Ledger } from "../ledger.ts";
import { counted, openArchives } from "../open-archives.ts";
import { writeFileWhole } from "../output.ts";
import { own } from "../own-string.ts";
import { runSteps } from "../progress.ts";
import { gravity, minSeverity } from "../run-options.ts";
import { noteNothingLinted, noteTroubles } from "./notices.ts";

/** Runs the subcommand; gives the exit code. */
export async function baseline(line: CommandLine, environment: Environment): Promise<number> {
  const runs = await openArchives(line, environment);
  let linted = 0;
  for (const run of runs) {
    const drafts = new Drafts(run, line);
    const take = (file: LintedFile): void => {
      linted++;
      drafts.take(file);
    };
    environment.progress.stage("Linting articles:", run.index.articles.length);
    await runSteps(counted(run.lint(take), environment), environment.progress);
    environment.progress.clear();
    // A run that could not read everything knows too little to remove anything.
    if (run.failures.length === 0) drafts.write(environment);
  }
  noteTroubles(runs, environment);
  if (linted === 0) noteNothingLinted(runs, line, environment);
  return linted === 0 || runs.some((run) => run.failures.length > 0) ? EXIT_FAILURE : EXIT_CLEAN;
}

interface Draft {
  readonly entries: Map<string, Suppression>;
  added: number;
  removed: number;
}

/** The new contents of an archive's suppressions files. */
class Drafts {
  readonly #run: ArchiveRun;
  readonly #ledger: Ledger;
  readonly #prune: boolean;
  readonly #min: number;
  readonly #drafts = new Map<string, Draft>();

  constructor(run: ArchiveRun, line: CommandLine) {
    this.#run = run;
    this.#ledger = new Ledger(run);
    this.#prune = line.options.has("prune");
    this.#min = gravity(minSeverity(line));
  }

  take(file: LintedFile): void {
    const draft = this.#draftOf(file);
    this.#ledger.keep(file);
    if (this.#prune) return;
    const id = suppressionId(file.article, file.path);
    for (const { finding, fingerprint } of markFindings(file.findings, file.article, id)) {
      if (gravity(finding.severity) < this.#min) continue;
      const entry = { rule: finding.rule, id: own(id), fingerprint, reason: undefined };
      if (draft.entries.has(keyOf(entry))) continue;
      draft.entries.set(keyOf(entry), entry);
      draft.added++;
    }
  }

  write(environment: Environment): void {
    for (const { path, suppression } of this.#ledger.stale()) {
      const draft = this.#drafts.get(path);
      if (draft?.entries.delete(keyOf(suppression))) draft.removed++;
    }
    for (const [path, draft] of this.#drafts) this.#writeDraft(path, draft, environment);
  }

  #draftOf({ settings }: LintedFile): Draft {
    const known = this.#drafts.get(settings.suppressionsPath);
    if (known) return known;
    const entries = [...settings.suppressions.values()].flat();
    const draft = { entries: new Map(entries.map((entry) => [keyOf(entry), entry])), added: 0, removed: 0 };
    this.#drafts.set(settings.suppressionsPath, draft);
    return draft;
  }

  #writeDraft(path: string, { entries, added, removed }: Draft, environment: Environment): void {
    const file = join(this.#run.root, path);
    const changes = `${entries.size} accepted (${added} added, ${removed} removed)`;
    if (added > 0 || removed > 0 || (existsSync(file) && entries.size > 0)) save(file, [...entries.values()]);
    environment.output.write(`${shown(environment.workingFolder, file)}: ${changes}\n`);
  }
}

function save(file: string, entries: readonly Suppression[]): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileWhole(file, writeSuppressions(entries));
  } catch (error) {
    throw error instanceof RunFailure ? error : new RunFailure(`cannot write ${file}: ${systemReason(error)}`);
  }
}
