// What is wrong in an archive's settings is said before anything is done with it.
// Errors in them end the run: whatever is done under wrong settings would be done wrongly.
import type { ArchiveSettings } from "./archive-settings.ts";
import type { Environment } from "./environment.ts";
import { RunFailure } from "./exit.ts";
import { problemText } from "./problem-text.ts";

/**
 * Says what is wrong in the settings; throws {@link RunFailure} where that are errors, and says what was not done for
 * them. Problems are said once: those of the lists that settings point to come to light later than those of the settings.
 */
export function refuseSettingsErrors(settings: ArchiveSettings, environment: Environment, consequence: string): void {
  const problems = settings.problems.splice(0);
  if (problems.length === 0) return;
  environment.progress.clear();
  for (const problem of problems) environment.note(problemText(problem, settings.root, environment));
  if (problems.some((problem) => problem.severity === "error")) {
    throw new RunFailure(`the settings have errors; ${consequence}`);
  }
}
