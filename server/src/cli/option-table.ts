// The subcommands and options of kblint: one table for parsing, help and near misses.
// What a later version brings stands here too, so that it is refused by name instead of being a riddle.

/** The subcommands that exist. */
export const COMMANDS = ["lint", "config", "rules", "explain", "baseline", "help"] as const;
/** A subcommand. */
export type Command = (typeof COMMANDS)[number];
/** Subcommands that are promised but not there yet. */
export const PLANNED_COMMANDS: readonly string[] = ["fix", "convert", "refs", "new", "index"];

/** An option. */
export interface OptionSpec {
  readonly name: string;
  /** What the value is called in help; options without one are switches. */
  readonly value?: string;
  readonly repeatable?: true;
  readonly help: string;
  /** The subcommands that know it; none means all. */
  readonly commands?: readonly Command[];
  /** Promised, but not there yet. */
  readonly planned?: true;
}

const RUNS: readonly Command[] = ["lint", "config", "rules", "baseline"];

/** All options, in the order of the help. */
export const OPTIONS: readonly OptionSpec[] = [
  {
    name: "format",
    value: "FORMAT",
    commands: ["lint", "config", "rules"],
    help: "how results are written (default: stylish; config and rules: text)",
  },
  { name: "output", value: "FILE", commands: ["lint"], help: "write results to FILE instead of standard output" },
  { name: "profile", value: "PROFILE", commands: RUNS, help: "archive or authoring, above all settings files" },
  {
    name: "rule",
    value: "ID=SEVERITY",
    repeatable: true,
    commands: RUNS,
    help: "set one rule: error, warning, information, hint or off",
  },
  { name: "max-warnings", value: "N", commands: ["lint"], help: "exit with 1 when there are more than N warnings" },
  {
    name: "min-severity",
    value: "SEVERITY",
    commands: ["lint", "baseline"],
    help: "leave out milder findings (default: information)",
  },
  { name: "quiet", commands: ["lint"], help: "errors only" },
  {
    name: "stdin-filename",
    value: "FILE",
    commands: ["lint"],
    help: "the path that the text on standard input (-) is linted as",
  },
  { name: "prune", commands: ["baseline"], help: "only remove entries that match nothing any more; add none" },
  { name: "no-color", help: "no colours (as does NO_COLOR; FORCE_COLOR=1 forces them)" },
  { name: "help", help: "show this help" },
  { name: "version", help: "show the version" },
  { name: "shard", value: "I/N", commands: ["lint"], planned: true, help: "" },
  { name: "threads", value: "N", commands: ["lint"], planned: true, help: "" },
  { name: "cache", commands: ["lint"], planned: true, help: "" },
  { name: "watch", commands: ["lint"], planned: true, help: "" },
];
