// kb/updateQuotedTitles: the edit that makes the archive quote an article's title as it is now.
// Also offered as a code action on the title, whose edit is made when it is chosen.
import { RequestType } from "vscode-languageserver";
import { wantedTitle } from "../../features/update-title.ts";
import { type EditResult, UPDATE_QUOTED_TITLES, type UpdateQuotedTitlesParams } from "../../protocol/protocol.ts";
import { Refusal } from "../dispatch.ts";
import { isPosition } from "../documents.ts";
import { retitleFiles } from "../refactoring/retitle-files.ts";
import { type RequestFeature, requestFeature } from "../request-feature.ts";

/** The request to update quoted titles. */
export const updateQuotedTitlesRequest: RequestFeature = requestFeature(
  new RequestType<UpdateQuotedTitlesParams, EditResult, void>(UPDATE_QUOTED_TITLES),
  () => ({}),
  async (context, params): Promise<EditResult> => {
    const view = context.view({ uri: String(params?.uri) });
    const at = isPosition(params?.position) ? params.position : undefined;
    const { article } = view?.snapshot ?? {};
    const wanted = article && wantedTitle(article, at && article.source.offsetAt(at));
    if (!view || !wanted) throw new Refusal("This document is no open article with a number and a title.");
    return retitleFiles(context, view.document.key, wanted);
  },
);
