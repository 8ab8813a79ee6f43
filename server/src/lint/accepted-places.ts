// Places whose findings somebody accepted, carried along while the text around them changes.
// Acceptance goes by a line's content; a repair of another finding in that line must not undo it half-way.
import type { Span } from "../text/span.ts";
import type { TextEdit } from "../text/text-edit.ts";
import type { Finding } from "./rule.ts";

/** Where findings of which rule are accepted. */
export type AcceptedPlaces = readonly { readonly rule: string; readonly span: Span }[];

/** No place. */
export const NONE_ACCEPTED: AcceptedPlaces = [];

/** The places of the findings that are not among those that were kept. */
export function acceptedIn(all: readonly Finding[], kept: readonly Finding[]): AcceptedPlaces {
  if (kept.length === all.length) return NONE_ACCEPTED;
  const left = new Set(kept);
  return all.filter((finding) => !left.has(finding)).map(({ rule, span }) => ({ rule, span }));
}

/** Whether a finding stands where one of its rule was accepted. */
export function isAccepted({ rule, span }: Finding, accepted: AcceptedPlaces): boolean {
  return accepted.some((place) => place.rule === rule && place.span.start <= span.end && span.start <= place.span.end);
}

/** The places after edits, which are sorted and do not overlap; what an edit touches grows to what it wrote. */
export function carried(accepted: AcceptedPlaces, edits: readonly TextEdit[]): AcceptedPlaces {
  return accepted.map(({ rule, span }) => ({ rule, span: carriedSpan(span, edits) }));
}

function carriedSpan({ start, end }: Span, edits: readonly TextEdit[]): Span {
  let shift = 0;
  let newStart = start;
  let newEnd = end;
  for (const { span, newText } of edits) {
    const grown = newText.length - (span.end - span.start);
    if (span.end < start) newStart = start + shift + grown;
    else if (span.start <= start) newStart = span.start + shift;
    if (span.end <= end) newEnd = end + shift + grown;
    else if (span.start <= end) newEnd = span.start + shift + newText.length;
    shift += grown;
  }
  return { start: newStart, end: newEnd };
}
