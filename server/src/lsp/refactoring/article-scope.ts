// Which article a request is about, when it names it by document or by number: the files that hold it, its titles, and
// the archive in which it is one article.

import { parseNumber } from "../../features/refactor-number.ts";
import { isRefused, type RenameScope, renameScope } from "../../features/rename.ts";
import { normalUri } from "../../host/uris.ts";
import type { IndexEntry } from "../../index/article-index.ts";
import { articleId } from "../../model/facts.ts";
import { Refusal } from "../dispatch.ts";
import type { RequestContext } from "../request-context.ts";

/** How a request names an article. */
export interface ArticleName {
  readonly uri?: unknown;
  readonly id?: unknown;
}

/** An article with its files and titles. */
export interface NamedArticle {
  readonly id: string;
  /** The titles of its files, pages first; none where the archive does not hold it. */
  readonly titles: readonly string[];
  readonly scope: RenameScope;
}

/** The files that bear a number as they are now: after a move the index is behind by a moment. */
export async function bearing({ workspace }: RequestContext, id: string): Promise<IndexEntry[]> {
  const entries = workspace.index.index.find(id);
  const articles = await Promise.all(entries.map(({ uri }) => workspace.articleOf(uri)));
  return entries.filter((_entry, at) => {
    const article = articles[at];
    return article !== undefined && articleId(article) === id;
  });
}

/** The article that a request names; `undefined` where it names none. Refuses while not all citations are known. */
export async function namedArticle(
  context: RequestContext,
  { uri, id }: ArticleName,
): Promise<NamedArticle | undefined> {
  const { workspace } = context;
  workspace.flush();
  const key = typeof uri === "string" ? normalUri(uri) : undefined;
  const number = typeof id === "string" ? parseNumber(id) : numberOf(context, key);
  if (number === undefined) return undefined;
  const index = workspace.index.index;
  const entries = await bearing(context, number);
  // Without a document it is not told which of several archives is meant, and two articles of a number are refused.
  const snapshot = {
    uri: key ?? "",
    inArchive: key === undefined || workspace.index.isInside(key),
    archive: workspace.index.state,
    index,
  };
  const scope = renameScope(snapshot, { id: number, own: false, entries }, (file) =>
    workspace.configuration.archives.rootOf(file),
  );
  if (isRefused(scope)) throw new Refusal(scope.refused);
  const files = new Set(scope.files);
  const titles = entries.flatMap((entry) => (files.has(entry.uri) ? [entry.summary.title] : []));
  return { id: number, titles, scope };
}

function numberOf({ workspace }: RequestContext, key: string | undefined): string | undefined {
  if (key === undefined) return undefined;
  const article = workspace.documents.at(key)?.parsed.article;
  return article ? articleId(article) : workspace.index.index.at(key)?.summary.id;
}
