// Gives articles other numbers throughout the archive: in their own files, in every citation, in index pages and in
// the archive's settings. What moves is the caller's to decide: a rename moves files, a move has moved them already.
import { renumberArticle } from "../../features/refactor-article.ts";
import type { FileEdits } from "../../features/refactor-edit.ts";
import { renumberIndexPage } from "../../features/refactor-index-page.ts";
import type { Renumbering } from "../../features/refactor-number.ts";
import { renumberRegistry, renumberSettings } from "../../features/refactor-settings.ts";
import type { RequestContext } from "../request-context.ts";
import { archivesOf, indexPages, registryFiles, settingsFiles } from "./archive-files.ts";
import { editArticles, editTexts } from "./edit-files.ts";
import { suppressionEdits } from "./suppression-edits.ts";
import type { ReasonLabels } from "./workspace-change.ts";

/** What gets another number. */
export interface Renumbered {
  readonly numbers: Renumbering;
  /** The files that bear one of the old numbers. */
  readonly files: readonly string[];
  /** The files that cite one, in any order. */
  readonly citing: readonly string[];
  /** Whether files beside the articles name them too: not so for one of two articles that share a number. */
  readonly wide: boolean;
}

/** The edits of all texts. */
export async function renumberFiles(context: RequestContext, renumbered: Renumbered): Promise<FileEdits[]> {
  const { numbers, files, citing, wide } = renumbered;
  const own = new Set(files);
  const uris = [...new Set([...files, ...citing])];
  const articles = await editArticles(context, uris, (article, uri) => renumberArticle(article, numbers, own.has(uri)));
  if (!wide) return articles;
  const pages = await indexPages(context, archivesOf(context, uris));
  return [
    ...articles,
    ...(await editTexts(context, pages, (text) => renumberIndexPage(text, numbers))),
    ...(await editTexts(context, settingsFiles(context, uris), (text) => renumberSettings(text, numbers))),
    ...(await editTexts(context, registryFiles(context, uris), (text) => renumberRegistry(text, numbers))),
    ...(await suppressionEdits(context, articles, numbers)),
  ];
}

/** What previews say of a renumbering's changes. */
export function renumberLabels(numbers: Renumbering, files: readonly string[]): ReasonLabels {
  const what = [...numbers].map(([before, after]) => `${before} → ${after}`).join(", ");
  const short = numbers.size > 3 ? `${numbers.size} articles` : what;
  const citations = files.length > 0 ? "Citations" : "Citations (no article of the archive has this number)";
  return {
    article: { label: "The article itself", description: short },
    citations: { label: citations, description: short },
    archive: { label: "Index pages and settings", description: short },
    files: { label: "Files and folders", description: short },
  };
}
