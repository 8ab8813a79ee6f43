// What a refactoring changes, as plain data: edits of texts, each with the reason for which a preview groups it, and
// files that move or go.
import type { SourceText } from "../text/source-text.ts";
import type { Span } from "../text/span.ts";
import type { TextEdit } from "../text/text-edit.ts";

/** Why something changes; previews show one group for each. */
export type ChangeReason = "article" | "citations" | "doubtful" | "archive" | "files";

/** A text edit with its reason. */
export interface ReasonedEdit extends TextEdit {
  readonly reason: ChangeReason;
}

/** The edits of one file, over the text that they were made from. */
export interface FileEdits {
  readonly uri: string;
  readonly source: SourceText;
  readonly edits: readonly ReasonedEdit[];
}

/** A file or folder that gets another name or place. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** Replaces a span for a reason. */
export function change(span: Span, newText: string, reason: ChangeReason): ReasonedEdit {
  return { span, newText, reason };
}
