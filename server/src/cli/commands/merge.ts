// `kblint merge`: joins the reports of shards into the report that one run would have written.
// The exit code is that of the one run too, so that a last CI job can stand for all.
import { resolve } from "node:path";
import { type CommandLine, optionValue } from "../command-line.ts";
import type { Environment } from "../environment.ts";
import { EXIT_CLEAN, EXIT_FAILURE, EXIT_FINDINGS, UsageError } from "../exit.ts";
import type { SarifShard } from "../merge/decode-sarif.ts";
import { checkFormat, joinReports } from "../merge/join-json.ts";
import { joinLogs, writeLog } from "../merge/join-sarif.ts";
import { readShard, type Shard } from "../merge/read-shard.ts";
import { textsOnDisk } from "../merge/replay.ts";
import type { ShardReport } from "../merge/shard-report.ts";
import { FileOutput, type Output } from "../output.ts";
import { counted } from "../reporters/counts-text.ts";
import { findFormat } from "../reporters/formats.ts";
import { countOption } from "../run-options.ts";
import { choosePaint, type Paint, paintPlain } from "../terminal.ts";

/** Runs the subcommand; gives the exit code. */
export function merge(line: CommandLine, environment: Environment): number {
  const { workingFolder } = environment;
  checkNames(line.operands, workingFolder);
  const format = optionValue(line, "format");
  if (format !== undefined) findFormat(format);
  const maxWarnings = countOption(line, "max-warnings");
  const shards = line.operands.map((name) => readShard(workingFolder, name));
  const logs = shards.flatMap((shard) => ("sarif" in shard ? shard.sarif : []));
  const reports = shards.flatMap((shard) => ("json" in shard ? shard.json : []));
  const job: MergeJob = { line, environment, format: format ?? ownFormat(shards), maxWarnings };
  if (logs.length === 0) return mergeReports(reports, job);
  if (reports.length > 0) throw new UsageError("SARIF reports can be joined with SARIF reports only");
  if (job.format !== "sarif") throw new UsageError("SARIF reports can be joined to --format sarif only");
  return mergeLogs(logs, job);
}

interface MergeJob {
  readonly line: CommandLine;
  readonly environment: Environment;
  readonly format: string;
  readonly maxWarnings: number | undefined;
}

function checkNames(names: readonly string[], workingFolder: string): void {
  if (names.length === 0) throw new UsageError("kblint merge needs the reports to join: kblint merge FILE…");
  const seen = new Set<string>();
  for (const name of names) {
    const path = resolve(workingFolder, name);
    if (seen.has(path)) throw new UsageError(`${name} is given twice`);
    seen.add(path);
  }
}

// Without --format the joined report has the format of its parts.
function ownFormat(shards: readonly Shard[]): string {
  if (shards.some((shard) => "sarif" in shard)) return "sarif";
  return shards.some((shard) => "json" in shard && shard.json.format === "jsonl") ? "jsonl" : "json";
}

function mergeReports(reports: readonly ShardReport[], job: MergeJob): number {
  const { format, environment } = job;
  const { workingFolder } = environment;
  checkFormat(reports, format);
  const joined = joinReports(reports, { format, workingFolder, texts: textsOnDisk(workingFolder) });
  const { files, errors, warnings } = joined.summary;
  // A report in lines lists articles with findings only; none of them is no sign that nothing was linted.
  const nothing = files === 0 && reports.every((report) => report.format === "json");
  const code = exitCode({ nothing, failures: 0, errors, warnings }, job);
  const output = openOutput(job);
  const reporter = findFormat(format)(output, paintFor(job), environment);
  joined.write(reporter);
  reporter.end(joined.summary, { exitCode: code, failures: [] });
  output.close();
  return code;
}

function mergeLogs(logs: readonly SarifShard[], job: MergeJob): number {
  const joined = joinLogs(logs, job.environment.workingFolder);
  const { linted, failures, errors, warnings } = joined;
  const code = exitCode({ nothing: linted === 0, failures: failures.length, errors, warnings }, job);
  const output = openOutput(job);
  writeLog(joined, code, output);
  output.close();
  return code;
}

interface Outcome {
  readonly nothing: boolean;
  readonly failures: number;
  readonly errors: number;
  readonly warnings: number;
}

function exitCode({ nothing, failures, errors, warnings }: Outcome, { maxWarnings, environment }: MergeJob): number {
  if (nothing) environment.note("kblint: NOTHING WAS LINTED: no report has an article");
  if (failures > 0) environment.note(`kblint: ${counted(failures, "file")} could not be read; the reports say why`);
  if (nothing || failures > 0) return EXIT_FAILURE;
  return errors > 0 || (maxWarnings !== undefined && warnings > maxWarnings) ? EXIT_FINDINGS : EXIT_CLEAN;
}

function openOutput({ line, environment }: MergeJob): Output {
  const path = optionValue(line, "output");
  return path === undefined ? environment.output : new FileOutput(path);
}

function paintFor({ line, environment: { variables, outputIsTerminal } }: MergeJob): Paint {
  if (line.options.has("output")) return paintPlain;
  return choosePaint({ noColor: line.options.has("no-color"), environment: variables, isTerminal: outputIsTerminal });
}
