// Standard input as a file of the archive: `-` as the path, with `--stdin-filename` for where it is to stand.
import type { Overlay } from "./archive-files.ts";
import { type CommandLine, optionValue } from "./command-line.ts";
import type { Environment } from "./environment.ts";
import { UsageError } from "./exit.ts";
import { absolute } from "./files/paths.ts";

// A text without a name is taken for a new file in the working folder.
const UNNAMED = "untitled.md";

/** The text on standard input, where the arguments ask for it. */
export function readOverlay(line: CommandLine, environment: Environment): Overlay | undefined {
  const name = optionValue(line, "stdin-filename");
  if (!line.operands.includes("-")) {
    if (name !== undefined) throw new UsageError("--stdin-filename needs - as the path, to read standard input");
    return undefined;
  }
  if (line.operands.length > 1) throw new UsageError("- reads standard input and goes with no other path");
  return { path: absolute(environment.workingFolder, name ?? UNNAMED), bytes: environment.readInput() };
}
