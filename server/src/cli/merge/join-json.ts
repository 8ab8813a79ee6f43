// Joins reports of findings: the same reporter writes them that would have written those of a single run.
import type { SourceText } from "../../text/source-text.ts";
import { RunFailure, UsageError } from "../exit.ts";
import type { Reporter, Summary } from "../reporters/reporter.ts";
import { Totals } from "../totals.ts";
import { joinFiles } from "./join.ts";
import { blankText, replayed, type Texts } from "./replay.ts";
import type { ReportedFile, ShardReport } from "./shard-report.ts";

/** A format's needs: the articles' own texts, which stylish quotes and GitLab's fingerprints are made of. */
type TextNeed = "none" | "wanted" | "needed";

const TEXT_NEEDS: ReadonlyMap<string, TextNeed> = new Map([
  ["stylish", "wanted"],
  ["gitlab", "needed"],
]);
// These say nothing of articles without findings, so that a report in lines is enough for them.
const WITHOUT_COUNTS: readonly string[] = ["jsonl", "gitlab"];

/** Refuses a format that the reports know too little for; throws {@link UsageError}. */
export function checkFormat(reports: readonly ShardReport[], format: string): void {
  if (format === "sarif") {
    throw new UsageError("--format sarif needs SARIF reports, which hold fixes and related places; json has none");
  }
  const lines = reports.find((report) => report.format === "jsonl");
  if (lines === undefined || WITHOUT_COUNTS.includes(format)) return;
  throw new UsageError(
    `${lines.name} is in lines, which do not say how many articles were linted; for --format ${format} write reports ` +
      `with --format json, or join these with --format ${WITHOUT_COUNTS.join(" or ")}`,
  );
}

/** What joined reports say, and how to write it. */
export interface JoinedReport {
  readonly summary: Summary;
  write(reporter: Reporter): void;
}

/** What joining needs from outside. */
export interface JoinSetup {
  readonly format: string;
  readonly workingFolder: string;
  readonly texts: Texts;
}

/** Joins reports; throws a failure where they overlap or an article that is needed is not there. */
export function joinReports(reports: readonly ShardReport[], setup: JoinSetup): JoinedReport {
  const files = joinFiles(
    reports.map(({ name, files: items }) => ({ name, items })),
    setup.workingFolder,
  );
  const totals = new Totals();
  const needed = TEXT_NEEDS.get(setup.format) === "needed";
  for (const file of files) {
    // A text that is needed and missing must be known before anything is written.
    const { findings } = replayed(file, needed ? sourceOf(file, setup) : blankText(file));
    totals.add(findings, findings);
  }
  return {
    summary: {
      ...totals.summary(),
      files: sum(reports.map(({ linted }) => linted)),
      durationMs: sum(reports.map(({ durationMs }) => durationMs)),
    },
    write(reporter) {
      for (const file of files) reporter.add(reporter.render(replayed(file, sourceOf(file, setup))));
    },
  };
}

function sourceOf(file: ReportedFile, { format, texts }: JoinSetup): SourceText {
  const need = TEXT_NEEDS.get(format) ?? "none";
  if (need === "none") return blankText(file);
  const source = texts(file);
  if (typeof source !== "string") return source;
  if (need === "wanted") return blankText(file);
  throw new RunFailure(
    `${file.path}: ${source}; --format ${format} needs the articles as they were linted, from the same folder`,
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
