// Decides with how many threads an archive is learned and linted, and carries both out with workers.
// Small archives are done before a worker has started; those stay on the main thread.
import { availableParallelism } from "node:os";
import { viewColumns } from "../../index/columns-file.ts";
import type { ArchiveRun } from "../archive-run.ts";
import { Contents } from "../cache/contents.ts";
import type { Environment } from "../environment.ts";
import { namedFiles } from "../files/selection.ts";
import { LintPool } from "./lint-pool.ts";
import type { LearnedPart, LintedPart, WorkerSetup } from "./messages.ts";

// Starting workers takes as long as linting so many articles.
const WORTH_IT = 3000;
// More only compete for the disk and fill memory.
const MOST = 8;

// With fewer cores, threads that lint cost more of each other's time than they save.
const MANY_CORES = 4;

/** With two threads, one lints and the other reads ahead for it; with more, all of them lint (docs/ARCHITECTURE.md). */
export const READ_AHEAD = 2;

/** The number of threads for an archive; 1 is the main thread alone. */
export function threadsFor(files: number, asked: number | undefined, { lintWorker }: Environment): number {
  if (lintWorker === undefined) return 1;
  if (asked !== undefined) return Math.max(1, asked);
  const cores = availableParallelism();
  if (files < WORTH_IT || cores < READ_AHEAD) return 1;
  return cores < MANY_CORES ? READ_AHEAD : Math.min(cores, MOST);
}

/** Learning and linting one archive with workers. */
export class ThreadedLint {
  /** What the learned files say, where findings are cached. */
  readonly contents: Contents = new Contents();
  readonly #run: ArchiveRun;
  readonly #pool: LintPool;
  readonly #environment: Environment;

  /** Starts the workers; {@link close} ends them. */
  constructor(
    run: ArchiveRun,
    threads: number,
    setup: Omit<WorkerSetup, "root" | "configs" | "named">,
    environment: Environment,
  ) {
    const { root, configs, targets } = run;
    this.#run = run;
    this.#environment = environment;
    this.#pool = new LintPool(environment.lintWorker ?? "", threads, {
      ...setup,
      root,
      configs,
      named: namedFiles(targets),
    });
  }

  /** Learns number and title of every article, as {@link ArchiveRun.learn} does. */
  async learn(): Promise<void> {
    const { files, index } = this.#run;
    const parts = await this.#pool.learn(files);
    index.adopt(
      parts.map(({ block }) => viewColumns(block)),
      articlesOf(files, parts),
    );
    this.contents.adopt(parts.map((part) => part.contents).filter((table) => table !== undefined));
    this.#run.looked = files.length;
    for (const { skipped, failures } of parts) {
      this.#run.skipped.push(...skipped);
      this.#run.failures.push(...failures);
    }
    this.#run.readLists();
  }

  /** Lints the selected articles; `take` gets the parts in the order of the paths. */
  async lint(take: (part: LintedPart) => void): Promise<void> {
    const { progress } = this.#environment;
    await this.#pool.lint([...this.#run.selected()], (part) => {
      this.#run.failures.push(...part.failures);
      for (let done = 0; done < part.tally.files; done++) progress.step();
      progress.show();
      take(part);
    });
  }

  /** Ends the workers. */
  close(): void {
    this.#pool.close();
  }
}

function* articlesOf(files: readonly string[], parts: readonly LearnedPart[]): Generator<string> {
  let at = 0;
  for (const { isArticle } of parts) {
    for (const flag of isArticle) {
      const path = files[at++];
      if (flag === 1 && path !== undefined) yield path;
    }
  }
}
