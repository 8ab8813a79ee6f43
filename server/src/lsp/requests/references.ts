// textDocument/references: all places that cite a number, and on demand the articles that bear it.
// Reads each citing file once, in slices, to turn offsets into positions.
import { type Location, ReferencesRequest } from "vscode-languageserver";
import { type ReferencePlace, references } from "../../features/references.ts";
import { titlePlace } from "../../features/title-place.ts";
import { parseIfArticle } from "../../syntax/parse-article.ts";
import type { RequestContext } from "../request-context.ts";
import { type RequestFeature, requestFeature } from "../request-feature.ts";
import { FILE_START, toRange } from "../to-lsp.ts";

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
    for (const [uri, group] of byFile(places)) {
      locations.push(...(await locate(context, uri, group)));
      if (context.pace.due) await context.pace.rest();
    }
    return locations;
  },
);

function byFile(places: readonly ReferencePlace[]): Map<string, ReferencePlace[]> {
  const groups = new Map<string, ReferencePlace[]>();
  for (const place of places) {
    const group = groups.get(place.uri);
    if (group) group.push(place);
    else groups.set(place.uri, [place]);
  }
  return groups;
}

async function locate(context: RequestContext, uri: string, places: readonly ReferencePlace[]): Promise<Location[]> {
  const source = await context.workspace.sourceOf(uri);
  return places.map(({ span }) => {
    const at = span ?? titleIn(source?.text);
    return { uri: context.workspace.clientUri(uri), range: source && at ? toRange(source, at) : FILE_START };
  });
}

function titleIn(text: string | undefined): ReferencePlace["span"] {
  const article = text === undefined ? undefined : parseIfArticle(text);
  return article && titlePlace(article).title;
}
