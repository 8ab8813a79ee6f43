// What a run has to say of a linted article: what a reporter made of its findings, and how they count.
// Every thread judges its own articles; what is said is small, and comes together in the order of the files.

import type { Severity } from "../lint/rule.ts";
import type { LintedFile } from "./archive-run.ts";
import type { Ledger } from "./ledger.ts";
import type { Reporter } from "./reporters/reporter.ts";
import { gravity } from "./run-options.ts";
import { type Tally, Totals } from "./totals.ts";

/** What there is to say of an article with findings. */
export interface Judgement {
  /** For the report; undefined where none of the findings is shown. */
  readonly text: string | undefined;
  readonly tally: Tally;
}

/** How findings are shown. */
export interface Showing {
  readonly reporter: Reporter;
  /** The mildest severity that is shown. */
  readonly minSeverity: Severity;
  /** What stands before a path below the root when the user is shown it. */
  readonly prefix: string;
}

/** What there is to say of a linted article; nothing where it has no findings, or all of them are suppressed. */
export function judge(
  file: LintedFile,
  ledger: Ledger,
  { reporter, minSeverity, prefix }: Showing,
): Judgement | undefined {
  const kept = ledger.keep(file);
  if (kept.length === 0) return undefined;
  const shown = kept.filter((finding) => gravity(finding.severity) >= gravity(minSeverity));
  const totals = new Totals();
  totals.add(kept, shown);
  const report = { path: prefix + file.path, source: file.source, findings: shown };
  return { text: shown.length > 0 ? reporter.render(report) : undefined, tally: totals.tally };
}
