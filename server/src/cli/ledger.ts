// Keeps account of suppressions during a run: which matched, and which no longer can.
// An entry is stale only when every file of its article was linted; a run over a part says nothing about the rest.
import {
  applySuppressions,
  keyOf,
  type Suppression,
  type SuppressionsById,
  suppressionId,
} from "../config/suppressions.ts";
import type { Finding } from "../lint/rule.ts";
import type { ArchiveRun, LintedFile } from "./archive-run.ts";

/** What a part of a run has to say of suppressions. */
export interface LedgerAccount {
  /** Keys of suppressions that matched. */
  readonly used: readonly string[];
  /** How many files of each article were linted. */
  readonly linted: readonly (readonly [id: string, files: number])[];
}

/** Account of one archive's suppressions. */
export class Ledger {
  readonly #run: ArchiveRun;
  readonly #files = new Map<string, SuppressionsById>();
  readonly #used = new Set<string>();
  readonly #linted = new Map<string, number>();

  constructor(run: ArchiveRun) {
    this.#run = run;
  }

  /** The findings of an article that are not suppressed. */
  keep(file: LintedFile): readonly Finding[] {
    const { suppressions, suppressionsPath } = file.settings;
    if (suppressions.size === 0) return file.findings;
    this.#files.set(suppressionsPath, suppressions);
    const id = file.known?.id ?? suppressionId(file.article, file.path);
    this.#linted.set(id, (this.#linted.get(id) ?? 0) + 1);
    const own = suppressions.get(id);
    // Most files have nothing to suppress, and a recalled article is parsed only when it is asked for.
    if (!own || file.findings.length === 0) return file.findings;
    const { kept, used } = applySuppressions(file.findings, file.article, id, own);
    for (const key of used) this.#used.add(key);
    return kept;
  }

  /** What there is to say so far. */
  get account(): LedgerAccount {
    return { used: [...this.#used], linted: [...this.#linted] };
  }

  /** Takes over what a part of the run has to say. */
  takeAccount({ used, linted }: LedgerAccount): void {
    for (const { suppressions, suppressionsPath } of this.#run.settings.known) {
      if (suppressions.size > 0) this.#files.set(suppressionsPath, suppressions);
    }
    for (const key of used) this.#used.add(key);
    for (const [id, files] of linted) this.#linted.set(id, (this.#linted.get(id) ?? 0) + files);
  }

  /** The entries that match nothing any more, by suppressions file. */
  *stale(): Generator<{ readonly path: string; readonly suppression: Suppression }> {
    for (const [path, groups] of this.#files) {
      for (const [id, group] of groups) {
        if (!this.#isKnownWhole(id)) continue;
        for (const suppression of group) if (!this.#used.has(keyOf(suppression))) yield { path, suppression };
      }
    }
  }

  #isKnownWhole(id: string): boolean {
    const files = this.#run.index.find(id).length;
    return files === 0 ? this.#run.isWhole : this.#linted.get(id) === files;
  }
}
