// The titles that are searched: those of an index's stores as they lie there, and those of the few changed files.
// Nothing is copied of the stores, so an index of any size is ready at once.

import type { ArticleIndex, IndexEntry } from "./article-index.ts";
import { encodeNumber } from "./article-number.ts";
import { type TextPool, TextPoolWriter } from "./text-pool.ts";

/** Articles to search in: their titles and numbers by row. */
export interface TitleColumn {
  readonly titles: TextPool;
  /** In the form of article-number.ts. */
  readonly numbers: Uint32Array;
  /** Whether the row still holds: a newer entry may stand before it. */
  isLive(row: number): boolean;
  entry(row: number): IndexEntry;
}

/** The titles of an index: those of its stores, and those of the files that changed since. */
export function titleColumns(index: ArticleIndex): TitleColumn[] {
  const stored = index.views.map(({ store, replaced }) => ({
    titles: store.columns.titles,
    numbers: store.columns.numbers,
    isLive: (row: number): boolean => store.holds(row) && !replaced.has(row),
    entry: (row: number): IndexEntry => store.entryAt(row),
  }));
  return [...stored, changedColumn(index)];
}

const changedColumns = new WeakMap<ArticleIndex["changes"], TitleColumn>();

function changedColumn({ changes }: ArticleIndex): TitleColumn {
  let column = changedColumns.get(changes);
  if (!column) {
    column = columnOf([...changes.values()].filter((entry) => entry !== undefined));
    changedColumns.set(changes, column);
  }
  return column;
}

function columnOf(entries: readonly IndexEntry[]): TitleColumn {
  const titles = new TextPoolWriter();
  for (const { summary } of entries) titles.add(summary.title);
  return {
    titles: titles.finish(),
    numbers: Uint32Array.from(entries, ({ summary }) => encodeNumber(summary.id)),
    isLive: () => true,
    entry: (row) => {
      const entry = entries[row];
      if (!entry) throw new RangeError(`no title ${row}`);
      return entry;
    },
  };
}
