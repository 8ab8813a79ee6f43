// workspace/willDeleteFiles: says who still cites what is about to be deleted, and never holds the deletion up.
// A question could not be asked here: editors go on after some seconds whether or not it was answered.
import { WillDeleteFilesRequest } from "vscode-languageserver";
import { type CitedDeletion, citedDeletions } from "../../features/delete-files.ts";
import { normalUri } from "../../host/uris.ts";
import { CITATIONS_LEFT, type CitationsLeft } from "../../protocol/protocol.ts";
import type { RequestContext } from "../request-context.ts";
import { type RequestFeature, requestFeature } from "../request-feature.ts";
import { listOf } from "./will-rename-files.ts";

/** The request before files are deleted; {@link willRenameFilesRequest} announces it. */
export const willDeleteFilesRequest: RequestFeature = requestFeature(
  WillDeleteFilesRequest.type,
  () => ({}),
  (context, params): null => {
    const { workspace } = context;
    if (workspace.index.state !== "ready") return null;
    workspace.flush();
    const cited = citedDeletions(workspace.index.index, readUris(params));
    if (cited.length > 0) tell(context, cited);
    return null;
  },
);

// Our own client offers what can be done about it; others show the sentence.
function tell({ messages, support }: RequestContext, cited: readonly CitedDeletion[]): void {
  const left: CitationsLeft = { articles: cited, message: sentence(cited) };
  if (support.ownClient) messages.tell(CITATIONS_LEFT, left);
  else messages.warn(left.message);
}

function sentence(cited: readonly CitedDeletion[]): string {
  const [first, second] = cited;
  if (!first) return "";
  const articles = first.articles === 1 ? "1 article" : `${first.articles} articles`;
  if (!second) return `${first.id} “${first.title}” is still cited by ${articles}.`;
  return `${cited.length} of the deleted articles are still cited, ${first.id} by ${articles}.`;
}

function readUris(params: unknown): string[] {
  return listOf(params).flatMap((file) =>
    typeof file === "object" && file !== null && "uri" in file && typeof file.uri === "string"
      ? [normalUri(file.uri)]
      : [],
  );
}
