// The command line as values: which subcommand, which paths, which options.
// Whatever is unknown is refused with the nearest known word, because a misspelt option that is ignored is a false "clean".
import { nearest } from "../base/edit-distance.ts";
import { UsageError } from "./exit.ts";
import { COMMANDS, type Command, OPTIONS, type OptionSpec, PLANNED_COMMANDS } from "./option-table.ts";

/** A command line in its parts. */
export interface CommandLine {
  readonly command: Command;
  /** Whether the subcommand was written; plain `kblint PATH` lints. */
  readonly explicit: boolean;
  readonly operands: readonly string[];
  readonly options: ReadonlyMap<string, readonly string[]>;
}

/** Parses the arguments; throws {@link UsageError}. `exists` tells a path from a misspelt subcommand. */
export function parseCommandLine(words: readonly string[], exists: (path: string) => boolean): CommandLine {
  const operands: string[] = [];
  const options = new Map<string, string[]>();
  let optionsEnd = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    if (optionsEnd || word === "-" || !word.startsWith("-")) operands.push(word);
    else if (word === "--") optionsEnd = true;
    else at += takeOption(word, words[at + 1], options);
  }
  const command = takeCommand(operands, exists);
  const line: CommandLine = { command: command ?? "lint", explicit: command !== undefined, operands, options };
  checkOptions(line);
  return line;
}

const SHORT: ReadonlyMap<string, string> = new Map([
  ["-h", "--help"],
  ["-v", "--version"],
  ["-V", "--version"],
  ["-o", "--output"],
  ["-f", "--format"],
  ["-q", "--quiet"],
]);

// Gives the number of further words that the option took.
function takeOption(word: string, next: string | undefined, options: Map<string, string[]>): number {
  const long = SHORT.get(word) ?? word;
  const equals = long.indexOf("=");
  const written = equals < 0 ? undefined : long.slice(equals + 1);
  const spec = findOption(equals < 0 ? long : long.slice(0, equals));
  const { name } = spec;
  if (spec.value === undefined) {
    if (written !== undefined) throw new UsageError(`--${name} takes no value`);
    options.set(name, []);
    return 0;
  }
  const value = written ?? next;
  if (!value) throw new UsageError(`--${name} needs a value: --${name} ${spec.value}`);
  const values = options.get(name) ?? [];
  if (values.length > 0 && !spec.repeatable) throw new UsageError(`--${name} is given twice`);
  options.set(name, [...values, value]);
  return written === undefined ? 1 : 0;
}

function findOption(word: string): OptionSpec {
  const spec = OPTIONS.find((option) => `--${option.name}` === word);
  if (!spec) throw unknownOption(word);
  if (spec.planned) throw new UsageError(`${word} is not in this version yet`);
  return spec;
}

function unknownOption(word: string): UsageError {
  const names = OPTIONS.filter((option) => !option.planned).map((option) => `--${option.name}`);
  return new UsageError(`unknown option ${word}${didYouMean(word, names)}`);
}

/** “; did you mean …?”, or nothing. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const near = nearest(word.slice(0, 80), candidates, word.length < 5 ? 1 : 3);
  return near === undefined ? "" : `; did you mean ${near}?`;
}

// Takes the subcommand off the operands. A word that is neither a path nor like one is a subcommand misspelt.
function takeCommand(operands: string[], exists: (path: string) => boolean): Command | undefined {
  const [word] = operands;
  if (word === undefined) return undefined;
  const command = COMMANDS.find((candidate) => candidate === word);
  if (command) {
    operands.shift();
    return command;
  }
  if (PLANNED_COMMANDS.includes(word)) {
    throw new UsageError(`kblint ${word} is not in this version yet (for a path of that name, write ./${word})`);
  }
  if (!/^[a-z-]{2,}$/.test(word) || exists(word)) return undefined;
  const near = nearest(word, [...COMMANDS, ...PLANNED_COMMANDS], 2);
  if (near !== undefined) throw new UsageError(`unknown subcommand ${word}; did you mean ${near}?`);
  return undefined;
}

function checkOptions({ command, options }: CommandLine): void {
  for (const name of options.keys()) {
    const spec = OPTIONS.find((option) => option.name === name);
    if (!spec?.commands || command === "help" || spec.commands.includes(command)) continue;
    throw new UsageError(`--${name} is no option of kblint ${command}, only of ${spec.commands.join(", ")}`);
  }
}

/** The single value of an option. */
export function optionValue(line: CommandLine, name: OptionSpec["name"]): string | undefined {
  return line.options.get(name)?.[0];
}
