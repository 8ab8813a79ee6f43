// The subcommands and options of kblint: one table for parsing, help and near misses.
// What a later version brings stands here too, so that it is refused by name instead of being a riddle.

/** The subcommands that exist. */
export const COMMANDS = [
  "lint",
  "fix",
  "config",
  "rules",
  "explain",
  "baseline",
  "merge",
  "convert",
  "new",
  "undo",
  "refs",
  "index",
  "completion",
  "help",
] as const;
/** A subcommand. */
export type Command = (typeof COMMANDS)[number];
/** Subcommands that are promised but not there yet. */
export const PLANNED_COMMANDS: readonly string[] = [];

/** An option. */
export interface OptionSpec {
  readonly name: string;
  /** What the value is called in help; options without one are switches. */
  readonly value?: string;
  readonly repeatable?: true;
  readonly help: string;
  /** What it takes and means in a subcommand where that is something else. */
  readonly elsewhere?: Readonly<Partial<Record<Command, { readonly value?: string; readonly help: string }>>>;
  /** The subcommands that know it; none means all. */
  readonly commands?: readonly Command[];
  /** Promised, but not there yet. */
  readonly planned?: true;
}

const RUNS: readonly Command[] = ["lint", "fix", "config", "rules", "baseline"];

/** All options, in the order of the help. */
export const OPTIONS: readonly OptionSpec[] = [
  {
    name: "format",
    value: "FORMAT",
    commands: ["lint", "config", "rules", "merge", "refs"],
    help: "how results are written (default: stylish; config, rules and refs: text)",
    elsewhere: { merge: { value: "FORMAT", help: "how the result is written (default: as the reports)" } },
  },
  {
    name: "output",
    value: "FILE",
    commands: ["lint", "merge"],
    help: "write results to FILE instead of standard output",
  },
  { name: "profile", value: "PROFILE", commands: RUNS, help: "archive or authoring, above all settings files" },
  {
    name: "rule",
    value: "ID=SEVERITY",
    repeatable: true,
    commands: RUNS,
    help: "set one rule: error, warning, information, hint or off",
    elsewhere: { fix: { value: "ID", help: "apply the fixes of this rule only" } },
  },
  {
    name: "max-warnings",
    value: "N",
    commands: ["lint", "merge"],
    help: "exit with 1 when there are more than N warnings",
  },
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
    commands: ["lint", "fix", "convert"],
    help: "the path that the text on standard input (-) is taken for",
  },
  { name: "unsafe", commands: ["fix"], help: "also apply the fixes that are only offered because they need your eye" },
  { name: "dry-run", commands: ["fix"], help: "show what would be done, as a diff with counts; write nothing" },
  { name: "expect", value: "N", commands: ["fix"], help: "write nothing unless exactly N edits would be made" },
  {
    name: "backup",
    value: "FILE",
    commands: ["fix"],
    help: "first write what kblint undo FILE needs to take it all back",
  },
  { name: "type", value: "TYPE", commands: ["new"], help: "the kind of article: bug, fix, prb, info or howto" },
  { name: "product", value: "CODE", commands: ["new"], help: "the product's code, such as sna, or its name" },
  { name: "title", value: "TITLE", commands: ["new"], help: "the title; it gets the tag of its type if it has none" },
  { name: "versions", value: "LIST", commands: ["new"], help: 'the versions, such as "winnt:3.0,4.0" (default: :1.0)' },
  { name: "keywords", value: "WORDS", commands: ["new"], help: "the keywords, with blanks between them" },
  {
    name: "technology",
    value: "WORDS",
    commands: ["new"],
    help: "the technology tokens (default: the product's most usual one)",
  },
  { name: "author", value: "NAME", commands: ["new"], help: "whose range of numbers (ids.ranges) to take one from" },
  { name: "write", commands: ["new"], help: "write the file to its place in the archive" },
  {
    name: "to",
    value: "page|text",
    commands: ["convert", "new"],
    help: "the form to convert to",
    elsewhere: {
      new: { value: "page|text", help: "the form (default: text where the archive has no pages, else page)" },
    },
  },
  {
    name: "out",
    value: "DIR",
    commands: ["convert", "index", "new"],
    help: "write to DIR, laid out as an archive, instead of standard output",
    elsewhere: { index: { value: "FILE", help: "write a portable index to FILE, for editors in the browser" } },
  },
  {
    name: "force",
    commands: ["convert", "undo"],
    help: "replace files that say something else",
    elsewhere: { undo: { help: "also restore files that were changed or removed since" } },
  },
  { name: "prune", commands: ["baseline"], help: "only remove entries that match nothing any more; add none" },
  { name: "check", commands: ["index"], help: "write nothing; exit with 1 when the index is out of date" },
  { name: "no-color", help: "no colours (as does NO_COLOR; FORCE_COLOR=1 forces them)" },
  { name: "help", help: "show this help" },
  { name: "version", help: "show the version" },
  {
    name: "shard",
    value: "I/N",
    commands: ["lint"],
    help: "lint the I-th of N parts, knowing all of the archive (see kblint merge)",
  },
  {
    name: "threads",
    value: "N",
    commands: ["lint"],
    help: "use N threads; of two, one reads ahead (default: 2 on up to 3 cores, else one a core)",
  },
  { name: "cache", commands: ["lint"], help: "skip what is known from the last run, by content (.kb/cache/)" },
  { name: "watch", commands: ["lint"], help: "lint again whatever a change touches, until Ctrl+C" },
];
