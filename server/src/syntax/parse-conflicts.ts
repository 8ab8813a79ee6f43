// Finds unresolved merge conflicts by git's markers at the very start of a line.
// A text with a conflict is two texts at once: rules stay silent about the rest of it.

import type { Conflict } from "./article.ts";
import { LineKind } from "./line-kind.ts";
import type { Lines } from "./lines.ts";

/** The conflicts of a text, and their lines marked as such. */
export function parseConflicts(lines: Lines): Conflict[] {
  const conflicts: Conflict[] = [];
  if (!holdsMarker(lines.text, "<<<<<<<") && !holdsMarker(lines.text, ">>>>>>>")) return conflicts;
  let line = 0;
  while (line < lines.count) {
    const opens = isMarker(lines, line, "<<<<<<<");
    if (!opens && !isMarker(lines, line, ">>>>>>>")) {
      line++;
      continue;
    }
    const endLine = opens ? endOfConflict(lines, line) : line + 1;
    for (let inside = line; inside < endLine; inside++) lines.kinds[inside] = LineKind.conflict;
    conflicts.push({ firstLine: line, endLine });
    line = endLine;
  }
  return conflicts;
}

// A single sign is looked for far faster than a marker, and most texts do not have it.
function holdsMarker(text: string, marker: string): boolean {
  return text.includes(marker.charAt(0)) && text.includes(marker);
}

function endOfConflict(lines: Lines, from: number): number {
  for (let line = from + 1; line < lines.count; line++) {
    if (isMarker(lines, line, ">>>>>>>")) return line + 1;
    if (isMarker(lines, line, "<<<<<<<")) return line;
  }
  return from + 1;
}

function isMarker(lines: Lines, line: number, marker: string): boolean {
  const start = lines.source.start(line);
  if (!lines.text.startsWith(marker, start)) return false;
  const behind = start + marker.length;
  return behind === lines.source.end(line) || lines.text[behind] === " ";
}
