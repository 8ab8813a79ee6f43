// Makes the whole archive quote an article's title as it is now.
import type { FileEdits } from "../../features/refactor-edit.ts";
import { retitleIndexPage } from "../../features/refactor-index-page.ts";
import { citingFiles } from "../../features/rename.ts";
import { updateOwnTitles, updateQuotedTitles, type WantedTitle } from "../../features/update-title.ts";
import { asPageWrites } from "../../model/page-bytes.ts";
import type { EditResult } from "../../protocol/protocol.ts";
import type { RequestContext } from "../request-context.ts";
import { archivesOf, indexPages } from "./archive-files.ts";
import { namedArticle } from "./article-scope.ts";
import { editArticles, editTexts } from "./edit-files.ts";
import { workspaceEdit } from "./workspace-change.ts";

/** The edit that brings a title everywhere it is quoted. */
export async function retitleFiles(context: RequestContext, uri: string, wanted: WantedTitle): Promise<EditResult> {
  const scope = (await namedArticle(context, { uri, id: wanted.id }))?.scope;
  const files = scope?.files.includes(uri) ? scope.files : [uri];
  const own = await editArticles(context, files, (article) => updateOwnTitles(article, wanted));
  const quoting = await quotingFiles(context, wanted, scope?.holds);
  const pages = await indexPages(context, archivesOf(context, files));
  const entries = await editTexts(context, pages, (text) =>
    retitleIndexPage(text, wanted.id, asPageWrites(wanted.title)),
  );
  const edit = workspaceEdit(context, { texts: [...own, ...quoting, ...entries], labels: LABELS });
  return { edit, places: countEdits(quoting), files: quoting.length, left: 0 };
}

/** The edits of the files that quote another title. */
export function quotingFiles(
  context: RequestContext,
  wanted: WantedTitle,
  holds: (uri: string) => boolean = () => true,
): Promise<FileEdits[]> {
  const citing = citingFiles(context.workspace.index, wanted.id, holds);
  return editArticles(context, citing, (article) => updateQuotedTitles(article, wanted));
}

/** How many edits files have. */
export function countEdits(files: readonly FileEdits[]): number {
  return files.reduce((sum, { edits }) => sum + edits.length, 0);
}

const LABELS = {
  article: { label: "The article's own titles" },
  citations: { label: "Citations" },
  doubtful: { label: "Citations with quite another title", description: "The number may be wrong." },
  archive: { label: "Index pages" },
};
