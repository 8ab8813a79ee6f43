// Annotations of GitHub Actions: one workflow command a finding, then the totals as a line of the log.
// GitHub shows only the first ten of each kind in a step; the log has them all, and the last line says so.
import type { Finding, Severity } from "../../lint/rule.ts";
import type { SourceText } from "../../text/source-text.ts";
import { printable } from "../terminal.ts";
import { counted, countsText, findingsOf } from "./counts-text.ts";
import type { MakeReporter, Summary } from "./reporter.ts";
import { repositoryPaths } from "./repository-path.ts";

const COMMANDS: Readonly<Record<Severity, "error" | "warning" | "notice">> = {
  error: "error",
  warning: "warning",
  information: "notice",
  hint: "notice",
};
const SHOWN_OF_A_KIND = 10;

/** Workflow commands of GitHub Actions. */
export const githubReporter: MakeReporter = (output, _paint, place) => {
  const inRepository = repositoryPaths("GITHUB_WORKSPACE", place);
  return {
    render: ({ path, source, findings }) => {
      const file = inRepository(path);
      return findings.map((finding) => command(finding, source, file)).join("");
    },
    add: (text) => output.write(text),
    end: (summary) => output.write(`${summaryLine(summary)}\n`),
  };
};

function command(finding: Finding, source: SourceText, file: string): string {
  const start = source.positionAt(finding.span.start);
  const end = source.positionAt(finding.span.end);
  const properties: [name: string, value: string | number][] = [
    ["file", file],
    ["line", start.line + 1],
    ["endLine", end.line + 1],
  ];
  // Columns are for places within one line; GitHub refuses others.
  if (start.line === end.line) properties.push(["col", start.character + 1], ["endColumn", end.character + 1]);
  properties.push(["title", finding.rule]);
  const written = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(",");
  return `::${COMMANDS[finding.severity]} ${written}::${escapeData(finding.message)}\n`;
}

// A line break would end the command, and what follows could be taken for another one.
function escapeData(text: string): string {
  const escaped = text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  return printable(escaped);
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

function summaryLine(summary: Summary): string {
  if (summary.files === 0) return "kblint: no article was linted.";
  if (findingsOf(summary) === 0) return `kblint: no findings in ${counted(summary.files, "article")}.`;
  const { errors, warnings, informations, hints } = summary;
  const most = Math.max(errors, warnings, informations + hints);
  const limit =
    most > SHOWN_OF_A_KIND
      ? ` GitHub shows the first ${SHOWN_OF_A_KIND} errors, warnings and notices of a step; this log has them all.`
      : "";
  return `kblint: ${countsText(summary)}.${limit}`;
}
