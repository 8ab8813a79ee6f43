// Go to definition: from a number to the file that holds the article.
// Gives one file only, of the citing document's own kind where there is the choice.
import { articleId } from "../model/facts.ts";
import type { Span } from "../text/span.ts";
import { numberAt } from "./number-at.ts";
import { preferredEntry, type Snapshot } from "./snapshot.ts";

/** Where a number leads. The title's place in the target is for the caller to find, who can read it. */
export interface Definition {
  /** The number with the title quoted behind it: what an editor underlines as one link. */
  readonly origin: Span;
  readonly id: string;
  /** The file of the article; the document itself for its own number. */
  readonly uri: string;
}

/** The definition of the number at an offset; `undefined` where there is no number, or none that the archive holds. */
export function definition(snapshot: Snapshot, offset: number): Definition | undefined {
  const number = numberAt(snapshot.article, offset);
  if (!number) return undefined;
  const itself = number.own || number.id === articleId(snapshot.article);
  const uri = itself ? snapshot.uri : preferredEntry(snapshot, number.id)?.uri;
  return uri === undefined ? undefined : { origin: number.whole, id: number.id, uri };
}
