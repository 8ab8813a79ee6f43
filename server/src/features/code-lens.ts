// The code lens above an article's title: how many other articles cite it.
// Where it stands is told at once; the counting waits until the lens is looked at.
import type { ArticleIndex } from "../index/article-index.ts";
import { articleId, idClaims } from "../model/facts.ts";
import type { Span } from "../text/span.ts";
import type { Snapshot } from "./snapshot.ts";
import { titlePlace } from "./title-place.ts";

/** A lens before it is counted. */
export interface CodeLensPlace {
  readonly id: string;
  /** The line of the title. */
  readonly line: Span;
  /** A place of the article's number, from which its references can be asked for. */
  readonly number: Span;
}

/** The place of a document's lens; `undefined` where there is no number, or not (yet) an archive to count in. */
export function codeLens(snapshot: Snapshot): CodeLensPlace | undefined {
  const { archive, article, inArchive } = snapshot;
  const id = articleId(article);
  if (id === undefined || archive !== "ready" || !inArchive) return undefined;
  const { line } = titlePlace(article);
  const claims = idClaims(article).filter((claim) => claim.id === id);
  const beside = claims.find(({ span }) => span.start >= line.start && span.end <= line.end);
  return { id, line, number: (beside ?? claims[0])?.span ?? line };
}

/** What the lens of a number says. */
export function lensTitle(count: number): string {
  return count === 1 ? "cited by 1 article" : `cited by ${count === 0 ? "no" : count} articles`;
}

/** How many articles cite a number, and what the lens says of it. */
export function countLens(index: ArticleIndex, id: string): { readonly count: number; readonly title: string } {
  const count = index.citedBy(id);
  return { count, title: lensTitle(count) };
}
