// JUnit's XML, which every CI engine reads: a suite a file, a failed test a finding, and one test for the run itself.
// The run's own test keeps a clean report from being empty, which some readers take for a failure.
import type { Finding } from "../../lint/rule.ts";
import { ruleHref } from "../../lint/rule-href.ts";
import type { SourceText } from "../../text/source-text.ts";
import { counted, countsText, findingsOf } from "./counts-text.ts";
import type { Ending, FileReport, MakeReporter, Summary } from "./reporter.ts";
import { xmlAttribute, xmlText } from "./xml-text.ts";

/** A JUnit report. */
export const junitReporter: MakeReporter = (output) => {
  let begun = false;
  const begin = (): void => {
    if (!begun) output.write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="kblint">\n');
    begun = true;
  };
  return {
    render: suiteOf,
    add: (text) => {
      begin();
      output.write(text);
    },
    end: (summary, ending) => {
      begin();
      output.write(`${runSuite(summary, ending)}</testsuites>\n`);
    },
  };
};

// How long a single file took is not measured: that would cost more than linting it.
function suiteOf({ path, source, findings }: FileReport): string {
  const count = findings.length;
  const head = attributes({ name: path, tests: count, failures: count, errors: 0, skipped: 0, time: 0, file: path });
  const seen = new Map<string, number>();
  const cases = findings.map((finding) => {
    // Readers take tests of one name for the same test, so the second of a rule is told apart by its number.
    const number = (seen.get(finding.rule) ?? 0) + 1;
    seen.set(finding.rule, number);
    return caseOf(finding, source, { path, name: number === 1 ? finding.rule : `${finding.rule} (${number})` });
  });
  return `<testsuite${head}>\n${cases.join("")}</testsuite>\n`;
}

interface CaseName {
  readonly path: string;
  readonly name: string;
}

function caseOf(finding: Finding, source: SourceText, { path, name }: CaseName): string {
  const { line, character } = source.positionAt(finding.span.start);
  const { severity, message, rule } = finding;
  const place = `${path}:${line + 1}:${character + 1}`;
  const text = xmlText(`${place}: ${severity}: ${message} (${rule})\n${ruleHref(rule)}`);
  const failure = `<failure${attributes({ type: severity, message })}>${text}</failure>`;
  return `<testcase${attributes({ name, classname: path, time: 0 })}>${failure}</testcase>\n`;
}

function runSuite(summary: Summary, { exitCode, failures }: Ending): string {
  const seconds = summary.durationMs / 1000;
  const troubles = failures.map(({ path, reason }) => errorCase(path, "cannot be read", reason));
  if (summary.files === 0) troubles.push(errorCase("articles", "nothing to lint", "no article was linted"));
  const count = troubles.length + 1;
  const head = attributes({ name: "kblint", tests: count, failures: 0, errors: count - 1, skipped: 0, time: seconds });
  const properties = Object.entries({ articles: summary.files, exitCode })
    .map(([name, value]) => `<property${attributes({ name, value })}/>\n`)
    .join("");
  const run = `<testcase${attributes({ name: "run", classname: "kblint", time: seconds })}>`;
  const said = `<system-out>${xmlText(runText(summary))}</system-out>`;
  const inside = `<properties>\n${properties}</properties>\n${run}${said}</testcase>\n${troubles.join("")}`;
  return `<testsuite${head}>\n${inside}</testsuite>\n`;
}

function runText(summary: Summary): string {
  return findingsOf(summary) === 0 ? `no findings in ${counted(summary.files, "article")}` : countsText(summary);
}

function errorCase(name: string, type: string, message: string): string {
  const error = `<error${attributes({ type, message })}>${xmlText(message)}</error>`;
  return `<testcase${attributes({ name, classname: "kblint", time: 0 })}>${error}</testcase>\n`;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${xmlAttribute(String(value))}"`)
    .join("");
}
