// The formats for programs: one JSON object (CONTRACT, schema 1), or one line of JSON a file.
// Keys and their order are a promise; positions are those of LSP.
import { bestFix, type FileReport, type MakeReporter } from "./reporter.ts";

const SCHEMA = 1;

/** One object with a summary and all results. */
export const jsonReporter: MakeReporter = (output) => {
  // Finished text, not findings: those would keep every article's text alive until the end.
  const results: string[] = [];
  return {
    render: resultText,
    add: (text) => void results.push(text),
    end: ({ files, errors, warnings, informations, hints, durationMs }) => {
      const summary = JSON.stringify({ files, errors, warnings, informations, hints, durationMs });
      output.write(`{"schema":${SCHEMA},"summary":${summary},"results":[`);
      for (const [at, result] of results.entries()) output.write(`${at === 0 ? "" : ","}\n${result}`);
      output.write("\n]}\n");
    },
  };
};

/** One result a line. */
export const jsonLinesReporter: MakeReporter = (output) => ({
  render: (report) => `${resultText(report)}\n`,
  add: (text) => output.write(text),
  end: () => undefined,
});

function resultText({ path, source, findings }: FileReport): string {
  const diagnostics = findings.map((finding) => ({
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    range: { start: source.positionAt(finding.span.start), end: source.positionAt(finding.span.end) },
    fix: bestFix(finding),
  }));
  return JSON.stringify({ path, diagnostics });
}
