// Paths as CI engines want them: relative to the repository's root, whichever folder kblint runs in.
// Without the engine's variable, or for a file outside of the repository, the path stays as the user is shown it.
import { absolute, below } from "../files/paths.ts";
import type { ReportPlace } from "./reporter.ts";

/** Makes shown paths relative to the folder that an environment variable names. */
export function repositoryPaths(variable: string, { workingFolder, variables }: ReportPlace): (path: string) => string {
  const written = variables[variable];
  if (!written) return (path) => path;
  const root = absolute(workingFolder, written);
  const here = absolute(workingFolder, ".");
  if (root === here) return (path) => path;
  return (path) => below(root, absolute(here, path)) || path;
}
