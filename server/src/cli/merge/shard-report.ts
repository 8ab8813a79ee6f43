// What `kblint merge` reads: the report of one shard, as `--format json` or `jsonl` wrote it, in one shape.
// A report that is not what it seems is refused: a joined report with a hole in it would read as “all is well”.

import type { Severity } from "../../lint/rule.ts";
import type { Position } from "../../text/source-text.ts";
import { RunFailure } from "../exit.ts";

/** A finding as a report has it. */
export interface ReportedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly start: Position;
  readonly end: Position;
  readonly fix: "safe" | "unsafe" | null;
}

/** An article with findings. */
export interface ReportedFile {
  /** As the run that reported it showed it. */
  readonly path: string;
  readonly findings: readonly ReportedFinding[];
}

/** The report of one shard. */
export interface ShardReport {
  /** The name of the report's own file. */
  readonly name: string;
  readonly files: readonly ReportedFile[];
  readonly format: "json" | "jsonl";
  /** Articles linted; of a report in lines only those with findings are known. */
  readonly linted: number;
  readonly durationMs: number;
}

/** The failure of a file that is not the report it should be. */
export function noReport(name: string, why: string): RunFailure {
  return new RunFailure(`${name}: ${why}`);
}
