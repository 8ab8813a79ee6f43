// Completion for bash 3.2 and later, which macOS still ships: no associative arrays, no other package needed.
// The line is read as typed, because bash cuts words at `=`, and answers are cut there in turn.
import type { CommandOffer, Offer } from "./completion-table.ts";

/** The script to be sourced. */
export function bashCompletion(commands: readonly CommandOffer[]): string {
  const names = commands.map(({ name }) => name).join(" ");
  return `# Completion of kblint for bash; made by: kblint completion bash
_kblint() {
  local line=\${COMP_LINE:0:COMP_POINT} command=lint explicit= word current= previous= lead= offer= words=
  local -a typed
  read -r -a typed <<<"$line"
  case $line in *[[:space:]]) typed+=("") ;; esac
  local last=$((\${#typed[@]} - 1)) at
  current=\${typed[last]}
  previous=\${typed[last - 1]}
  for ((at = 1; at < last; at++)); do
    word=\${typed[at]}
    case " ${names} " in
      *" $word "*) command=$word explicit=yes; break ;;
    esac
    case $word in -*) ;; *) break ;; esac
  done
  case $current in
    --*=*) previous=\${current%%=*}; lead=$previous=; current=\${current#*=} ;;
  esac
  case "$command $previous" in
${valueCases(commands).join("\n")}
  esac
  if [ -z "$offer" ]; then
    case $current in
      -*) case $command in
${commands.map(optionCase).join("\n")}
        esac ;;
      *) case $command in
${commands.map(operandCase).join("\n")}
        esac
        if [ -z "$explicit" ] && [ "$last" = 1 ]; then words="${names} $words"; fi ;;
    esac
  fi
  COMPREPLY=()
  [ -n "$words" ] && COMPREPLY=($(compgen -W "$words" -- "$current"))
  local IFS=$'\\n'
  case $offer in
    files) COMPREPLY+=($(compgen -f -- "$current")); compopt -o filenames 2>/dev/null ;;
    folders) COMPREPLY=($(compgen -d -- "$current")); compopt -o filenames 2>/dev/null ;;
  esac
  # What stands before the last = is not replaced, where bash cuts words there.
  case $COMP_WORDBREAKS in
    *=*) case $current in *=*) lead=\${current%"\${current##*=}"} ;; *) lead= ;; esac
      for at in "\${!COMPREPLY[@]}"; do COMPREPLY[at]=\${COMPREPLY[at]#"$lead"}; done ;;
    *) for at in "\${!COMPREPLY[@]}"; do COMPREPLY[at]=$lead\${COMPREPLY[at]}; done ;;
  esac
}
complete -F _kblint kblint
`;
}

// Commands that take the same values share a line: the rules' ids alone are long.
function valueCases(commands: readonly CommandOffer[]): string[] {
  const patterns = new Map<string, string[]>();
  for (const { name, options } of commands) {
    for (const option of options) {
      if (!option.value) continue;
      const key = assignments(option.value);
      patterns.set(key, [...(patterns.get(key) ?? []), `"${name} ${option.name}"`]);
    }
  }
  return [...patterns].map(([values, found]) => `    ${found.join("|")}) ${values} ;;`);
}

function optionCase({ name, options }: CommandOffer): string {
  return `        ${name}) offer=words words="${options.map((option) => option.name).join(" ")}" ;;`;
}

function operandCase({ name, operands }: CommandOffer): string {
  return `        ${name}) ${assignments(operands)} ;;`;
}

function assignments(offer: Offer): string {
  return offer.kind === "words" ? `offer=words words="${offer.words.join(" ")}"` : `offer=${offer.kind}`;
}
