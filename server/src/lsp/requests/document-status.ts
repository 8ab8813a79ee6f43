// kb/documentStatus: what the server makes of a document, for our own client's status item.
import { RequestType } from "vscode-languageserver";
import { articleTypes } from "../../model/article-type.ts";
import { articleId } from "../../model/facts.ts";
import { DOCUMENT_STATUS, type DocumentStatus, type DocumentStatusParams } from "../../protocol/protocol.ts";
import { type RequestFeature, requestFeature } from "../request-feature.ts";

/** The document status request. */
export const documentStatusRequest: RequestFeature = requestFeature(
  new RequestType<DocumentStatusParams, DocumentStatus, void>(DOCUMENT_STATUS),
  () => ({}),
  (context, { uri }) => {
    const view = context.view({ uri: String(uri) });
    const { profile } = context.workspace.configuration.settingsFor(view?.document.key ?? String(uri));
    if (!view) return { id: null, type: null, profile };
    const { article } = view.snapshot;
    return { id: articleId(article) ?? null, type: articleTypes(article).join(" ") || "untyped", profile };
  },
);
