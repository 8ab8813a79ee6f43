// `kblint rules`: every rule with the severity in force in the working folder.
import { RULES } from "../../lint/registry.generated.ts";
import { type CommandLine, optionValue } from "../command-line.ts";
import type { Environment } from "../environment.ts";
import { EXIT_CLEAN, EXIT_FAILURE, UsageError } from "../exit.ts";
import { settingsFor } from "../place-settings.ts";
import { oneOf } from "../run-options.ts";
import { tableText } from "../table.ts";
import { levelInForce, TABLE_FORMATS } from "./config.ts";

/** Runs the subcommand; gives the exit code. */
export function rules(line: CommandLine, environment: Environment): number {
  if (line.operands.length > 0)
    throw new UsageError("kblint rules takes no path; kblint config FILE shows a file's rules");
  const format = oneOf("format", optionValue(line, "format") ?? "text", TABLE_FORMATS);
  const { effective, broken } = settingsFor(line, environment, ".");
  const listed = RULES.map((rule) => {
    const { id: name, category, levels, fix, summary } = rule;
    return { rule: name, category, severity: levelInForce(effective, rule).value, levels, fix, summary };
  });
  if (format === "json") {
    environment.output.write(
      `${JSON.stringify({ schema: 1, profile: effective.profile.value, rules: listed }, null, 2)}\n`,
    );
  } else {
    const head = ["RULE", "SEVERITY", "FIX", "CATEGORY", "SAYS"];
    environment.output.write(
      tableText([head, ...listed.map((it) => [it.rule, it.severity, it.fix, it.category, it.summary])]),
    );
  }
  return broken ? EXIT_FAILURE : EXIT_CLEAN;
}
