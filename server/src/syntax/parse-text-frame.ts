// The head of a raw text (FORMAT §2.2): the DOCUMENT line, five labelled lines and the ruler under them.
// The closing part is found by the footer's parser, because only the footer tells where it begins.
import { type Span, span } from "../text/span.ts";
import type { DocumentLine, Field, HeaderName } from "./article.ts";
import { TEXT_LABELS } from "./labels.ts";
import { LineKind } from "./line-kind.ts";
import type { Lines } from "./lines.ts";
import { ALL_BLANKS, parseField, recoverNames } from "./parse-field.ts";
import { looksLikeRuler } from "./ruler.ts";

/** What stands above the body of a raw text. */
export interface TextFrame {
  readonly header: readonly Field<HeaderName>[];
  readonly document: DocumentLine | undefined;
  readonly headerRuler: number | undefined;
  readonly bodyLine: number;
}

const EQUALS = 61;

/** Reads the head of a raw text and marks its lines. */
export function parseTextFrame(lines: Lines): TextFrame {
  const fields: Field<HeaderName>[] = [];
  let line = lines.downToText(0, lines.count);
  while (line < lines.count && !(endsHeader(lines, line) && (fields.length > 0 || !labelFollows(lines, line + 1)))) {
    if (!lines.isBlank(line)) {
      fields.push(parseField(lines, line, TEXT_LABELS, ALL_BLANKS));
      lines.mark(line, LineKind.headerField);
    }
    line++;
  }
  const header = recoverNames(lines, fields, TEXT_LABELS);
  const headerRuler = findHeaderRuler(lines, line);
  if (headerRuler !== undefined) lines.mark(headerRuler, LineKind.headerRuler);
  const first = header.find((field) => field.name === "document") ?? header[0];
  return {
    header,
    document: first && readDocumentLine(lines, first),
    headerRuler,
    bodyLine: headerRuler === undefined ? line : headerRuler + 1,
  };
}

function endsHeader(lines: Lines, line: number): boolean {
  if (looksLikeRuler(lines, line)) return true;
  if (!lines.isBlank(line)) return false;
  return !labelFollows(lines, line);
}

function labelFollows(lines: Lines, line: number): boolean {
  const next = lines.downToText(line, lines.count);
  const label = /^([A-Z/]+) *:/.exec(lines.read(next))?.[1];
  return label !== undefined && TEXT_LABELS.has(label);
}

// Two real texts have a ruler of dashes there; the dashes of the applies-to block are told by what follows them.
function findHeaderRuler(lines: Lines, from: number): number | undefined {
  const first = lines.downToText(from, lines.count);
  if (first >= lines.count || !looksLikeRuler(lines, first)) return undefined;
  if (lines.firstCode(first) === EQUALS) return first;
  return looksLikeRuler(lines, lines.downToText(first + 1, lines.count)) ? first : undefined;
}

function readDocumentLine(lines: Lines, field: Field<HeaderName>): DocumentLine {
  return {
    line: field.line,
    id: find(lines, field, /Q\d{1,8}/),
    date: find(lines, field, /(?<=\s)[0-9][^\s[\]]*/),
    code: find(lines, field, /(?<=\[)[^\]]*/),
  };
}

function find(lines: Lines, field: Field<HeaderName>, pattern: RegExp): Span | undefined {
  const start = lines.content(field.line);
  const match = pattern.exec(lines.read(field.line));
  return match ? span(start + match.index, start + match.index + match[0].length) : undefined;
}
