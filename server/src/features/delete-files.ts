// Deleting articles: which of them are gone for good, and who cites them still.
// An article that stays in its other form, as page or raw text, can still be found by its readers.
import type { ArticleIndex } from "../index/article-index.ts";

/** A deleted article that others cite. */
export interface CitedDeletion {
  readonly id: string;
  readonly title: string;
  /** How many articles cite it that are not deleted as well. */
  readonly articles: number;
}

// Whoever deletes thousands of articles at once is not surprised by what they cite.
const MOST_FILES = 2000;

/** The articles that the deletion of files and folders takes away from others. */
export function citedDeletions(index: ArticleIndex, deleted: readonly string[]): CitedDeletion[] {
  const gone = new Map<string, string>();
  for (const uri of deleted) {
    const entry = index.at(uri);
    for (const { uri: file, summary } of entry ? [entry] : index.below(uri)) gone.set(file, summary.id);
  }
  if (gone.size > MOST_FILES) return [];
  const cited: CitedDeletion[] = [];
  for (const id of new Set(gone.values())) {
    const files = index.find(id);
    if (files.some(({ uri }) => !gone.has(uri))) continue;
    const citing = index.citing(id).filter(({ entry }) => !gone.has(entry.uri) && entry.summary.id !== id);
    const articles = new Set(citing.map(({ entry }) => entry.summary.id)).size;
    if (articles > 0) cited.push({ id, title: files[0]?.summary.title ?? "", articles });
  }
  return cited.sort((a, b) => b.articles - a.articles);
}
