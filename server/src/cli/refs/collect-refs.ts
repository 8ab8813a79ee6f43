// Who cites an article and whom it cites, over all archives of a run; the order is that of paths and places.
// An article's citations of itself are no one's interest but its own: they are told apart.
import type { IndexEntry } from "../../index/article-index.ts";
import type { Citation } from "../../model/article-summary.ts";
import { join } from "../files/paths.ts";
import type { IndexedArchive } from "./read-archive.ts";

/** A file of the article; paths are as the user sees them. */
export interface ArticleFile {
  readonly path: string;
  readonly title: string;
  readonly product: string;
}

/** A citing place. */
export interface CitationPlace {
  readonly path: string;
  readonly citation: Citation;
  /** The article at the other end: the citing one, or the cited one. */
  readonly id: string;
  /** Its title; `undefined` for an article that the archive does not hold. */
  readonly title: string | undefined;
}

/** What is known of an article's references. */
export interface ArticleRefs {
  readonly id: string;
  readonly files: readonly ArticleFile[];
  /** Places in other articles. */
  readonly citedBy: readonly CitationPlace[];
  /** Places in the article's own files. */
  readonly cites: readonly CitationPlace[];
}

/** Looks up one article in archives; `prefixOf` gives what stands before an archive's paths when they are shown. */
export function collectRefs(
  id: string,
  archives: readonly IndexedArchive[],
  prefixOf: (archive: IndexedArchive) => string,
): ArticleRefs {
  const files: ArticleFile[] = [];
  const citedBy: CitationPlace[] = [];
  const cites: CitationPlace[] = [];
  for (const archive of archives) {
    const prefix = prefixOf(archive);
    const shownPath = ({ uri }: IndexEntry): string => prefix + archive.pathOf(uri);
    const isAsked = ({ uri }: IndexEntry): boolean => archive.selects(archive.pathOf(uri));
    for (const entry of archive.index.find(id)) {
      const { title, product, citations } = entry.summary;
      files.push({ path: shownPath(entry), title, product });
      if (!isAsked(entry)) continue;
      for (const citation of citations) cites.push(citedPlace(archive, citation, shownPath(entry)));
    }
    for (const { entry, citation } of archive.index.citing(id)) {
      if (entry.summary.id === id || !isAsked(entry)) continue;
      citedBy.push({ path: shownPath(entry), citation, id: entry.summary.id, title: entry.summary.title });
    }
  }
  return { id, files, citedBy, cites };
}

function citedPlace({ index }: IndexedArchive, citation: Citation, path: string): CitationPlace {
  return { path, citation, id: citation.id, title: index.find(citation.id)[0]?.summary.title };
}

/** How many articles stand at the other end of places. */
export function countArticles(places: readonly CitationPlace[]): number {
  return new Set(places.map(({ id }) => id)).size;
}

/** The absolute paths of files that could not be read. */
export function unreadablePaths(archives: readonly IndexedArchive[]): string[] {
  return archives.flatMap(({ root, unreadable }) => unreadable.map((path) => join(root, path)));
}
