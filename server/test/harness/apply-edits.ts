// Applies the protocol's edits to a text the way an editor does, written apart from the server's own code.
// Refuses edits that overlap or lie outside the text.
import type { CodeAction, Position, TextEdit } from "vscode-languageserver";

/** The text after the edits. */
export function applyLspEdits(text: string, edits: readonly TextEdit[]): string {
  const placed = edits.map(({ range, newText }) => ({
    start: offsetAt(text, range.start),
    end: offsetAt(text, range.end),
    newText,
  }));
  placed.sort((a, b) => a.start - b.start || a.end - b.end);
  let result = "";
  let done = 0;
  for (const { start, end, newText } of placed) {
    if (start < done || end < start) throw new Error(`edits overlap at offset ${start}`);
    result += text.slice(done, start) + newText;
    done = end;
  }
  return result + text.slice(done);
}

/** The edits that an action makes to a document. */
export function editsOf(action: CodeAction | undefined, uri: string): readonly TextEdit[] {
  const versioned = action?.edit?.documentChanges?.flatMap((change) => {
    if (!("textDocument" in change) || change.textDocument.uri !== uri) throw new Error("an edit of another document");
    return change.edits.map((edit) => {
      if (!("newText" in edit)) throw new Error("an edit that is no text edit");
      return edit;
    });
  });
  return versioned ?? action?.edit?.changes?.[uri] ?? [];
}

function offsetAt(text: string, { line, character }: Position): number {
  let start = 0;
  for (let passed = 0; passed < line; passed++) {
    const next = /\r\n|\n|\r/.exec(text.slice(start));
    if (!next) throw new Error(`no line ${line}`);
    start += next.index + next[0].length;
  }
  const offset = start + character;
  if (offset > text.length) throw new Error(`no character ${character} in line ${line}`);
  return offset;
}
