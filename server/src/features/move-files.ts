// Moving or renaming files and folders by hand: a file whose name or folder gets another number means that its article
// gets it. Everything else about a move is the author's own business and changes nothing.
import type { ArticleIndex, IndexEntry } from "../index/article-index.ts";
import type { Move } from "./refactor-edit.ts";
import { numberAfterMove } from "./refactor-paths.ts";
import { shortPath } from "./rename.ts";

/** What moves say of articles' numbers. */
export interface MovedNumbers {
  /** The new number of each article and a file of it that moves. */
  readonly numbers: ReadonlyMap<string, { readonly number: string; readonly uri: string }>;
  /** The files that move, by their articles; folders resolved. */
  readonly moved: ReadonlySet<string>;
  /** Why some articles keep their number, in sentences for the author. */
  readonly refused: readonly string[];
}

/** What moves of files and folders mean; `index` is that of the archive before the moves. */
export function movedNumbers(index: ArticleIndex, moves: readonly Move[]): MovedNumbers {
  const numbers = new Map<string, { readonly number: string; readonly uri: string }>();
  const moved = new Set<string>();
  const torn = new Set<string>();
  for (const move of moves) {
    for (const { uri, summary } of entriesOf(index, move.from)) {
      moved.add(uri);
      const number = numberAfterMove(summary.id, uri, move.to + uri.slice(move.from.length));
      if (number === undefined) continue;
      if (numbers.has(summary.id) && numbers.get(summary.id)?.number !== number) torn.add(summary.id);
      numbers.set(summary.id, { number, uri });
    }
  }
  const refused = [...torn].map((id) => `The files of ${id} get different numbers, so it keeps its own in its text.`);
  for (const id of torn) numbers.delete(id);
  for (const [id, { number }] of [...numbers]) {
    const reason = whyNot(index, id, { number, numbers });
    if (reason === undefined) continue;
    refused.push(reason);
    numbers.delete(id);
  }
  return { numbers, moved, refused };
}

function entriesOf(index: ArticleIndex, uri: string): readonly IndexEntry[] {
  const entry = index.at(uri);
  return entry ? [entry] : index.below(uri);
}

// A number is free as well when the article that has it gets another one by the same moves.
function whyNot(
  index: ArticleIndex,
  id: string,
  { number, numbers }: { readonly number: string; readonly numbers: MovedNumbers["numbers"] },
): string | undefined {
  for (const [other, given] of numbers) {
    if (other !== id && given.number === number) return `Both ${id} and ${other} would become ${number}.`;
  }
  const [taken] = numbers.has(number) ? [] : index.find(number);
  if (!taken) return undefined;
  return `${number} is taken by ${shortPath(taken.uri)}, so ${id} keeps its number in its text and its citations.`;
}
