// GitLab's code quality report: an array of findings, each with a fingerprint that stays when its line moves.
// GitLab tells new findings from old ones by the fingerprint alone, so it must be unique in the whole report.
import { markFindings } from "../../config/fingerprint.ts";
import type { Severity } from "../../lint/rule.ts";
import type { FileReport, MakeReporter } from "./reporter.ts";
import { repositoryPaths } from "./repository-path.ts";

const SEVERITIES: Readonly<Record<Severity, "major" | "minor" | "info">> = {
  error: "major",
  warning: "minor",
  information: "info",
  hint: "info",
};

/** GitLab's code quality report. */
export const gitlabReporter: MakeReporter = (output, _paint, place) => {
  const inRepository = repositoryPaths("CI_PROJECT_DIR", place);
  let before = "[\n";
  return {
    render: (report) => issuesOf({ ...report, path: inRepository(report.path) }).join(",\n"),
    add: (text) => {
      output.write(`${before}${text}`);
      before = ",\n";
    },
    end: () => output.write(before === "[\n" ? "[]\n" : "\n]\n"),
  };
};

function issuesOf({ path, source, findings }: FileReport): string[] {
  return markFindings(findings, { source }, path).map(({ finding, fingerprint }) =>
    JSON.stringify({
      description: finding.message,
      check_name: finding.rule,
      fingerprint,
      severity: SEVERITIES[finding.severity],
      location: { path, lines: { begin: source.lineAt(finding.span.start) + 1 } },
    }),
  );
}
