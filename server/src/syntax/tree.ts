// The article as a sequence of nodes that together are the whole file: joining their text gives it back.
// Made from the parsed article when someone asks for it; rules and the index do without.
import type { Span } from "../text/span.ts";
import type { Article } from "./article.ts";
import { type BlockKind, classifyBlocks } from "./blocks.ts";
import { LineKind, lineKindName } from "./line-kind.ts";

/** A run of lines of one kind, line breaks included. */
export interface Node {
  /** The name of a line kind, or for the body's text of a block kind. */
  readonly kind: string;
  readonly firstLine: number;
  readonly endLine: number;
  readonly span: Span;
}

/** The nodes of an article in the order of the text; no gap, no overlap. */
export function articleNodes(article: Article): Node[] {
  const blocks = classifyBlocks(article);
  const nodes: Node[] = [];
  for (let line = 0; line < article.kinds.length; line++) {
    const kind = kindOf(article, blocks, line);
    let end = line + 1;
    while (end < article.kinds.length && kindOf(article, blocks, end) === kind) end++;
    const span = { start: article.source.start(line), end: article.source.start(end) };
    nodes.push({ kind, firstLine: line, endLine: end, span });
    line = end - 1;
  }
  return nodes;
}

function kindOf(article: Article, blocks: readonly (BlockKind | undefined)[], line: number): string {
  const kind = article.kinds[line] ?? LineKind.unknown;
  return (kind === LineKind.text ? blocks[line] : undefined) ?? lineKindName(kind);
}
