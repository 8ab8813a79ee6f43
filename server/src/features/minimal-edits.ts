// The smallest whole-line changes that turn one text into another, so that an editor keeps cursors, folds and marks
// everywhere else. Changed lines are narrowed to the characters that differ.
import { lineHunks } from "../text/line-diff.ts";
import { SourceText } from "../text/source-text.ts";
import { span } from "../text/span.ts";
import type { TextEdit } from "../text/text-edit.ts";

/** Edits that make `after` out of `before`, each narrowed to the characters that differ; none for equal texts. */
export function minimalEdits(before: string, after: string): TextEdit[] {
  if (before === after) return [];
  const oldLines = wholeLines(before);
  const newLines = wholeLines(after);
  return lineHunks(oldLines.lines, newLines.lines).map((hunk) => {
    const start = oldLines.starts[hunk.from] ?? before.length;
    const end = oldLines.starts[hunk.to] ?? before.length;
    const newStart = newLines.starts[hunk.newFrom] ?? after.length;
    const newEnd = newLines.starts[hunk.newTo] ?? after.length;
    return narrowed(before, start, end, after.slice(newStart, newEnd));
  });
}

function wholeLines(text: string): { readonly lines: readonly string[]; readonly starts: readonly number[] } {
  const { starts } = new SourceText(text);
  return { starts, lines: starts.map((start, line) => text.slice(start, starts[line + 1] ?? text.length)) };
}

function narrowed(before: string, start: number, end: number, newText: string): TextEdit {
  let head = 0;
  const most = Math.min(end - start, newText.length);
  while (head < most && before[start + head] === newText[head]) head++;
  let tail = 0;
  while (tail < most - head && before[end - 1 - tail] === newText[newText.length - 1 - tail]) tail++;
  if (splitsPair(before, start + head) || splitsPair(before, end - tail)) {
    return { span: span(start, end), newText };
  }
  return { span: span(start + head, end - tail), newText: newText.slice(head, newText.length - tail) };
}

// An edit must not begin or end inside a line break or a character beyond the basic plane.
function splitsPair(text: string, offset: number): boolean {
  const pair = text.slice(Math.max(0, offset - 1), offset + 1);
  return pair === "\r\n" || /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair);
}
