// textDocument/references: all places that cite a number, and on demand the articles that bear it.
// The index holds each place; only the articles that bear the number are read, for where their titles stand.
import { type Location, ReferencesRequest } from "vscode-languageserver";
import { references } from "../../features/references.ts";
import { titlePlace } from "../../features/title-place.ts";
import { parseIfArticle } from "../../syntax/parse-article.ts";
import type { RequestContext } from "../request-context.ts";
import { type RequestFeature, requestFeature } from "../request-feature.ts";
import { citationRange, FILE_START, toRange } from "../to-lsp.ts";

/** The references request. */
export const referencesRequest: RequestFeature = requestFeature(
  ReferencesRequest.type,
  () => ({ referencesProvider: true }),
  async (context, params): Promise<Location[] | null> => {
    const place = context.place(params);
    const includeDeclaration = params.context?.includeDeclaration === true;
    const places = place && references(place.snapshot, place.offset, { includeDeclaration });
    if (!places) return null;
    const locations: Location[] = [];
    for (const { uri, citation } of places) {
      const range = citation ? citationRange(citation) : await titleRange(context, uri);
      locations.push({ uri: context.workspace.clientUri(uri), range });
    }
    return locations;
  },
);

async function titleRange(context: RequestContext, uri: string): Promise<Location["range"]> {
  const source = await context.workspace.sourceOf(uri);
  const article = source && parseIfArticle(source.text);
  const title = article && titlePlace(article).title;
  return source && title ? toRange(source, title) : FILE_START;
}
