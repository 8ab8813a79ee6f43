// The counts of a run: of what is shown, and of what decides the exit code even where it is not shown.
// Plain numbers, so that the counts of parts add up to those of the whole.
import type { Finding } from "../lint/rule.ts";
import { bestFix, type Summary } from "./reporters/reporter.ts";

/** Counts, of a whole run or a part of one. */
export interface Tally extends Omit<Summary, "durationMs"> {
  /** All warnings, shown or not. */
  readonly allWarnings: number;
}

const NOTHING: Tally = {
  files: 0,
  filesWithFindings: 0,
  errors: 0,
  warnings: 0,
  informations: 0,
  hints: 0,
  fixable: 0,
  allWarnings: 0,
};

/** Counts findings while files are linted. */
export class Totals {
  readonly #counts: { -readonly [name in keyof Tally]: number } = { ...NOTHING };
  readonly #startedAt = performance.now();

  /** Counts a file with the findings that are shown of it. */
  add(all: readonly Finding[], shown: readonly Finding[]): void {
    const counts = this.#counts;
    counts.files++;
    if (shown.length > 0) counts.filesWithFindings++;
    for (const finding of all) if (finding.severity === "warning") counts.allWarnings++;
    for (const finding of shown) {
      counts[`${finding.severity}s`]++;
      if (bestFix(finding) === "safe") counts.fixable++;
    }
  }

  /** Counts a file by its tally; one without findings has none. */
  addFile(tally: Tally | undefined): void {
    if (tally) this.addTally(tally);
    else this.#counts.files++;
  }

  /** Adds what was counted elsewhere. */
  addTally(tally: Tally): void {
    for (const name of NAMES) this.#counts[name] += tally[name];
  }

  /** The counts so far. */
  get tally(): Tally {
    return { ...this.#counts };
  }

  /** Articles linted. */
  get files(): number {
    return this.#counts.files;
  }

  /** All warnings, shown or not. */
  get allWarnings(): number {
    return this.#counts.allWarnings;
  }

  /** Whether there is an error. */
  get hasErrors(): boolean {
    return this.#counts.errors > 0;
  }

  /** The totals as reporters get them. */
  summary(): Summary {
    const { allWarnings: _, ...counts } = this.#counts;
    return { ...counts, durationMs: Math.round(performance.now() - this.#startedAt) };
  }
}

const NAMES: readonly (keyof Tally)[] = [
  "files",
  "filesWithFindings",
  "errors",
  "warnings",
  "informations",
  "hints",
  "fixable",
  "allWarnings",
];
