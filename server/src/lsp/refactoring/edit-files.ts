// Goes through the files that a refactoring may change, and collects the edits of each from its text as it is now:
// what the index remembers of places is never trusted with an edit. Lets typing come first, however many files there are.
import type { FileEdits, ReasonedEdit } from "../../features/refactor-edit.ts";
import type { Article } from "../../syntax/article.ts";
import { parseIfArticle } from "../../syntax/parse-article.ts";
import { SourceText } from "../../text/source-text.ts";
import type { RequestContext } from "../request-context.ts";

// So many files are asked for at once where the client reads them; on a local disk it makes no difference.
const AHEAD = 16;

/** The edits of articles, in the order of the files. */
export function editArticles(
  context: RequestContext,
  uris: readonly string[],
  edit: (article: Article, uri: string) => readonly ReasonedEdit[],
): Promise<FileEdits[]> {
  return collect(context, uris, async (uri) => {
    const document = context.open({ uri });
    const text = document ? undefined : await context.workspace.textOf(uri);
    const article = document ? document.parsed.article : text === undefined ? undefined : parseIfArticle(text);
    return article && { uri, source: article.source, edits: edit(article, uri) };
  });
}

/** The edits of other files, by their texts. */
export function editTexts(
  context: RequestContext,
  uris: readonly string[],
  edit: (text: string) => readonly ReasonedEdit[],
): Promise<FileEdits[]> {
  return collect(context, uris, async (uri) => {
    const text = context.open({ uri })?.text ?? (await context.workspace.textOf(uri));
    const edits = text === undefined ? [] : edit(text);
    // Most files have nothing to change, and line tables of large ones are not for nothing.
    return text === undefined || edits.length === 0 ? undefined : { uri, source: new SourceText(text), edits };
  });
}

async function collect(
  { pace }: RequestContext,
  uris: readonly string[],
  edit: (uri: string) => Promise<FileEdits | undefined>,
): Promise<FileEdits[]> {
  const collected: FileEdits[] = [];
  for (let from = 0; from < uris.length; from += AHEAD) {
    const chunk = await Promise.all(uris.slice(from, from + AHEAD).map(edit));
    for (const file of chunk) if (file && file.edits.length > 0) collected.push(file);
    if (pace.due) await pace.rest();
  }
  return collected;
}
