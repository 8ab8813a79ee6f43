// The totals of a run in words, for every format that people read.
// Said in one place, so that a log and a terminal do not tell the same run differently.

import type { Summary } from "./reporter.ts";

/** “3 findings (2 errors, 1 warning) in 2 of 9 articles; 1 fixable”. */
export function countsText(summary: Summary): string {
  const { files, filesWithFindings, errors, warnings, informations, hints, fixable } = summary;
  const kinds = [
    [errors, "error"] as const,
    [warnings, "warning"] as const,
    [informations, "information"] as const,
    [hints, "hint"] as const,
  ];
  const parts = kinds.filter(([number]) => number > 0).map(([number, word]) => counted(number, word));
  const found = `${counted(findingsOf(summary), "finding")} (${parts.join(", ")})`;
  const fixes = fixable > 0 ? `; ${fixable} fixable` : "";
  return `${found} in ${filesWithFindings} of ${counted(files, "article")}${fixes}`;
}

/** The number of all findings that were shown. */
export function findingsOf({ errors, warnings, informations, hints }: Summary): number {
  return errors + warnings + informations + hints;
}

/** “1 error”, “2 errors”. */
export function counted(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}
