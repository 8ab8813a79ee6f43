// textDocument/hover: the card of the article whose number stands under the cursor.
import { type Hover, HoverRequest, MarkupKind } from "vscode-languageserver";
import { hover, hoverTarget } from "../../features/hover.ts";
import { type RequestFeature, requestFeature } from "../request-feature.ts";
import { toRange } from "../to-lsp.ts";

/** The hover request. */
export const hoverRequest: RequestFeature = requestFeature(
  HoverRequest.type,
  () => ({ hoverProvider: true }),
  async (context, params): Promise<Hover | null> => {
    const place = context.place(params);
    const target = place && hoverTarget(place.snapshot, place.offset);
    if (!target) return null;
    const { snapshot } = place;
    const itself = target.uri === snapshot.uri;
    const article = itself ? snapshot.article : target.uri && (await context.workspace.articleOf(target.uri));
    const kind = context.support.hoverMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText;
    const value = hover(snapshot, target, article || undefined, kind);
    return { contents: { kind, value }, range: toRange(snapshot.article.source, target.span) };
  },
);
