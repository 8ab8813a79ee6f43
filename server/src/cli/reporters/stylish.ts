// The format for people: findings by file, with the line they stand in and a mark under the place.
// Everything that comes out of files goes through `printable`: a title must not be able to steer a terminal.
import type { Finding, Severity } from "../../lint/rule.ts";
import type { SourceText } from "../../text/source-text.ts";
import { type Paint, printable, type Style } from "../terminal.ts";
import { counted, countsText, findingsOf } from "./counts-text.ts";
import type { FileReport, MakeReporter, Summary } from "./reporter.ts";
import { columnsOf } from "./text-width.ts";

const STYLES: Readonly<Record<Severity, Style>> = { error: "red", warning: "yellow", information: "blue", hint: "dim" };
const LABELS: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "info",
  hint: "hint",
};
const EXCERPT_WIDTH = 100;

/** Findings by file with excerpts, then a summary. */
export const stylishReporter: MakeReporter = (output, paint) => ({
  render: (report) => fileText(report, paint),
  add: (text) => output.write(text),
  end: (summary) => output.write(`${summaryText(summary, paint)}\n`),
});

function fileText({ path, source, findings }: FileReport, paint: Paint): string {
  const places = findings.map((finding) => placeOf(finding, source));
  const width = places.reduce((widest, place) => Math.max(widest, place.length), 0);
  const rows = findings.map((finding, at) => {
    const place = (places[at] ?? "").padStart(width);
    const label = paint(STYLES[finding.severity], LABELS[finding.severity].padEnd(7));
    const row = `  ${place}  ${label}  ${printable(finding.message)}  ${paint("dim", finding.rule)}\n`;
    return row + excerpt(finding, source, paint);
  });
  return `${paint("underline", printable(path))}\n${rows.join("")}\n`;
}

function placeOf(finding: Finding, source: SourceText): string {
  const { line, character } = source.positionAt(finding.span.start);
  return `${line + 1}:${character + 1}`;
}

// Only for what has to be mended; for milder findings the message is enough.
function excerpt({ span, severity }: Finding, source: SourceText, paint: Paint): string {
  if (severity !== "error" && severity !== "warning") return "";
  const line = source.lineAt(span.start);
  const text = source.lineText(line);
  if (text.trim() === "") return "";
  const column = Math.min(span.start - source.start(line), text.length);
  const length = Math.max(1, Math.min(span.end, source.end(line)) - source.start(line) - column);
  const from = Math.max(0, Math.min(column - 20, text.length - EXCERPT_WIDTH));
  const shown = printable(text.slice(from, from + EXCERPT_WIDTH)).trimEnd();
  const before = from > 0 ? "…" : "";
  const after = from + EXCERPT_WIDTH < text.length ? "…" : "";
  const marked = text.slice(column, column + Math.min(length, EXCERPT_WIDTH - (column - from)));
  const marks = "^".repeat(Math.max(1, columnsOf(printable(marked))));
  const indent = " ".repeat(columnsOf(printable(text.slice(from, column))) + before.length);
  return `${paint("dim", `      │ ${before}${shown}${after}`)}\n      ${paint("dim", "│")} ${indent}${paint(STYLES[severity], marks)}\n`;
}

function summaryText(summary: Summary, paint: Paint): string {
  const { files, errors, warnings } = summary;
  if (files === 0) return paint("yellow", "▲ No article was linted.");
  if (findingsOf(summary) === 0) return paint("green", `✔ No findings in ${counted(files, "article")}.`);
  const style: Style = errors > 0 ? "red" : warnings > 0 ? "yellow" : "blue";
  return paint(style, `${errors > 0 ? "✖" : "▲"} ${countsText(summary)}.`);
}
