// textDocument/definition: from a number to the title of its article.
import { DefinitionRequest, type Location, type LocationLink } from "vscode-languageserver";
import { definition } from "../../features/definition.ts";
import { titlePlace } from "../../features/title-place.ts";
import { type RequestFeature, requestFeature } from "../request-feature.ts";
import { FILE_START, toRange } from "../to-lsp.ts";

/** The definition request. */
export const definitionRequest: RequestFeature = requestFeature(
  DefinitionRequest.type,
  () => ({ definitionProvider: true }),
  async (context, params): Promise<Location | LocationLink[] | null> => {
    const place = context.place(params);
    const found = place && definition(place.snapshot, place.offset);
    if (!found) return null;
    const { snapshot } = place;
    const article = found.uri === snapshot.uri ? snapshot.article : await context.workspace.articleOf(found.uri);
    const title = article && titlePlace(article);
    const targetSelectionRange = title ? toRange(article.source, title.title) : FILE_START;
    const targetUri = context.workspace.clientUri(found.uri);
    if (!context.support.definitionLinks) return { uri: targetUri, range: targetSelectionRange };
    const originSelectionRange = toRange(snapshot.article.source, found.origin);
    const targetRange = title ? toRange(article.source, title.line) : FILE_START;
    return [{ originSelectionRange, targetUri, targetRange, targetSelectionRange }];
  },
);
