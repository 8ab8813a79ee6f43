// Completion for zsh: one list of specifications for each command, handed to zsh's own _arguments.
// It works both sourced and as a file in fpath.
import type { CommandOffer, Offer, OptionOffer } from "./completion-table.ts";

/** The script, to be sourced or put into a folder of `fpath` as `_kblint`. */
export function zshCompletion(commands: readonly CommandOffer[]): string {
  const names = commands.map(({ name }) => name);
  return `#compdef kblint
# Completion of kblint for zsh; made by: kblint completion zsh
_kblint() {
  local command=lint explicit= word
  integer at
  local -a commands
  commands=(
${commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`).join("\n")}
  )
  for ((at = 2; at < CURRENT; at++)); do
    word=$words[at]
    case $word in
      (${names.join("|")}) command=$word explicit=yes; break ;;
      (-*) ;;
      (*) break ;;
    esac
  done
  if [[ -n $explicit ]]; then
    words[at]=()
    ((CURRENT--))
  elif ((CURRENT == 2)) && [[ $words[2] != -* ]]; then
    _describe -t commands command commands
  fi
  case $command in
${commands.map(commandCase).join("\n")}
  esac
}
if [ "$funcstack[1]" = _kblint ]; then _kblint "$@"; else compdef _kblint kblint; fi
`;
}

function commandCase({ name, options, operands }: CommandOffer): string {
  const specs = [...options.map(optionSpec), operandSpec(operands)].filter((spec) => spec !== "");
  return `    (${name}) _arguments -S \\\n${specs.map((spec) => `      ${quoted(spec)}`).join(" \\\n")} ;;`;
}

function optionSpec({ name, help, value, valueName }: OptionOffer): string {
  const spec = `${value ? `${name}=` : name}[${help.replace(/[[\]\\]/g, "\\$&")}]`;
  return value ? `*${spec}:${escaped(valueName)}:${action(value)}` : spec;
}

function operandSpec(operands: Offer): string {
  return operands.kind === "nothing" ? "" : `*:operand:${action(operands)}`;
}

function action(offer: Offer): string {
  switch (offer.kind) {
    case "words":
      return `(${offer.words.map(escaped).join(" ")})`;
    case "files":
      return "_files";
    case "folders":
      return "_files -/";
    case "nothing":
      return " ";
  }
}

function escaped(text: string): string {
  return text.replace(/[:\\()]/g, "\\$&");
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
