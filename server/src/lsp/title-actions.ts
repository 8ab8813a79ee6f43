// The code action on an article's title that brings it everywhere it is quoted.
// Offered where it has something to do; its edit, which may be large, is made when it is chosen.
import { type CodeAction, CodeActionKind, type WorkspaceEdit } from "vscode-languageserver";
import { sameContainer } from "../features/rename.ts";
import { isInTitle, type WantedTitle, wantedTitle } from "../features/update-title.ts";
import type { Span } from "../text/span.ts";
import { countEdits, quotingFiles, retitleFiles } from "./refactoring/retitle-files.ts";
import type { DocumentView, RequestContext } from "./request-context.ts";

/** The kind of the action. */
export const TITLE_ACTION: string = `${CodeActionKind.RefactorRewrite}.title`;

/** What an action whose edit is not made yet is to do; it travels to the client and back. */
interface TitleRequest extends WantedTitle {
  readonly titleOf: string;
}

// With so many citing articles it is not tried beforehand whether one of them quotes another title.
const MOST_TRIED = 40;

/** The action on the title at a range. */
export async function titleActions(context: RequestContext, view: DocumentView, range: Span): Promise<CodeAction[]> {
  const { article, index, archive, inArchive } = view.snapshot;
  if (archive !== "ready" || !inArchive || !isInTitle(article, range.start)) return [];
  const wanted = wantedTitle(article, range.start);
  // Which of two articles with one number is cited, nobody knows.
  if (wanted && sameContainer(index.find(wanted.id))) return [];
  const articles = wanted ? index.citedBy(wanted.id) : 0;
  if (!wanted || (articles > MOST_TRIED && !context.support.lateEdits)) return [];
  const places = articles > MOST_TRIED ? undefined : countEdits(await quotingFiles(context, wanted));
  if (places === 0) return [];
  const many = places === undefined ? `cited by ${articles} articles` : String(places);
  const action = {
    title: `Quote this title wherever ${wanted.id} is cited with another (${many})`,
    kind: TITLE_ACTION,
  };
  if (!context.support.lateEdits) {
    return [{ ...action, edit: (await retitleFiles(context, view.document.key, wanted)).edit }];
  }
  const data: TitleRequest = { titleOf: view.document.key, ...wanted };
  return [{ ...action, data }];
}

/** The edit of an action that came back from the client; `undefined` where it is another action's. */
export async function titleEdit(context: RequestContext, data: unknown): Promise<WorkspaceEdit | undefined> {
  if (!isRequest(data)) return undefined;
  return (await retitleFiles(context, data.titleOf, data)).edit;
}

function isRequest(data: unknown): data is TitleRequest {
  if (typeof data !== "object" || data === null) return false;
  const words = new Map(Object.entries(data));
  return ["titleOf", "id", "title"].every((name) => typeof words.get(name) === "string");
}
