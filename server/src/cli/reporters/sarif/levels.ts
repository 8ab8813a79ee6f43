// Our severities in SARIF's words, and in those that GitHub sorts alerts by.
// Neither knows a milder word for a hint than for an information.
import type { Severity } from "../../../lint/rule.ts";

/** The levels of results. */
export const LEVELS: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
};

/** GitHub's `problem.severity` of a rule. */
export const PROBLEM_SEVERITIES: Readonly<Record<Severity, "error" | "warning" | "recommendation">> = {
  error: "error",
  warning: "warning",
  information: "recommendation",
  hint: "recommendation",
};
