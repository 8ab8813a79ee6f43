// A lint worker's side: learns and lints the files that it is told, with everything else as on the main thread.
// Its findings are the main thread's to the letter, because both run the same code.
import { encodeColumns } from "../../index/columns-file.ts";
import { RULES } from "../../lint/registry.generated.ts";
import { ArchiveRun, type LintedFile } from "../archive-run.ts";
import { join } from "../files/paths.ts";
import { Ledger } from "../ledger.ts";
import { SILENT_OUTPUT } from "../output.ts";
import { findFormat } from "../reporters/formats.ts";
import type { Reporter } from "../reporters/reporter.ts";
import { gravity } from "../run-options.ts";
import { paintColour, paintPlain } from "../terminal.ts";
import { Totals } from "../totals.ts";
import {
  type Answer,
  type LearnedPart,
  type LintedPart,
  type Order,
  PASSING_BUILD,
  type WorkerSetup,
} from "./messages.ts";
import { readBlocks } from "./read-blocks.ts";

/** Works for one archive. */
export class LintWorker {
  readonly #setup: WorkerSetup;
  readonly #run: ArchiveRun;
  readonly #reporter: Reporter;

  constructor(setup: WorkerSetup) {
    const { root, named, overrides, today, atLeast } = setup;
    const targets = named.map((path) => ({ written: path, path: join(root, path), kind: "file" as const }));
    this.#setup = setup;
    this.#run = new ArchiveRun({ root, targets, shallow: false }, { rules: RULES, overrides, today, atLeast });
    this.#run.useConfigs(setup.configs);
    this.#reporter = findFormat(setup.format)(SILENT_OUTPUT, setup.colour ? paintColour : paintPlain, setup.place);
  }

  /** Carries an order out; `undefined` where it needs no answer. */
  carryOut(order: Order): Answer | undefined {
    if (order.kind === "learn") return this.#learn(order.paths);
    if (order.kind === "lint") return this.#lint(order.paths);
    this.#run.index.adopt(readBlocks(order.blocks));
    return undefined;
  }

  #learn(paths: readonly string[]): LearnedPart {
    for (const _step of this.#run.learn(paths)) void _step;
    const articles = new Set(this.#run.index.articles);
    const isArticle = Uint8Array.from(paths, (path) => (articles.has(path) ? 1 : 0));
    const block = encodeColumns(this.#run.index.columns, PASSING_BUILD, (bytes) => new SharedArrayBuffer(bytes));
    return { kind: "learned", block, isArticle, skipped: this.#run.skipped, failures: this.#run.failures.splice(0) };
  }

  #lint(paths: readonly string[]): LintedPart {
    const texts: string[] = [];
    const totals = new Totals();
    const ledger = new Ledger(this.#run);
    const take = (file: LintedFile): void => {
      const kept = ledger.keep(file);
      const shown = kept.filter((finding) => gravity(finding.severity) >= gravity(this.#setup.minSeverity));
      totals.add(kept, shown);
      const report = { path: this.#setup.prefix + file.path, source: file.article.source, findings: shown };
      if (shown.length > 0) texts.push(this.#reporter.render(report));
    };
    for (const _step of this.#run.lint(take, paths)) void _step;
    const failures = this.#run.failures.splice(0);
    return { kind: "linted", texts, tally: totals.tally, account: ledger.account, failures };
  }
}
