// `kblint completion SHELL`: the script that completes kblint's command lines in a shell.
import { type CommandLine, didYouMean } from "../command-line.ts";
import { bashCompletion } from "../completion/bash.ts";
import { type CommandOffer, commandOffers } from "../completion/completion-table.ts";
import { fishCompletion } from "../completion/fish.ts";
import { powershellCompletion } from "../completion/powershell.ts";
import { SHELLS, type Shell } from "../completion/shells.ts";
import { zshCompletion } from "../completion/zsh.ts";
import type { Environment } from "../environment.ts";
import { EXIT_CLEAN, UsageError } from "../exit.ts";

const SCRIPTS: Readonly<Record<Shell, (commands: readonly CommandOffer[]) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
  powershell: powershellCompletion,
};

/** Runs the subcommand; gives the exit code. */
export function completion({ operands }: CommandLine, { output }: Environment): number {
  const [word, ...more] = operands;
  if (word === undefined || more.length > 0) {
    throw new UsageError(`kblint completion needs one shell: ${SHELLS.join(", ")}`);
  }
  const shell = SHELLS.find((candidate) => candidate === word);
  if (!shell)
    throw new UsageError(`no completion for ${word}, only for ${SHELLS.join(", ")}${didYouMean(word, SHELLS)}`);
  output.write(SCRIPTS[shell](commandOffers()));
  return EXIT_CLEAN;
}
