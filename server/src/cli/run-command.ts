// From arguments to exit code: parses, runs the subcommand, and turns every error into a message.
// Nothing below this catches what it cannot handle, and nothing above it sees an exception.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type CommandLine, parseCommandLine } from "./command-line.ts";
import { baseline } from "./commands/baseline.ts";
import { completion } from "./commands/completion.ts";
import { config } from "./commands/config.ts";
import { convert } from "./commands/convert.ts";
import { explain } from "./commands/explain.ts";
import { fix } from "./commands/fix.ts";
import { help, helpText } from "./commands/help.ts";
import { indexArchive } from "./commands/index-archive.ts";
import { lint } from "./commands/lint.ts";
import { merge } from "./commands/merge.ts";
import { newArticle } from "./commands/new.ts";
import { refs } from "./commands/refs.ts";
import { rules } from "./commands/rules.ts";
import { undo } from "./commands/undo.ts";
import { watch } from "./commands/watch.ts";
import type { Environment } from "./environment.ts";
import { BrokenPipe, EXIT_CLEAN, EXIT_FAILURE, RunFailure, UsageError } from "./exit.ts";
import type { Command } from "./option-table.ts";
import { removeDrafts } from "./output.ts";
import { printable } from "./terminal.ts";
import { VERSION } from "./version.ts";

type Run = (line: CommandLine, environment: Environment) => number | Promise<number>;

const RUNS: Readonly<Record<Command, Run>> = {
  lint: (line, environment) => (line.options.has("watch") ? watch(line, environment) : lint(line, environment)),
  fix,
  config,
  rules,
  explain,
  baseline,
  merge,
  convert,
  new: newArticle,
  undo,
  refs,
  index: indexArchive,
  completion,
  help,
};

/** Runs kblint; gives the exit code and never throws. */
export async function runCommand(words: readonly string[], environment: Environment): Promise<number> {
  try {
    const line = parseCommandLine(words, (path) => existsSync(resolve(environment.workingFolder, path)));
    const code = await dispatch(line, environment);
    environment.output.close();
    return code;
  } catch (error) {
    environment.progress.clear();
    removeDrafts();
    if (error instanceof BrokenPipe) return EXIT_CLEAN;
    noteError(error, environment);
    return EXIT_FAILURE;
  }
}

function noteError(error: unknown, { note }: Environment): void {
  if (error instanceof UsageError || error instanceof RunFailure) {
    note(`kblint: ${printable(error.message)}`);
    if (error instanceof UsageError) note("kblint --help shows how to use it.");
  } else {
    const trace = error instanceof Error ? error.stack : String(error);
    note(`kblint: internal failure, please report it: ${trace}`);
  }
}

function dispatch(line: CommandLine, environment: Environment): number | Promise<number> {
  if (line.options.has("version")) {
    environment.output.write(`kblint ${VERSION}\n`);
    return EXIT_CLEAN;
  }
  if (line.options.has("help")) {
    environment.output.write(helpText(line.explicit ? line.command : undefined));
    return EXIT_CLEAN;
  }
  return RUNS[line.command](line, environment);
}
