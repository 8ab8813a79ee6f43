// What stands around the results of a SARIF log: the tool with its rules before them, the run's end behind them.
// Written in two parts, so that results can go out while files are still being linted.
import { RULES } from "../../../lint/registry.generated.ts";
import type { Levels, Rule } from "../../../lint/rule.ts";
import { PROJECT_URL, ruleHref } from "../../../lint/rule-href.ts";
import { renderRulePage } from "../../../lint/rule-page.ts";
import { VERSION } from "../../version.ts";
import type { Ending, Failure } from "../reporter.ts";
import { LEVELS, PROBLEM_SEVERITIES } from "./levels.ts";
import { artifactLocation, SOURCE_ROOT } from "./location.ts";
import { messageOf } from "./message.ts";

/** The address of the published schema. */
export const SARIF_SCHEMA =
  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/** The version of the format. */
export const SARIF_VERSION = "2.1.0";
/** The tool's name in a log. */
export const TOOL = "kblint";

/** Everything before the results. */
export function sarifHead(): string {
  const rules = RULES.map((rule) => `\n${JSON.stringify(descriptor(rule))}`).join(",");
  const driver = `"name":"${TOOL}","semanticVersion":${JSON.stringify(VERSION)},"informationUri":"${PROJECT_URL}"`;
  const bases = JSON.stringify({ [SOURCE_ROOT]: { description: { text: "The folder that kblint was started in." } } });
  const run = [
    `"tool":{"driver":{${driver},"rules":[${rules}\n]}}`,
    `"columnKind":"utf16CodeUnits"`,
    // A lone carriage return ends a line, as it does in editors.
    `"newlineSequences":["\\r\\n","\\n","\\r"]`,
    `"originalUriBaseIds":${bases}`,
    `"results":[`,
  ];
  return `{"$schema":"${SARIF_SCHEMA}","version":"${SARIF_VERSION}","runs":[{${run.join(",\n")}`;
}

/** Everything behind the results. */
export function sarifTail(files: number, { exitCode, failures }: Ending): string {
  const invocation = {
    executionSuccessful: failures.length === 0 && files > 0,
    exitCode,
    toolExecutionNotifications: notifications(files, failures),
    properties: { files },
  };
  return `\n],\n"invocations":[${JSON.stringify(invocation)}]}]}\n`;
}

function notifications(files: number, failures: readonly Failure[]): object[] {
  const troubles: object[] = failures.map(({ path, reason }) => ({
    level: "error",
    message: messageOf(`${path} cannot be read: ${reason}`),
    locations: [{ physicalLocation: { artifactLocation: artifactLocation(path) } }],
    properties: { reason },
  }));
  return files > 0 ? troubles : [...troubles, { level: "error", message: messageOf("No article was linted.") }];
}

function descriptor(rule: Rule): object {
  const { id, category, summary, rationale, remedy, fix } = rule;
  const level = usualLevel(rule.levels);
  return {
    id,
    name: id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: summary },
    fullDescription: { text: `${summary} ${rationale}` },
    helpUri: ruleHref(id),
    help: { text: `${rationale}\n\n${remedy}`, markdown: renderRulePage(rule) },
    // Rules that the default profile has off run only where somebody asks for them.
    defaultConfiguration: { enabled: rule.levels.archive !== "off", level: level === "off" ? "note" : LEVELS[level] },
    properties: {
      category,
      tags: [category, ...(fix === "safe" ? ["fixable"] : [])],
      ...(level === "off" ? {} : { "problem.severity": PROBLEM_SEVERITIES[level] }),
    },
  };
}

function usualLevel({ archive, authoring }: Levels): Levels["archive"] {
  return archive === "off" ? authoring : archive;
}
