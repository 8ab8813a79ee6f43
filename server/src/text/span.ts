// Half-open ranges of offsets, the only way in which the core names a place in an article.
// Offsets count UTF-16 code units from the start of the file; LSP positions exist only in the adapters.

/** A half-open range `[start, end)` of UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Makes a span; `end` is not checked against `start`. */
export function span(start: number, end: number): Span {
  return { start, end };
}

/** Whether the offset lies in the span or at its end, as a cursor does. */
export function touches(range: Span, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}
