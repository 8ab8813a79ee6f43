// A unified diff of one file, as `git apply` and `patch -p1` take it. Line ends are kept as they are in the file.
import { type LineHunk, lineHunks } from "../../text/line-diff.ts";

/** The texts of a file before and after, with the path to name it by. */
export interface Difference {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** A line of a diff: what it is, and its text with its line end. */
export interface DiffLine {
  readonly kind: "file" | "place" | "same" | "removed" | "added";
  readonly text: string;
}

const CONTEXT = 3;
const NO_LINE_END = "\n\\ No newline at end of file\n";

/** The lines of the diff; none for equal texts. */
export function* unifiedDiff({ path, before, after }: Difference): Generator<DiffLine> {
  const oldLines = splitLines(before);
  const newLines = splitLines(after);
  const hunks = lineHunks(oldLines, newLines);
  if (hunks.length === 0) return;
  yield { kind: "file", text: `--- a/${path}\n` };
  yield { kind: "file", text: `+++ b/${path}\n` };
  for (const group of groups(hunks)) yield* groupLines(group, oldLines, newLines);
}

// At LF only: a CR alone is no line end to those who read diffs.
function splitLines(text: string): string[] {
  const lines = text.split(/(?<=\n)/);
  return lines[0] === "" ? [] : lines;
}

// Hunks whose surroundings meet are shown as one.
function groups(hunks: readonly LineHunk[]): LineHunk[][] {
  const made: LineHunk[][] = [];
  let end = -1;
  for (const hunk of hunks) {
    const last = made[made.length - 1];
    if (last && hunk.from - end <= 2 * CONTEXT) last.push(hunk);
    else made.push([hunk]);
    end = hunk.to;
  }
  return made;
}

function* groupLines(
  group: readonly LineHunk[],
  oldLines: readonly string[],
  newLines: readonly string[],
): Generator<DiffLine> {
  const [first] = group;
  const last = group[group.length - 1];
  if (!first || !last) return;
  const lead = Math.min(CONTEXT, first.from);
  const from = first.from - lead;
  const to = Math.min(last.to + CONTEXT, oldLines.length);
  const newFrom = first.newFrom - lead;
  const newTo = last.newTo + (to - last.to);
  yield { kind: "place", text: `@@ -${place(from, to)} +${place(newFrom, newTo)} @@\n` };
  let at = from;
  for (const hunk of group) {
    yield* shownLines("same", oldLines.slice(at, hunk.from));
    yield* shownLines("removed", oldLines.slice(hunk.from, hunk.to));
    yield* shownLines("added", newLines.slice(hunk.newFrom, hunk.newTo));
    at = hunk.to;
  }
  yield* shownLines("same", oldLines.slice(at, to));
}

// Lines count from one; an empty range is named by the line before it.
function place(from: number, to: number): string {
  return `${to > from ? from + 1 : from},${to - from}`;
}

const SIGNS = { same: " ", removed: "-", added: "+" } as const;

function* shownLines(kind: keyof typeof SIGNS, lines: readonly string[]): Generator<DiffLine> {
  for (const line of lines) {
    yield { kind, text: SIGNS[kind] + (line.endsWith("\n") ? line : line + NO_LINE_END) };
  }
}
