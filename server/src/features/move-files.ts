// Moving or renaming files and folders by hand: a file whose name or folder gets another number means that its article
// gets it. Everything else about a move is the author's own business and changes nothing.
import type { IndexEntry } from "../index/article-index.ts";
import type { Move } from "./refactor-edit.ts";
import { numberAfterMove } from "./refactor-paths.ts";
import { shortPath } from "./rename.ts";

/** An article's file that moves. */
export interface MovedFile extends Move {
  /** The article's number before. */
  readonly id: string;
}

/** The number that moves give to an article, and one of its files that move. */
export interface GivenNumber {
  readonly number: string;
  readonly uri: string;
}

/** What moves say of articles' numbers. */
export interface MovedNumbers {
  readonly numbers: ReadonlyMap<string, GivenNumber>;
  /** Why some articles keep their number, in sentences for the author. */
  readonly refused: readonly string[];
}

/** What moves of articles' files mean. Whether a number is free is asked behind it. */
export function movedNumbers(files: readonly MovedFile[]): MovedNumbers {
  const numbers = new Map<string, GivenNumber>();
  const refused: string[] = [];
  const torn = new Set<string>();
  for (const { id, from, to } of files) {
    const number = numberAfterMove(id, from, to);
    if (number === undefined) continue;
    if (numbers.has(id) && numbers.get(id)?.number !== number) torn.add(id);
    numbers.set(id, { number, uri: from });
  }
  for (const id of torn) {
    refused.push(`The files of ${id} get different numbers, so it keeps its own in its text.`);
    numbers.delete(id);
  }
  return { numbers: withoutTwins(numbers, refused), refused };
}

function withoutTwins(numbers: ReadonlyMap<string, GivenNumber>, refused: string[]): Map<string, GivenNumber> {
  const byNumber = new Map<string, string[]>();
  for (const [id, { number }] of numbers) byNumber.set(number, [...(byNumber.get(number) ?? []), id]);
  const single = new Map(numbers);
  for (const [number, ids] of byNumber) {
    if (ids.length < 2) continue;
    refused.push(`${ids.join(" and ")} would all become ${number}, so they keep their numbers.`);
    for (const id of ids) single.delete(id);
  }
  return single;
}

/** Why an article keeps its number: another file bears the new one, and is not given another one itself. */
export function takenByOther(id: string, number: string, entries: readonly IndexEntry[]): string | undefined {
  const [taken] = entries;
  if (!taken) return undefined;
  return `${number} is taken by ${shortPath(taken.uri)}, so ${id} keeps its number in its text and its citations.`;
}
