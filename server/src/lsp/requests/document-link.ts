// textDocument/documentLink: references that resolve, and addresses on the web.
import { DocumentLinkRequest } from "vscode-languageserver";
import { documentLinks } from "../../features/document-links.ts";
import { type RequestFeature, requestFeature } from "../request-feature.ts";
import { toRange } from "../to-lsp.ts";

/** The document link request. */
export const documentLinkRequest: RequestFeature = requestFeature(
  DocumentLinkRequest.type,
  () => ({ documentLinkProvider: {} }),
  (context, params) => {
    const view = context.view(params.textDocument);
    if (!view) return null;
    const { source } = view.snapshot.article;
    return documentLinks(view.snapshot).map(({ span, target, tooltip }) => ({
      range: toRange(source, span),
      target: context.workspace.clientUri(target),
      ...(tooltip !== undefined && context.support.linkTooltips ? { tooltip } : {}),
    }));
  },
);
