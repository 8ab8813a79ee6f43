// Replacements in one text, as data. Edits given together never overlap; applying them touches nothing else.
import type { Span } from "./span.ts";

/** Replaces the text at `span` by `newText`; an empty span inserts, an empty text deletes. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/**
 * Applies edits to a text and returns the new text.
 * Of edits that overlap, the one that starts first (and was given first) wins; the other is left out.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  if (edits.length === 0) return text;
  let result = "";
  let done = 0;
  for (const edit of withoutOverlaps(edits)) {
    result += text.slice(done, edit.span.start) + edit.newText;
    done = edit.span.end;
  }
  return result + text.slice(done);
}

/** Sorts edits by place and leaves out each one that overlaps an earlier one. */
export function withoutOverlaps(edits: readonly TextEdit[]): TextEdit[] {
  const sorted = edits.map((edit, order) => ({ edit, order }));
  sorted.sort((a, b) => a.edit.span.start - b.edit.span.start || a.order - b.order);
  const kept: TextEdit[] = [];
  let end = -1;
  for (const { edit } of sorted) {
    if (edit.span.start < end) continue;
    kept.push(edit);
    end = Math.max(end, edit.span.end);
  }
  return kept;
}
