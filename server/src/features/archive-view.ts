// The archive as rules may see it, made from the index.
// What a configuration says of numbers (a registry, successors) comes in from outside; without one nothing is known.
import type { ArticleIndex } from "../index/article-index.ts";
import type { ArchiveView, KnownArticle } from "../lint/rule.ts";

/** What a configuration knows about numbers beyond the files. */
export type NumberFacts = Pick<ArchiveView, "isRegistered" | "supersededBy">;

const NOTHING_KNOWN: NumberFacts = { isRegistered: () => undefined, supersededBy: () => undefined };

/** The rules' view of an index. */
export function archiveView(index: ArticleIndex, facts: NumberFacts = NOTHING_KNOWN): ArchiveView {
  return {
    find: (id): KnownArticle[] => index.find(id).map(({ uri, summary }) => ({ id, title: summary.title, uri })),
    isRegistered: (id) => facts.isRegistered(id),
    supersededBy: (id) => facts.supersededBy(id),
  };
}
