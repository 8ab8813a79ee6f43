// The archive as rules may see it, made from the index.
// What the index does not hold (a registry of numbers, other texts) comes in from outside; without it nothing is known.
import type { ArticleIndex, IndexEntry } from "../index/article-index.ts";
import type { ArchiveView, KnownArticle } from "../lint/rule.ts";

/** What is known of the archive beyond the index. */
export type ArchiveFacts = Partial<Omit<ArchiveView, "find">>;

/** The rules' view of an index. */
export function archiveView(index: ArticleIndex, facts: ArchiveFacts = {}): ArchiveView {
  return {
    isRegistered: () => undefined,
    supersededBy: () => undefined,
    ...facts,
    find: (id) => index.find(id).map(knownArticle),
  };
}

/** An entry of the index as rules know it. */
export function knownArticle({ uri, summary }: IndexEntry): KnownArticle {
  return { id: summary.id, title: summary.title, uri };
}
