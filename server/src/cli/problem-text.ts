// A problem of a settings file as one line for people: file, line and column from one, and what to do.
import type { FileProblem } from "../config/archive-config.ts";
import type { Environment } from "./environment.ts";
import { join, shown } from "./files/paths.ts";
import { printable } from "./terminal.ts";

/** The line of a problem in an archive. */
export function problemText(problem: FileProblem, root: string, { workingFolder }: Environment): string {
  const { path, start, severity, message } = problem;
  const file = shown(workingFolder, join(root, path));
  return printable(`${file}:${start.line + 1}:${start.character + 1}: ${severity}: ${message}`);
}
