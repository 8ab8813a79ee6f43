// What a fix run tells: each repaired file, the repairs by rule, and what is left to do.
import { tableText } from "../table.ts";
import { type Paint, printable } from "../terminal.ts";
import type { FixPlanner } from "./fix-planner.ts";
import { addCounts, editsIn, type PlannedFile } from "./planned-file.ts";

/** Counts repaired files and says so. */
export class FixReport {
  /** Repairs so far. */
  edits = 0;
  #files = 0;
  readonly #byRule = new Map<string, number>();

  /** Counts a file. */
  add(file: PlannedFile): void {
    this.edits += editsIn(file);
    this.#files++;
    addCounts(this.#byRule, file.applied);
  }

  /** The totals: `made` tells whether the edits were made or would be. */
  summary(looked: number, made: boolean): string {
    const rows = [...this.#byRule].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    const width = Math.max(0, ...rows.map(([, count]) => String(count).length));
    const table = tableText(rows.map(([rule, count]) => [`  ${String(count).padStart(width)}`, rule]));
    const total = `${plural(this.edits, "edit")} in ${plural(this.#files, "file")}`;
    const rest = made ? "" : " would be made; nothing was written";
    const nothing = `; nothing to fix in ${plural(looked, "article")}`;
    return `${table}${table === "" ? "" : "\n"}${total}${this.#files === 0 ? nothing : rest}.\n`;
  }
}

/** The line of a repaired file. */
export function fileLine(path: string, file: PlannedFile, paint: Paint): string {
  return `${paint("underline", printable(path))}: ${plural(editsIn(file), "edit")}\n`;
}

/** What is left to do, in sentences; nothing where all is done. */
export function restText(planners: readonly FixPlanner[]): string {
  const rests = planners.map((planner) => planner.rest());
  const errors = rests.reduce((sum, rest) => sum + rest.errors, 0);
  const offers = rests.reduce((sum, rest) => sum + rest.offers, 0);
  const remain = `${plural(errors, "error")} ${errors === 1 ? "remains" : "remain"}; kblint lint shows more.\n`;
  const offered = offers === 1 ? "1 finding has a fix" : `${offers} findings have fixes`;
  const offer = `${offered} that need${offers === 1 ? "s" : ""} your eye first; kblint fix --unsafe --dry-run shows them.\n`;
  return (errors > 0 ? remain : "") + (offers > 0 ? offer : "");
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
