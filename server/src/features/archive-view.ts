// The archive as rules may see it, made from the index.
// What the index does not hold (a registry of numbers, other texts) comes in from outside; without it nothing is known.
import type { ArticleIndex, IndexEntry } from "../index/article-index.ts";
import type { ArchiveView, KnownArticle } from "../lint/rule.ts";

/** What is known of the archive beyond the index. */
export interface ArchiveFacts extends Partial<Omit<ArchiveView, "find">> {
  /** The archive that holds a file, where several are open. */
  readonly rootOf?: (uri: string) => string | undefined;
}

/** The rules' view of an index. */
export function archiveView(index: ArticleIndex, { rootOf, ...facts }: ArchiveFacts = {}): ArchiveView {
  return {
    isRegistered: () => undefined,
    supersededBy: () => undefined,
    ...facts,
    find: (id) => index.find(id).map((entry) => knownArticle(entry, rootOf?.(entry.uri))),
  };
}

/** An entry of the index as rules know it. */
export function knownArticle({ uri, summary }: IndexEntry, root: string | undefined): KnownArticle {
  const { id, title, container } = summary;
  return { id, title, uri, container, ...(root === undefined ? {} : { root }) };
}
