// The help texts: what kblint does, and what each subcommand takes.
import { type CommandLine, didYouMean } from "../command-line.ts";
import { SHELLS } from "../completion/shells.ts";
import type { Environment } from "../environment.ts";
import { EXIT_CLEAN, UsageError } from "../exit.ts";
import type { Command, OptionSpec } from "../option-table.ts";
import { COMMANDS, OPTIONS } from "../option-table.ts";
import { FORMAT_NAMES } from "../reporters/formats.ts";

interface CommandHelp {
  readonly usage: string;
  readonly summary: string;
  readonly details: string;
}

const DETAILS: Readonly<Record<Command, CommandHelp>> = {
  lint: {
    usage: "kblint [lint] [PATH…]",
    summary: "lint files, folders and patterns (default: the current folder)",
    details: `PATH is a file, a folder, a pattern such as "kb/9*/**", or - for standard input. In folders the .md and .txt
files whose content is an article are linted; hidden folders, node_modules and links are left out.

Rules about other articles see the whole archive of a PATH: the outermost folder above it with kb.config.json (not
above a repository's root), else the nearest with kb/NNN or txt/NNN folders, else the folder itself (for a single
file: the files beside it).

Formats: ${FORMAT_NAMES.join(", ")}.

With --watch (stylish, json or jsonl) each change is a report of its own: of what changed, and of articles that have
other findings because of it. Ctrl+C ends with the exit code of the last one. On drives that tell of no changes, set
KBLINT_POLL=1000 to look every second (milliseconds).

With --cache the findings of each article are kept in .kb/cache/ of the archive and hold while the article, the
settings and what the article's rules asked of other articles are the same, whatever the files' dates say. The result
is always that of a run without it.

Examples:
  kblint kb/263                              lint a part of an archive
  kblint --format json --output lint.json .  results for a program
  kblint --profile authoring drafts          as strict as for new articles
  kblint --rule title-length=off --max-warnings 0 .
  kblint --watch kb/263                      lint again with every change
  kblint --cache                             look only at what changed since the last run
  kblint - --stdin-filename kb/263/Q263681/README.md < draft.md`,
  },
  fix: {
    usage: "kblint fix [PATH…]",
    summary: "repair what can be repaired safely",
    details: `Applies safe fixes until there is nothing left to fix. PATH is as for kblint lint; rules that are off and findings that
were accepted (kblint baseline) are left alone. With - the fixed text goes to standard output.

One edit is one repaired finding. All edits are worked out first; then each file is replaced as a whole, with its line
ends, encoding and rights. A file that somebody else changed meanwhile is left alone. A link given as PATH is followed:
the file that it leads to is replaced, the link stays.

Examples:
  kblint fix --dry-run kb/263                a diff for git apply or patch -p1, and counts by rule
  kblint fix --rule title-escaping --expect 12 .
  kblint fix --backup ../before.undo .       and, to take it all back: kblint undo ../before.undo
  kblint fix - --stdin-filename kb/263/Q263681/README.md < draft.md

With --rule (which may be repeated) only errors of these rules count as findings that remain.`,
  },
  config: {
    usage: "kblint config [FILE]",
    summary: "the settings in force for a file, and where each comes from",
    details: `FILE need not exist; a folder stands for the files in it. Without FILE: the current folder. Formats: text, json.

Examples:
  kblint config kb/263/Q263681/README.md     which profile and severities hold there, and which file says so
  kblint config --format json`,
  },
  rules: {
    usage: "kblint rules",
    summary: "all rules with the severities in force here",
    details: `Formats: text, json.

Examples:
  kblint rules --profile authoring           as for new articles
  kblint rules --format json                 for programs`,
  },
  refs: {
    usage: "kblint refs ID [PATH…]",
    summary: "who cites an article, and whom it cites",
    details: `ID is Q263681 or 263681. PATH names the files whose citations are listed (default: the whole archive); which articles
there are is told by the whole archive. Where kblint index has been run, only files that changed since are read.

Each place is a line: number, title, section, path:line:column. With --format json one object: schema (1), id, files
(path, title, product), citedBy and cites (id, title or null where the archive does not hold the article, section,
path, and range as in LSP: lines and characters from zero).

It exits with 1 when no article has this number and none cites it.

Examples:
  kblint refs Q263681
  kblint refs 263681 kb --format json        pages only, for a program`,
  },
  index: {
    usage: "kblint index [PATH…]",
    summary: "build or check the index that editors start with",
    details: `Keeps the index of the archive of each PATH in .kb/cache/index.kbindex (leave that folder out of version control).
A second run reads only files that changed. Editors with no storage of their own use it when it is there.

Examples:
  kblint index                               build the index, or bring it up to date
  kblint index --check                       exit with 1 when it is out of date; writes nothing
  kblint index --out .kb/index.kbindex       a portable index for editors in the browser, to publish with it`,
  },
  explain: {
    usage: "kblint explain RULE",
    summary: "a rule's page, with examples",
    details: `Says what the rule finds and why, how often that is so in the archive, and what to do.

Examples:
  kblint explain heading-underline
  kblint rules                               lists all rules`,
  },
  baseline: {
    usage: "kblint baseline [PATH…]",
    summary: "accept today's findings, so that only new ones count",
    details: `Writes the archive's suppressions file (.kb/suppressions.json): findings that are not in it yet are added, entries that
match nothing any more are removed. Reasons that people wrote into it stay.

Examples:
  kblint baseline                            accept all that kblint finds in this archive today
  kblint baseline --prune                    forget what was mended since; accept nothing new
  kblint baseline kb/263 --min-severity warning`,
  },
  merge: {
    usage: "kblint merge FILE…",
    summary: "join the reports of shards into one",
    details: `FILE is a report of kblint lint --format json, jsonl or sarif. The result is what one run over all files would have
written, in the order of the paths; the duration is the sum of all. Files that two reports have are refused.

Findings that a shard did not show (--quiet, --min-severity) are not known, nor counted by --max-warnings. With
--format stylish or gitlab the articles are read again: run it in the folder that the shards ran in.

Examples:
  kblint merge shard-*.json --format stylish --max-warnings 0
  kblint merge a.sarif b.sarif --output all.sarif`,
  },
  convert: {
    usage: "kblint convert --to page|text [PATH…] [--out DIR]",
    summary: "raw texts to pages, or pages to raw texts",
    details: `Byte for byte as the archive's own conversion made its pages. PATH is as for kblint lint. Without --out exactly one
article is converted, to standard output; with --out DIR each becomes DIR/kb/NNN/Qn/README.md or DIR/txt/NNN/Qn.TXT.

A file that is there already and says the same is left as it is; one that says something else is not touched without
--force. Articles that have the wanted form already are left out. What the other form has no place for, or what had to
be guessed, is a warning with file and line; warnings do not change the exit code.

The disclaimer that closes raw texts is learned from those of the archive (or of DIR), or read from the file that
kb.config.json names as “boilerplate”.

Examples:
  kblint convert --to page txt/263/Q263681.TXT > README.md
  kblint convert --to page txt --out .
  kblint convert --to text - --stdin-filename kb/263/Q263681/README.md < README.md`,
  },
  new: {
    usage: "kblint new --type TYPE --product CODE --title TITLE",
    summary: "start an article: a sound skeleton with the next free number",
    details: `The skeleton has every part that its type asks for and passes kblint --profile authoring; each line that you have to
write begins with TODO:. It goes to standard output, or with --write to kb/NNN/Qn/README.md (or txt/NNN/Qn.TXT) in the
archive, or with --out DIR below DIR. Files that exist are never replaced.

TYPE is bug, fix, prb, info or howto; the title gets its tag (BUG:, FIX: …) unless it has one. With kbbug, kbprb, kbinfo
or kbhowto the title stays as it is. CODE is a product's code (those that kb.config.json adds included) or its name.

The number is the next one of the ranges in kb.config.json (ids.ranges), else the one after the archive's highest.
Numbers of the registry (ids.registry) and of superseded articles are not given out again.

A title that is too long or a keyword that nobody knows is refused, with the rule that says so; exit code 1.

Examples:
  kblint new --type bug --product sna --title "Print Queue Stops After a Restart" --write
  kblint new --type howto --product vbwin --title "Count Lamps" --versions WINDOWS:6.0 --keywords "kbVBp600 kbDSupport"`,
  },
  undo: {
    usage: "kblint undo FILE",
    summary: "take back a run of kblint fix --backup FILE",
    details: `Gives every file that the run changed the bytes that it had before. Files that were changed or removed since are left
alone and named, unless --force is given. A second undo changes nothing. FILE is checked first: if it is damaged,
nothing is restored. It stays; delete it when it is no longer wanted.

Examples:
  kblint fix --backup ../before.undo .
  kblint undo ../before.undo`,
  },
  completion: {
    usage: "kblint completion SHELL",
    summary: "a script that completes what you type in a shell",
    details: `SHELL is ${SHELLS.join(", ")}. To have it in every new shell:
  bash         kblint completion bash > ~/.local/share/bash-completion/completions/kblint
               (without the package bash-completion: source <(kblint completion bash) in ~/.bashrc)
  zsh          kblint completion zsh > "\${fpath[1]}/_kblint"
  fish         kblint completion fish > ~/.config/fish/completions/kblint.fish
  PowerShell   kblint completion powershell >> $PROFILE`,
  },
  help: { usage: "kblint help [COMMAND]", summary: "this help, or that of a command", details: "" },
};

