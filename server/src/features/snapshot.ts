// What a feature is given: one document, parsed, and the archive as it stood at that moment.
// Plain immutable data; a feature never asks for more and never sees the protocol.
import type { ArticleIndex, IndexEntry } from "../index/article-index.ts";
import type { Article } from "../syntax/article.ts";

/** How much of the archive is known: no folder is open, it is being read, or all of it. */
export type ArchiveState = "none" | "indexing" | "ready";

/** The state for one request about one document. */
export interface Snapshot {
  /** The document's URI in normal form, as the index names it. */
  readonly uri: string;
  /** The path of the document with `/`; `undefined` for one that was never saved. */
  readonly path: string | undefined;
  readonly article: Article;
  readonly archive: ArchiveState;
  /** Whether the archive's articles are the document's neighbours: not so for files outside all folders. */
  readonly inArchive: boolean;
  readonly index: ArticleIndex;
  /** The archive that holds a file, where several may be open. */
  readonly rootOf?: (uri: string) => string | undefined;
}

/**
 * The file of an article that is shown for it: of several archives' the one of the citing document's archive, of its page
 * and its raw text the one of the document's kind.
 */
export function preferredEntry(snapshot: Snapshot, id: string): IndexEntry | undefined {
  const entries = snapshot.index.find(id);
  const own = entries.find((entry) => entry.uri === snapshot.uri);
  const root = snapshot.rootOf?.(snapshot.uri);
  const near = root === undefined ? [] : entries.filter((entry) => snapshot.rootOf?.(entry.uri) === root);
  const choice = near.length > 0 ? near : entries;
  return own ?? choice.find((entry) => entry.summary.container === snapshot.article.container) ?? choice[0];
}
