// Completion for fish: one `complete` line for each command and option. Files are offered by fish itself.
import type { CommandOffer, Offer, OptionOffer } from "./completion-table.ts";

/** The script, to be sourced or put into fish's folder of completions as `kblint.fish`. */
export function fishCompletion(commands: readonly CommandOffer[]): string {
  const names = commands.map(({ name }) => name).join(" ");
  return `# Completion of kblint for fish; made by: kblint completion fish
function __kblint_command
  for word in (commandline -opc)[2..-1]
    if contains -- $word ${names}
      echo $word
      return
    end
    string match -q -- '-*' $word; or break
  end
  echo lint
end
function __kblint_is
  contains -- (__kblint_command) $argv
end
function __kblint_first
  test (count (commandline -opc)) = 1
end
complete -c kblint -f
${commands.map(({ name, summary }) => `complete -c kblint -n __kblint_first -a ${name} -d ${quoted(summary)}`).join("\n")}
${commands.flatMap(operandLine).join("\n")}
${optionLines(commands).join("\n")}
`;
}

function operandLine({ name, operands }: CommandOffer): string[] {
  const when = `complete -c kblint -n '__kblint_is ${name}'`;
  if (operands.kind === "words") return [`${when} -a ${quoted(operands.words.join(" "))}`];
  return operands.kind === "files" ? [`${when} -F`] : [];
}

// Options that mean the same in several commands are one line.
function optionLines(commands: readonly CommandOffer[]): string[] {
  const places = new Map<string, string[]>();
  for (const { name, options } of commands) {
    for (const option of options) {
      const rest = optionRest(option);
      places.set(rest, [...(places.get(rest) ?? []), name]);
    }
  }
  return [...places].map(([rest, names]) => `complete -c kblint -n '__kblint_is ${names.join(" ")}' ${rest}`);
}

function optionRest({ name, help, value }: OptionOffer): string {
  return `-l ${name.slice(2)} ${valueFlags(value)}-d ${quoted(help)}`;
}

function valueFlags(value: Offer | undefined): string {
  switch (value?.kind) {
    case undefined:
      return "";
    case "words":
      return `-x -a ${quoted(value.words.join(" "))} `;
    case "files":
      return "-r -F ";
    case "folders":
      return "-x -a '(__fish_complete_directories)' ";
    case "nothing":
      return "-x ";
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