/** What a command does, in a few words. */
export function summaryOf(command: Command): string {
  return DETAILS[command].summary;
}

const EXIT_CODES = `Exit codes: 0 no errors (and warnings within --max-warnings) · 1 findings · 2 wrong use, unreadable input, or
nothing to lint.`;

/** Runs the subcommand; gives the exit code. */
export function help({ operands }: CommandLine, { output }: Environment): number {
  const [word, ...more] = operands;
  if (more.length > 0) throw new UsageError(`kblint help takes one command, not ${operands.join(" ")}`);
  const command = COMMANDS.find((candidate) => candidate === word);
  if (word !== undefined && !command) {
    throw new UsageError(
      `unknown subcommand ${word}${didYouMean(word, COMMANDS) || `; there are ${COMMANDS.join(", ")}`}`,
    );
  }
  output.write(helpText(command));
  return EXIT_CLEAN;
}

/** The help of a subcommand, or of the whole program. */
export function helpText(command: Command | undefined): string {
  const shown = command === undefined || command === "help" ? "lint" : command;
  const { usage, summary, details } = DETAILS[shown];
  const options = OPTIONS.filter((option) => !option.planned && (!option.commands || option.commands.includes(shown)));
  const parts = [
    command === undefined || command === "help"
      ? programHead()
      : `Usage: ${usage} [OPTIONS]\n\n${capitalised(summary)}.`,
    details,
    `Options:\n${options.map((option) => optionLine(option, shown)).join("\n")}`,
    EXIT_CODES,
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function programHead(): string {
  const width = Math.max(...COMMANDS.map((command) => DETAILS[command].usage.length));
  const lines = COMMANDS.map((command) => `  ${DETAILS[command].usage.padEnd(width)}  ${DETAILS[command].summary}`);
  return `kblint lints Knowledge Base articles.\n\nUsage:\n${lines.join("\n")}\n\nkblint COMMAND --help says more about a command.`;
}

function optionLine({ name, elsewhere, ...usual }: OptionSpec, command: Command): string {
  const { value, help } = elsewhere?.[command] ?? usual;
  const left = `--${name}${value === undefined ? "" : ` ${value}`}`;
  return `  ${left.padEnd(27)}  ${help}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
