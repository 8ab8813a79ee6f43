// Highlights every place in the document that names the number under the cursor.
// Looks at the one document only.
import { idClaims } from "../model/facts.ts";
import { findReferences } from "../model/references.ts";
import type { Span } from "../text/span.ts";
import { numberAt } from "./number-at.ts";
import type { Snapshot } from "./snapshot.ts";

/** The places of the number at an offset, in the order of the text; `undefined` where there is no number. */
export function documentHighlight(snapshot: Snapshot, offset: number): Span[] | undefined {
  const number = numberAt(snapshot.article, offset);
  if (!number) return undefined;
  const named = [...idClaims(snapshot.article), ...findReferences(snapshot.article)];
  return named.filter((place) => place.id === number.id).map((place) => place.span);
}
