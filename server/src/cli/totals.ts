// The counts of a run: of what is shown, and of what decides the exit code even where it is not shown.
import type { Finding, Severity } from "../lint/rule.ts";
import { bestFix, type Summary } from "./reporters/reporter.ts";

/** Counts findings while files are linted. */
export class Totals {
  /** Articles linted. */
  files = 0;
  /** All warnings, shown or not. */
  allWarnings = 0;
  #filesWithFindings = 0;
  #fixable = 0;
  readonly #shown: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  readonly #startedAt = performance.now();

  /** Counts a file with the findings that are shown of it. */
  add(all: readonly Finding[], shown: readonly Finding[]): void {
    this.files++;
    if (shown.length > 0) this.#filesWithFindings++;
    for (const finding of all) if (finding.severity === "warning") this.allWarnings++;
    for (const finding of shown) {
      this.#shown[finding.severity]++;
      if (bestFix(finding) === "safe") this.#fixable++;
    }
  }

  /** Whether there is an error. */
  get hasErrors(): boolean {
    return this.#shown.error > 0;
  }

  /** The totals as reporters get them. */
  summary(): Summary {
    return {
      files: this.files,
      filesWithFindings: this.#filesWithFindings,
      errors: this.#shown.error,
      warnings: this.#shown.warning,
      informations: this.#shown.information,
      hints: this.#shown.hint,
      fixable: this.#fixable,
      durationMs: Math.round(performance.now() - this.#startedAt),
    };
  }
}
