// `kblint explain RULE`: the rule's page.
import { RULES } from "../../lint/registry.generated.ts";
import { renderRulePage } from "../../lint/rule-page.ts";
import type { CommandLine } from "../command-line.ts";
import type { Environment } from "../environment.ts";
import { EXIT_CLEAN, UsageError } from "../exit.ts";
import { findRule } from "../run-options.ts";

/** Runs the subcommand; gives the exit code. */
export function explain({ operands }: CommandLine, { output }: Environment): number {
  const [id] = operands;
  if (id === undefined || operands.length > 1)
    throw new UsageError("kblint explain needs one rule: kblint explain RULE");
  output.write(renderRulePage(findRule(id, RULES)));
  return EXIT_CLEAN;
}
