// Reads reports of `--format json` and `jsonl`, and believes nothing that it has not looked at.
// Messages name the place in the report, because a report that was cut off is the usual reason.
import type { Severity } from "../../lint/rule.ts";
import type { Position } from "../../text/source-text.ts";
import { SEVERITIES } from "../run-options.ts";
import { noReport, type ReportedFile, type ReportedFinding, type ShardReport } from "./shard-report.ts";

const SCHEMA = 1;
// No article has more lines or longer ones; a figure beyond is a slip that must not fill the memory.
const LARGEST_PLACE = 10_000_000;
const NO_REPORT = "no report of kblint lint --format json or jsonl";

/** The members of a JSON object. */
export type Members = Readonly<Record<string, unknown>>;

/** A JSON object's members; `undefined` for any other value. */
export function membersOf(value: unknown): Members | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

/** Decodes a report of `--format json`. */
export function decodeJson(name: string, value: unknown): ShardReport {
  const report = membersOf(value);
  const summary = membersOf(report?.summary);
  if (!report || !summary || !Array.isArray(report.results)) throw noReport(name, NO_REPORT);
  if (report.schema !== SCHEMA) {
    throw noReport(name, `schema ${JSON.stringify(report.schema)}, but this kblint reads schema ${SCHEMA} only`);
  }
  const { files, durationMs } = summary;
  if (!isCount(files) || !isCount(durationMs)) throw noReport(name, "the summary has no counts");
  const results = report.results.map((result: unknown, at) => decodeFile(result, `${name}: result ${at + 1}`));
  return { name, format: "json", files: results, linted: files, durationMs };
}

/** Decodes a report of `--format jsonl`: one file a line. */
export function decodeLines(name: string, text: string): ShardReport {
  const lines = text.split("\n");
  // What a killed run leaves behind ends in the middle of a line, or after a line of a clean cut that nobody can see.
  if (lines.pop() !== "") throw noReport(name, "the last line is cut off; was the run that wrote it killed?");
  const files = lines.map((line, at) => decodeFile(parseLine(name, line, at + 1), `${name}:${at + 1}`));
  return { name, format: "jsonl", files, linted: files.length, durationMs: 0 };
}

function parseLine(name: string, line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw noReport(name, number === 1 ? NO_REPORT : `line ${number} is no JSON`);
  }
}

function decodeFile(value: unknown, where: string): ReportedFile {
  const result = membersOf(value);
  if (typeof result?.path !== "string" || !Array.isArray(result.diagnostics)) throw noReport(where, NO_REPORT);
  const findings = result.diagnostics.map((diagnostic: unknown, at) =>
    decodeFinding(diagnostic, `${where}, finding ${at + 1}`),
  );
  return { path: result.path, findings };
}

function decodeFinding(value: unknown, where: string): ReportedFinding {
  const { rule, severity, message, range, fix } = membersOf(value) ?? {};
  const start = decodePosition(membersOf(range)?.start);
  const end = decodePosition(membersOf(range)?.end);
  const known = decodeSeverity(severity);
  const knownFix = decodeFix(fix);
  if (typeof rule !== "string" || typeof message !== "string" || !known || !start || !end || knownFix === undefined) {
    throw noReport(where, "not as kblint writes it");
  }
  return { rule, severity: known, message, start, end, fix: knownFix };
}

function decodeSeverity(value: unknown): Severity | undefined {
  return SEVERITIES.find((severity) => severity === value);
}

function decodeFix(value: unknown): ReportedFinding["fix"] | undefined {
  return value === "safe" || value === "unsafe" || value === null ? value : undefined;
}

function decodePosition(value: unknown): Position | undefined {
  const { line, character } = membersOf(value) ?? {};
  return isPlace(line) && isPlace(character) ? { line, character } : undefined;
}

function isPlace(value: unknown): value is number {
  return isCount(value) && value <= LARGEST_PLACE;
}

/** Whether a value is a whole number from zero. */
export function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
