// Makes new columns of older ones and the changes since, in short slices.
// The columns' order of files is kept, new files come behind.
import type { IndexEntry } from "../index/article-index.ts";
import type { ArticleStore } from "../index/article-store.ts";
import type { Columns } from "../index/columns.ts";
import { ColumnsBuilder } from "../index/columns-builder.ts";
import type { Pace } from "./pace.ts";

/** The columns of a store with changes by URI worked in; `undefined` means that a file holds no article any more. */
export async function withChanges(
  store: ArticleStore,
  changes: ReadonlyMap<string, IndexEntry | undefined>,
  pace: Pace,
): Promise<Columns> {
  const builder = new ColumnsBuilder();
  for (let row = 0; row < store.count; row++) {
    if (!changes.has(store.uriAt(row))) builder.keep(store.columns, row);
    if (pace.due) await pace.rest();
  }
  for (const [uri, entry] of changes) if (entry) builder.add(uri.slice(store.root.length + 1), entry.summary);
  return builder.finish();
}
