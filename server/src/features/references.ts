// Find references: all places that cite the number under the cursor, in pages and raw texts alike.
// The index knows the places, so no citing file is read.
import type { Citation } from "../model/article-summary.ts";
import { numberAt } from "./number-at.ts";
import type { Snapshot } from "./snapshot.ts";

/** One citing place, or (`declaration`) a file that holds the article itself. */
export interface ReferencePlace {
  readonly uri: string;
  /** `undefined` for a declaration: it is the title of the file's article. */
  readonly citation: Citation | undefined;
}

/** The places by file, declarations first; `undefined` where no number stands at the offset. */
export function references(
  snapshot: Snapshot,
  offset: number,
  options: { readonly includeDeclaration: boolean },
): ReferencePlace[] | undefined {
  const number = numberAt(snapshot.article, offset);
  if (!number) return undefined;
  const places: ReferencePlace[] = [];
  if (options.includeDeclaration) {
    for (const entry of snapshot.index.find(number.id)) places.push({ uri: entry.uri, citation: undefined });
  }
  for (const { entry, citation } of snapshot.index.citing(number.id)) {
    places.push({ uri: entry.uri, citation });
  }
  return places;
}
