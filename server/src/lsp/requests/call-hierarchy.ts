// textDocument/prepareCallHierarchy, callHierarchy/incomingCalls and outgoingCalls: the graph of references.
// Items carry number and file, so that they are understood by a server that was started anew.
import {
  type CallHierarchyIncomingCall,
  CallHierarchyIncomingCallsRequest,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  SymbolKind,
} from "vscode-languageserver";
import {
  entryOfNode,
  type HierarchyCall,
  type HierarchyNode,
  incomingCalls,
  outgoingCalls,
  prepareHierarchy,
} from "../../features/call-hierarchy.ts";
import { plainLine } from "../../features/inert-markdown.ts";
import type { ArticleIndex, IndexEntry } from "../../index/article-index.ts";
import type { RequestContext } from "../request-context.ts";
import { type RequestFeature, requestFeature } from "../request-feature.ts";
import { titleRange } from "../title-range.ts";
import { citationRange } from "../to-lsp.ts";
import type { Workspace } from "../workspace.ts";

const LONGEST = 200;
const KINDS: Readonly<Record<IndexEntry["summary"]["container"], string>> = { page: "page", text: "raw text" };

/** The request for the article to start from. */
export const prepareCallHierarchyRequest: RequestFeature = requestFeature(
  CallHierarchyPrepareRequest.type,
  () => ({ callHierarchyProvider: true }),
  (context, params): CallHierarchyItem[] | null => {
    const place = context.place(params);
    const entry = place && prepareHierarchy(place.snapshot, place.offset);
    return entry ? [toItem(context.workspace, entry)] : null;
  },
);

/** The request for the articles that cite one. */
export const incomingCallsRequest: RequestFeature = requestFeature(
  CallHierarchyIncomingCallsRequest.type,
  () => ({}),
  (context, { item }): Promise<CallHierarchyIncomingCall[] | null> =>
    calls(context, item, incomingCalls, (from, fromRanges) => ({ from, fromRanges })),
);

/** The request for the articles that one cites. */
export const outgoingCallsRequest: RequestFeature = requestFeature(
  CallHierarchyOutgoingCallsRequest.type,
  () => ({}),
  (context, { item }): Promise<CallHierarchyOutgoingCall[] | null> =>
    calls(context, item, outgoingCalls, (to, fromRanges) => ({ to, fromRanges })),
);

type Direction = (index: ArticleIndex, entry: IndexEntry) => HierarchyCall[];

// A number can be cited by thousands of articles: whoever types meanwhile, or closes the view, goes first.
async function calls<C>(
  { pace, workspace }: RequestContext,
  item: unknown,
  direction: Direction,
  toCall: (item: CallHierarchyItem, fromRanges: CallHierarchyItem["range"][]) => C,
): Promise<C[] | null> {
  const node = nodeOf(item);
  workspace.flush();
  const { index } = workspace.index;
  const entry = node && entryOfNode(index, node);
  if (!entry) return null;
  const found: C[] = [];
  for (const call of direction(index, entry)) {
    found.push(toCall(toItem(workspace, call.entry), call.citations.map(citationRange)));
    if (pace.due) await pace.rest();
  }
  return found;
}

function toItem(workspace: Workspace, entry: IndexEntry): CallHierarchyItem {
  const { uri, summary } = entry;
  const { container, id, product, title } = summary;
  const facts = [plainLine(product, LONGEST), KINDS[container]].filter((fact) => fact !== "");
  const data: HierarchyNode = { id, uri };
  return {
    name: plainLine(`${id} ${title}`, LONGEST),
    kind: SymbolKind.File,
    detail: facts.join(" · "),
    uri: workspace.clientUri(uri),
    ...titleRange(workspace, entry),
    data,
  };
}

// What comes back is the client's word: it names an entry of the index or nothing.
function nodeOf(item: unknown): HierarchyNode | undefined {
  const data = memberOf(item, "data");
  const id = memberOf(data, "id");
  const uri = memberOf(data, "uri");
  return typeof id === "string" && typeof uri === "string" ? { id, uri } : undefined;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;
}
