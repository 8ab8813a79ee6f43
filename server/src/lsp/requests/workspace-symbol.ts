// workspace/symbol and workspaceSymbol/resolve: articles by number and title.
// VS Code asks for the first word alone, and filters what comes by the others and sorts it itself: so it gets more than
// other clients, and the kind “file” without which its search over files and symbols leaves ours out. An answer takes
// less time than partial results would; the search rests between its slices, so that a cancellation is heard.
import {
  type Location,
  type SymbolInformation,
  SymbolKind,
  type WorkspaceSymbol,
  WorkspaceSymbolRequest,
  WorkspaceSymbolResolveRequest,
} from "vscode-languageserver";
import { titlePlace } from "../../features/title-place.ts";
import { type ArticleSymbol, workspaceSymbols } from "../../features/workspace-symbols.ts";
import { normalUri } from "../../host/uris.ts";
import type { RequestContext } from "../request-context.ts";
import { type RequestFeature, requestFeature } from "../request-feature.ts";
import { titleRange } from "../title-range.ts";
import { FILE_START, toRange } from "../to-lsp.ts";

const LIMIT = 200;
const LIMIT_WHERE_FILTERED = 256;

/** The workspace symbol request. */
export const workspaceSymbolRequest: RequestFeature = requestFeature(
  WorkspaceSymbolRequest.type,
  ({ lateSymbolRanges }) => ({ workspaceSymbolProvider: lateSymbolRanges ? { resolveProvider: true } : true }),
  async (context, params: unknown): Promise<WorkspaceSymbol[] | SymbolInformation[]> => {
    const { workspace, support } = context;
    workspace.flush();
    const limit = support.ownClient ? LIMIT_WHERE_FILTERED : LIMIT;
    const found = await inSlices(context, workspaceSymbols(workspace.index.index, queryOf(params), limit));
    if (support.lateSymbolRanges)
      return found.map((symbol) => ({ ...head(symbol), location: placeLater(context, symbol) }));
    return found.map((symbol) => ({ ...head(symbol), location: placeNow(context, symbol) }));
  },
);

/** The request for where a chosen article's title stands. */
export const workspaceSymbolResolveRequest: RequestFeature = requestFeature(
  WorkspaceSymbolResolveRequest.type,
  () => ({}),
  async ({ workspace }, symbol): Promise<WorkspaceSymbol> => {
    const uri: unknown = symbol?.location?.uri;
    if (typeof uri !== "string") return symbol;
    const file = normalUri(uri);
    // Only files of the index are read, whatever the client asks for.
    const article = workspace.index.index.at(file) && (await workspace.articleOf(file));
    const range = article ? toRange(article.source, titlePlace(article).title) : FILE_START;
    return { ...symbol, location: { uri, range } };
  },
);

function queryOf(params: unknown): string {
  if (typeof params !== "object" || params === null || !("query" in params)) return "";
  return typeof params.query === "string" ? params.query : "";
}

// Nearly every search is over sooner (milliseconds); a rest takes longer than what is left of it.
const SLICE = 8;

async function inSlices<T>({ pace }: RequestContext, steps: Generator<void, T>): Promise<T> {
  for (let began = performance.now(); ; ) {
    if (performance.now() - began > SLICE) {
      await pace.rest();
      began = performance.now();
    }
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function head({ name, container }: ArticleSymbol): Omit<SymbolInformation, "location"> {
  return { name, kind: SymbolKind.File, ...(container === "" ? {} : { containerName: container }) };
}

function placeLater({ workspace }: RequestContext, { entry }: ArticleSymbol): { uri: string } {
  return { uri: workspace.clientUri(entry.uri) };
}

function placeNow({ workspace }: RequestContext, { entry }: ArticleSymbol): Location {
  return { uri: workspace.clientUri(entry.uri), range: titleRange(workspace, entry).selectionRange };
}
