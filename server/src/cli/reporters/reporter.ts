// What a reporter is: it gets the files with findings one by one, and at the end the totals.
// Files are handed over in the order of their paths and must not be kept: their texts would fill the memory.
import type { Finding } from "../../lint/rule.ts";
import type { SourceText } from "../../text/source-text.ts";
import type { Environment } from "../environment.ts";
import type { Output } from "../output.ts";
import type { Paint } from "../terminal.ts";

/** A file with findings. */
export interface FileReport {
  /** The path as the user is shown it. */
  readonly path: string;
  readonly source: SourceText;
  /** Those to show, in the order of the text; never empty. */
  readonly findings: readonly Finding[];
}

/** The totals of what was shown. */
export interface Summary {
  /** Articles linted. */
  readonly files: number;
  readonly filesWithFindings: number;
  readonly errors: number;
  readonly warnings: number;
  readonly informations: number;
  readonly hints: number;
  /** Findings with a safe fix. */
  readonly fixable: number;
  readonly durationMs: number;
}

/** How a run ends, besides its findings. */
export interface Ending {
  readonly exitCode: number;
  /** Files that could not be read or linted; the paths are as the user is shown them. */
  readonly failures: readonly Failure[];
}

/** A file that could not be read or linted. */
export interface Failure {
  readonly path: string;
  readonly reason: string;
}

/** Writes results in one format. */
export interface Reporter {
  /** The text of a file's findings. It depends on the file alone, so that any thread can make it. */
  render(report: FileReport): string;
  /** Takes what was rendered, in the order of the files. */
  add(text: string): void;
  end(summary: Summary, ending: Ending): void;
}

/** Where a run takes place: some formats want paths relative to the repository. */
export type ReportPlace = Pick<Environment, "workingFolder" | "variables">;

/** Makes a reporter that writes to an output. */
export type MakeReporter = (output: Output, paint: Paint, place: ReportPlace) => Reporter;

/** The best fix that a finding offers. */
export function bestFix(finding: Finding): "safe" | "unsafe" | null {
  if (!finding.fixes || finding.fixes.length === 0) return null;
  return finding.fixes.some((fix) => fix.safety === "safe") ? "safe" : "unsafe";
}
