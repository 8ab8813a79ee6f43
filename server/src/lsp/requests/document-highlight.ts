// textDocument/documentHighlight: all places in the document that name the number under the cursor.
import { DocumentHighlightRequest } from "vscode-languageserver";
import { documentHighlight } from "../../features/document-highlight.ts";
import { type RequestFeature, requestFeature } from "../request-feature.ts";
import { toRange } from "../to-lsp.ts";

/** The document highlight request. */
export const documentHighlightRequest: RequestFeature = requestFeature(
  DocumentHighlightRequest.type,
  () => ({ documentHighlightProvider: true }),
  (context, params) => {
    const place = context.place(params);
    const spans = place && documentHighlight(place.snapshot, place.offset);
    if (!spans) return null;
    return spans.map((span) => ({ range: toRange(place.snapshot.article.source, span) }));
  },
);
