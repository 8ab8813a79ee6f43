// The options of `kblint --watch`: those of lint, but for what makes no sense in a run that does not end.
import type { Severity } from "../../lint/rule.ts";
import { type CommandLine, optionValue } from "../command-line.ts";
import type { Environment } from "../environment.ts";
import { UsageError } from "../exit.ts";
import { countOption, minSeverity, oneOf } from "../run-options.ts";

/** What a watch is to do. */
export interface WatchSettings {
  readonly format: "stylish" | "json" | "jsonl";
  readonly maxWarnings: number | undefined;
  readonly minSeverity: Severity;
  /** Milliseconds between looks at all files, where that is wanted instead of watching. */
  readonly pollEvery: number | undefined;
}

const FORMATS = ["stylish", "json", "jsonl"] as const;

/** Reads the options. Throws {@link UsageError}. */
export function readWatchSettings(line: CommandLine, { variables }: Environment): WatchSettings {
  if (line.operands.includes("-")) throw new UsageError("--watch needs files or folders, not standard input");
  for (const name of ["output", "shard", "cache"]) {
    if (line.options.has(name)) throw new UsageError(`--watch and --${name} exclude each other`);
  }
  const format = optionValue(line, "format") ?? "stylish";
  return {
    format: oneOf("format", format, FORMATS),
    maxWarnings: countOption(line, "max-warnings"),
    minSeverity: minSeverity(line),
    pollEvery: pollTime(variables.KBLINT_POLL),
  };
}

function pollTime(value: string | undefined): number | undefined {
  if (!value) return undefined;
  if (/^\d{1,6}$/.test(value) && Number(value) >= 10) return Number(value);
  throw new UsageError(`KBLINT_POLL must be a number of milliseconds from 10 on, not ${value}`);
}
