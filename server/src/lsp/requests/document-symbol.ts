// textDocument/documentSymbol: the outline, as a tree where the client shows trees.
import {
  DocumentSymbolRequest,
  type DocumentSymbol as LspSymbol,
  type SymbolInformation,
  SymbolKind,
} from "vscode-languageserver";
import { type DocumentSymbol, documentSymbols, type SymbolKind as Kind } from "../../features/document-symbols.ts";
import type { SourceText } from "../../text/source-text.ts";
import { type RequestFeature, requestFeature } from "../request-feature.ts";
import { toRange } from "../to-lsp.ts";

const KINDS: Readonly<Record<Kind, SymbolKind>> = {
  header: SymbolKind.File,
  appliesTo: SymbolKind.Package,
  section: SymbolKind.Namespace,
  subheading: SymbolKind.String,
  footer: SymbolKind.Key,
};

/** The document symbol request. */
export const documentSymbolRequest: RequestFeature = requestFeature(
  DocumentSymbolRequest.type,
  () => ({ documentSymbolProvider: true }),
  (context, params): LspSymbol[] | SymbolInformation[] | null => {
    const view = context.view(params.textDocument);
    if (!view) return null;
    const { source } = view.snapshot.article;
    const symbols = documentSymbols(view.snapshot.article);
    if (context.support.symbolTree) return symbols.map((symbol) => toTree(source, symbol));
    return symbols.flatMap((symbol) => toList(source, view.document.uri, symbol));
  },
);

function toTree(source: SourceText, symbol: DocumentSymbol): LspSymbol {
  return {
    name: symbol.name,
    ...(symbol.detail === "" ? {} : { detail: symbol.detail }),
    kind: KINDS[symbol.kind],
    range: toRange(source, symbol.range),
    selectionRange: toRange(source, symbol.selection),
    children: symbol.children.map((child) => toTree(source, child)),
  };
}

function toList(source: SourceText, uri: string, symbol: DocumentSymbol, container?: string): SymbolInformation[] {
  const { name, kind, range, children } = symbol;
  const own = { name, kind: KINDS[kind], location: { uri, range: toRange(source, range) } };
  const below = children.flatMap((child) => toList(source, uri, child, name));
  return [container === undefined ? own : { ...own, containerName: container }, ...below];
}
