// What every thread of a run does: learn and lint the files that it is told.
// Each step is a file, so that the main thread can breathe in between; findings are the same on all threads.
import { encodeColumns, viewColumns } from "../../index/columns-file.ts";
import { RULES } from "../../lint/registry.generated.ts";
import { ArchiveRun, type LintedFile } from "../archive-run.ts";
import { joined } from "../cache/entry.ts";
import type { FindingsCache } from "../cache/findings-cache.ts";
import { join } from "../files/paths.ts";
import { judge, type Showing } from "../judge.ts";
import { Ledger } from "../ledger.ts";
import { SILENT_OUTPUT } from "../output.ts";
import { findFormat } from "../reporters/formats.ts";
import { paintColour, paintPlain } from "../terminal.ts";
import { Totals } from "../totals.ts";
import {
  type Answer,
  type Knowledge,
  type LearnedPart,
  type LintedPart,
  type Order,
  PASSING_BUILD,
  type WorkerSetup,
} from "./messages.ts";

/** Works for one archive. */
export class LintWorker {
  readonly #run: ArchiveRun;
  readonly #showing: Showing;
  readonly #cache: FindingsCache | undefined;

  constructor(setup: WorkerSetup) {
    const { root, named, overrides, today, atLeast, minSeverity, prefix } = setup;
    const targets = named.map((path) => ({ written: path, path: join(root, path), kind: "file" as const }));
    this.#run = new ArchiveRun({ root, targets, shallow: false }, { rules: RULES, overrides, today, atLeast });
    this.#run.useConfigs(setup.configs);
    this.#cache = setup.cache && this.#run.useCache(setup.cache.entries);
    const reporter = findFormat(setup.format)(SILENT_OUTPUT, setup.colour ? paintColour : paintPlain, setup.place);
    this.#showing = { reporter, minSeverity, prefix };
  }

  /** Carries an order out; each step is a file. */
  *carryOut(order: Order): Generator<void, Answer> {
    return order.kind === "learn" ? yield* this.#learn(order.paths) : yield* this.#lint(order.paths);
  }

  /** Takes the whole archive as all threads learned it. */
  know({ blocks, contents }: Omit<Knowledge, "kind">): void {
    this.#run.index.adopt(blocks.map(viewColumns));
    this.#cache?.contents.adopt(contents);
  }

  *#learn(paths: readonly string[]): Generator<void, LearnedPart> {
    this.#cache?.contents.expect(paths.length);
    yield* this.#run.learn(paths);
    const articles = new Set(this.#run.index.articles);
    const isArticle = Uint8Array.from(paths, (path) => (articles.has(path) ? 1 : 0));
    const block = encodeColumns(this.#run.index.columns, PASSING_BUILD, (bytes) => new SharedArrayBuffer(bytes));
    const contents = this.#cache?.contents.block;
    const failures = this.#run.failures.splice(0);
    return { kind: "learned", block, isArticle, contents, skipped: this.#run.skipped, failures };
  }

  *#lint(paths: readonly string[]): Generator<void, LintedPart> {
    const texts: string[] = [];
    const totals = new Totals();
    const ledger = new Ledger(this.#run);
    const take = (file: LintedFile): void => {
      const judgement = judge(file, ledger, this.#showing);
      totals.addFile(judgement?.tally);
      if (judgement?.text !== undefined) texts.push(judgement.text);
    };
    yield* this.#run.lint(take, paths);
    const failures = this.#run.failures.splice(0);
    const fresh = joined(this.#cache?.takeFresh() ?? []);
    return { kind: "linted", texts, tally: totals.tally, account: ledger.account, fresh, failures };
  }
}
