// From offsets to the protocol's positions and back; the only place that knows both.
// Positions count UTF-16 units, as the text does.
import type { TextEdit as LspTextEdit, Range, WorkspaceEdit } from "vscode-languageserver";
import type { Citation } from "../model/article-summary.ts";
import type { SourceText } from "../text/source-text.ts";
import type { Span } from "../text/span.ts";
import type { TextEdit } from "../text/text-edit.ts";
import type { ClientSupport } from "./client-support.ts";
import type { OpenDocument } from "./open-document.ts";

/** The beginning of a file, for places that cannot be told more exactly. */
export const FILE_START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** A span as a range. */
export function toRange(source: SourceText, { start, end }: Span): Range {
  return { start: source.positionAt(start), end: source.positionAt(end) };
}

/** A range as a span. */
export function toSpan(source: SourceText, { start, end }: Range): Span {
  return { start: source.offsetAt(start), end: source.offsetAt(end) };
}

/** Where a citation stands. */
export function citationRange({ line, character, length }: Citation): Range {
  return { start: { line, character }, end: { line, character: character + length } };
}

/** Edits of one text. */
export function toTextEdits(source: SourceText, edits: readonly TextEdit[]): LspTextEdit[] {
  return edits.map(({ span, newText }) => ({ range: toRange(source, span), newText }));
}

/** Edits of an open document, bound to its version where the client knows versions. */
export function toWorkspaceEdit(document: OpenDocument, edits: LspTextEdit[], support: ClientSupport): WorkspaceEdit {
  const { uri, version } = document;
  if (support.documentChanges) return { documentChanges: [{ textDocument: { uri, version }, edits }] };
  return { changes: { [uri]: edits } };
}
