// Makes new columns of older ones and the changes since. Changes stand before columns one by one, and each new one costs
// a little for all of them: many are better in columns of their own.
import type { IndexEntry } from "./article-index.ts";
import type { ArticleStore } from "./article-store.ts";
import type { Columns } from "./columns.ts";
import { ColumnsBuilder } from "./columns-builder.ts";

/** With more changes than this an index is to be made compact. */
export const MOST_CHANGES = 512;

/**
 * The columns of a store with changes by URI worked in; `undefined` means that a file holds no article any more.
 * Each step is a file. The order of files is kept, new ones come behind.
 */
export function* compact(
  store: ArticleStore,
  changes: ReadonlyMap<string, IndexEntry | undefined>,
): Generator<void, Columns> {
  const builder = new ColumnsBuilder();
  for (let row = 0; row < store.count; row++) {
    if (!changes.has(store.uriAt(row))) builder.keep(store.columns, row);
    yield;
  }
  for (const [uri, entry] of changes) if (entry) builder.add(uri.slice(store.root.length + 1), entry.summary);
  return builder.finish();
}
