// Rename an article number: what stands under the cursor, which files bear the number, and which cite it.
// Says clearly why a number cannot be renamed; where two articles share a number, never guesses which one is meant.
import type { IndexEntry } from "../index/article-index.ts";
import { articleId, idClaims } from "../model/facts.ts";
import { referenceAtOffset } from "../model/references.ts";
import { type Span, touches } from "../text/span.ts";
import { parseNumber } from "./refactor-number.ts";
import type { Snapshot } from "./snapshot.ts";

/** A number that can be renamed, or why it cannot. */
export type RenamePlace = { readonly id: string; readonly span: Span; readonly own: boolean } | Refused;

/** Why something is not done, in a sentence for the author. */
export interface Refused {
  readonly refused: string;
}

/** The number at an offset; `undefined` where there is none. A quoted title is not the number. */
export function renamePlace({ article }: Snapshot, offset: number): RenamePlace | undefined {
  const claim = idClaims(article).find((candidate) => touches(candidate.span, offset));
  if (claim) {
    const id = articleId(article) ?? claim.id;
    if (claim.id === id) return { id, span: claim.span, own: true };
    return { refused: `This place says ${claim.id}, but the article is ${id} elsewhere. Write ${id} here first.` };
  }
  const reference = referenceAtOffset(article, offset);
  if (!reference || !touches(reference.span, offset)) return undefined;
  return { id: reference.id, span: reference.span, own: reference.id === articleId(article) };
}

/** What a rename is about. */
export interface RenameScope {
  readonly id: string;
  /** The files that bear the number; none where it is cited only. */
  readonly files: readonly string[];
  /** The files that cite it, those that bear it included. */
  readonly citing: readonly string[];
  /** Whether files beside the articles name them too: not so for one of two articles that share a number. */
  readonly wide: boolean;
  /** Whether a file belongs to the archives that the rename is about. */
  holds(uri: string): boolean;
}

/** Tells the archive that a file belongs to. */
export type RootOf = (uri: string) => string | undefined;

/** The archive as it stands, seen from one file. */
export type ArchiveAt = Pick<Snapshot, "uri" | "inArchive" | "archive" | "index">;

/** What a rename begins with. */
export interface RenameStart {
  readonly id: string;
  /** Whether it begins at the article's own number. */
  readonly own: boolean;
  /** The files that bear the number now; the index may be behind by a moment. */
  readonly entries: readonly IndexEntry[];
}

/** The files that a rename from a place changes. */
export function renameScope(
  snapshot: ArchiveAt,
  { id, own, entries }: RenameStart,
  rootOf: RootOf,
): RenameScope | Refused {
  if (!snapshot.inArchive || snapshot.archive === "none") {
    if (!own) return { refused: `${id} is cited here, but no archive is open that could hold it. Open its folder.` };
    return { id, files: [snapshot.uri], citing: [snapshot.uri], wide: false, holds: (uri) => uri === snapshot.uri };
  }
  if (snapshot.archive === "indexing") {
    return { refused: "The archive is still being read, so not all citations are known. Try again in a moment." };
  }
  const holds = archivesOf(snapshot, entries, rootOf);
  if (!holds) return { refused: `Several open archives have an article ${id}. Rename it from within one of them.` };
  const bearing = entries.filter(({ uri }) => holds(uri));
  const twice = sameContainer(bearing);
  if (!twice) {
    const files = bearing.map(({ uri }) => uri);
    return { id, files, citing: citingFiles(snapshot, id, holds), wide: true, holds };
  }
  if (own) return { id, files: [snapshot.uri], citing: [snapshot.uri], wide: false, holds };
  const names = twice.map(({ uri }) => shortPath(uri)).join(" and ");
  return { refused: `Both ${names} are ${id}. Rename one of them first, from its own number.` };
}

// A number that two open archives have means in each of them that archive's own article.
function archivesOf(
  { uri }: ArchiveAt,
  entries: readonly IndexEntry[],
  rootOf: RootOf,
): ((uri: string) => boolean) | undefined {
  const roots = new Set(entries.map((entry) => rootOf(entry.uri)));
  if (roots.size < 2) return () => true;
  const root = rootOf(uri);
  return roots.has(root) ? (other) => rootOf(other) === root : undefined;
}

/** Articles of one number and one form, where there are several. */
export function sameContainer(entries: readonly IndexEntry[]): readonly IndexEntry[] | undefined {
  for (const container of ["page", "text"]) {
    const same = entries.filter(({ summary }) => summary.container === container);
    if (same.length > 1) return same;
  }
  return undefined;
}

/** The files that cite a number. */
export function citingFiles({ index }: Pick<Snapshot, "index">, id: string, holds: (uri: string) => boolean): string[] {
  return [...new Set(index.citing(id).map(({ entry }) => entry.uri))].filter(holds);
}

/** The new number, `undefined` where it is the old one, or why it cannot be. Whether it is free is asked then. */
export function newNumber(id: string, typed: string): string | undefined | Refused {
  const number = parseNumber(typed);
  if (number !== undefined) return number === id ? undefined : number;
  const shown = typed.trim().slice(0, 40);
  return { refused: `“${shown}” is not an article number. Write Q and five or six digits, such as Q100000.` };
}

/** Why a number is not free: a file in the archives that the rename is about bears it. */
export function takenBy(scope: RenameScope, number: string, entries: readonly IndexEntry[]): Refused | undefined {
  const taken = entries.find(({ uri }) => scope.holds(uri));
  if (!taken) return undefined;
  const title = taken.summary.title === "" ? "" : ` (“${taken.summary.title}”)`;
  return { refused: `${number} is taken by ${shortPath(taken.uri)}${title}. Choose a free number.` };
}

const ON_SHELF = /[^/]*\/\d{3}\/[^/]+(?:\/[^/]+)?$/;

/** The part of a URI that tells files apart: from the shelves' folder on where it lies on one, else its last segments. */
export function shortPath(uri: string): string {
  const path = ON_SHELF.exec(uri)?.[0] ?? uri.split("/").slice(-3).join("/");
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Whether an answer is a refusal. */
export function isRefused(answer: unknown): answer is Refused {
  return typeof answer === "object" && answer !== null && "refused" in answer;
}
