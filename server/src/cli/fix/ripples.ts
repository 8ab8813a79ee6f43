// Whom a repaired article concerns: its file in the other container, and those that name it if its name changed.
import type { ArchiveRun } from "../archive-run.ts";

/** What a repaired file changes for others. */
export interface Ripple {
  readonly path: string;
  /** Whether its file in the other container has not been looked at since. */
  readonly isNews: boolean;
  /** The article's numbers, before and after. */
  readonly ids: readonly string[];
  /** Whether its number or title is another one now. */
  readonly renamed: boolean;
}

const NUMBER = /Q[1-9]\d{4,5}/g;

/** Adds the files of the run that have to be looked at again; each step is a file. */
export function* addTouched(run: ArchiveRun, ripples: readonly Ripple[], touched: Set<string>): Generator<void> {
  const selected = new Set(run.selected());
  for (const { path, ids, isNews } of ripples) {
    if (!isNews) continue;
    const others = ids.flatMap((id) => run.index.find(id)).filter((file) => file.path !== path);
    for (const other of others) if (selected.has(other.path)) touched.add(other.path);
  }
  const renamed = new Set(ripples.flatMap((ripple) => (ripple.renamed ? ripple.ids : [])));
  if (renamed.size === 0) return;
  for (const path of selected) {
    if (!touched.has(path) && names(run.textOf(path), renamed)) touched.add(path);
    yield;
  }
}

function names(text: string | undefined, ids: ReadonlySet<string>): boolean {
  for (const [id] of text?.matchAll(NUMBER) ?? []) if (ids.has(id)) return true;
  return false;
}
