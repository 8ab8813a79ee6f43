// The call hierarchy as a graph of references: who cites an article (incoming) and whom it cites (outgoing).
// Both directions are answered from the index alone; a page and a raw text of one article are one node of the graph.
import type { ArticleIndex, IndexEntry } from "../index/article-index.ts";
import type { Citation } from "../model/article-summary.ts";
import { articleId } from "../model/facts.ts";
import type { Container } from "../syntax/article.ts";
import { numberAt } from "./number-at.ts";
import { preferredEntry, type Snapshot } from "./snapshot.ts";

/** What a node is known by in later requests, also after a restart. */
export interface HierarchyNode {
  readonly id: string;
  /** The file that stands for the article. */
  readonly uri: string;
}

/** An article at the other end of a reference, with the citing places in the text of whichever of the two cites. */
export interface HierarchyCall {
  readonly entry: IndexEntry;
  readonly citations: readonly Citation[];
}

/**
 * The article to start from: that of the number at an offset, or the document's own anywhere above its body.
 * `undefined` for other places and for numbers that the archive does not hold: they have no file to stand for them.
 */
export function prepareHierarchy(snapshot: Snapshot, offset: number): IndexEntry | undefined {
  const { article, index, uri } = snapshot;
  const own = articleId(article);
  const number = numberAt(article, offset);
  const inHead = article.source.lineAt(offset) < article.bodyLine;
  if (!number && !inHead) return undefined;
  if (!number || number.own || number.id === own) return index.at(uri);
  return preferredEntry(snapshot, number.id);
}

/** The entry of a node as the index knows it now: its file, or where that is gone another one of the article. */
export function entryOfNode(index: ArticleIndex, { id, uri }: HierarchyNode): IndexEntry | undefined {
  const entry = index.at(uri);
  return entry?.summary.id === id ? entry : index.find(id)[0];
}

/** The articles that cite a node, by file; its own citations of itself are left out, as “cited by n articles” does. */
export function incomingCalls(index: ArticleIndex, { summary }: IndexEntry): HierarchyCall[] {
  const byUri = new Map<string, { entry: IndexEntry; citations: Citation[] }>();
  for (const { entry, citation } of index.citing(summary.id)) {
    if (entry.summary.id === summary.id) continue;
    const call = byUri.get(entry.uri);
    if (call) call.citations.push(citation);
    else byUri.set(entry.uri, { entry, citations: [citation] });
  }
  return ofOneKind([...byUri.values()], summary.container);
}

/** The articles that a node's file cites and the archive holds, in the order of their first citation. */
export function outgoingCalls(index: ArticleIndex, { summary }: IndexEntry): HierarchyCall[] {
  const byId = new Map<string, Citation[]>();
  for (const citation of summary.citations) {
    if (citation.id === summary.id) continue;
    const known = byId.get(citation.id);
    if (known) known.push(citation);
    else byId.set(citation.id, [citation]);
  }
  const calls: HierarchyCall[] = [];
  for (const [id, citations] of byId) {
    const entries = index.find(id);
    const entry = entries.find((one) => one.summary.container === summary.container) ?? entries[0];
    if (entry) calls.push({ entry, citations });
  }
  return calls;
}

// Where both a page and a raw text of an article cite, they say the same: the one of the asker's kind stands for both.
// Two pages under one number are two articles to whoever looks for the mistake, and stay two.
function ofOneKind(calls: readonly HierarchyCall[], container: Container): HierarchyCall[] {
  const preferred = new Set<string>();
  for (const { entry } of calls) if (entry.summary.container === container) preferred.add(entry.summary.id);
  return calls.filter(({ entry }) => entry.summary.container === container || !preferred.has(entry.summary.id));
}
