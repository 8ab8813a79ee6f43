// The articles' files among those that are about to move, folders resolved, each with its number as it is now.
// The index is behind by a moment after other moves, so few files are looked at themselves.
import type { MovedFile } from "../../features/move-files.ts";
import type { Move } from "../../features/refactor-edit.ts";
import { articleId } from "../../model/facts.ts";
import type { RequestContext } from "../request-context.ts";

const MOST_READ = 64;
const PAGE = "README.md";

/** The files of articles that a move takes along. */
export async function movedFiles(context: RequestContext, { from, to }: Move): Promise<MovedFile[]> {
  const { index } = context.workspace.index;
  const entry = index.at(from);
  const entries = entry ? [entry] : index.below(from);
  const place = (uri: string, id: string): MovedFile => ({ id, from: uri, to: to + uri.slice(from.length) });
  if (entries.length > MOST_READ) return entries.map(({ uri, summary }) => place(uri, summary.id));
  const known = entries.length > 0 ? entries.map(({ uri }) => uri) : [from, `${from}/${PAGE}`];
  const files: MovedFile[] = [];
  for (const uri of known) {
    const article = await context.workspace.articleOf(uri);
    const id = article && articleId(article);
    if (id !== undefined) files.push(place(uri, id));
  }
  return files;
}
