// kb/citations: who cites an article, for clients that show it before the article goes.
import { RequestType } from "vscode-languageserver";
import { CITATIONS, type Citations, type CitationsParams, type CitingDocument } from "../../protocol/protocol.ts";
import { namedArticle } from "../refactoring/article-scope.ts";
import { type RequestFeature, requestFeature } from "../request-feature.ts";
import { citationRange } from "../to-lsp.ts";

/** The citations request. */
export const citationsRequest: RequestFeature = requestFeature(
  new RequestType<CitationsParams, Citations | null, void>(CITATIONS),
  () => ({}),
  async (context, params): Promise<Citations | null> => {
    const article = await namedArticle(context, params ?? {});
    if (!article) return null;
    const { workspace } = context;
    const { id, scope, titles } = article;
    const places: CitingDocument[] = [];
    for (const { entry, citation } of workspace.index.index.citing(id)) {
      if (entry.summary.id === id || !scope.holds(entry.uri)) continue;
      const uri = workspace.clientUri(entry.uri);
      const { id: citing, title } = entry.summary;
      places.push({ uri, range: citationRange(citation), section: citation.section, id: citing, title });
    }
    const files = scope.files.map((uri) => workspace.clientUri(uri));
    return { id, title: titles[0] ?? "", files, articles: new Set(places.map((place) => place.id)).size, places };
  },
);
