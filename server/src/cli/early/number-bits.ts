// Bits for each number that an article can have: questions of which there are as many as articles want a quick answer.
// Which files there are at usual places, and which numbers their texts claim, are both told by them.
import type { Container } from "../../syntax/article.ts";
import { readPlace } from "../files/article-place.ts";

const NUMBERS = 1_000_000;

/** What stands at a number's usual places. */
export const BIT_OF: Readonly<Record<Container, number>> = { page: 1, text: 2 };
/** A number is claimed from elsewhere. */
export const ELSEWHERE = 4;

/** A set of bits for each number. */
export class NumberBits {
  readonly #bits = new Uint8Array(NUMBERS);

  /** Sets a bit of a number. */
  add(number: number, bit: number): void {
    this.#bits[number] = (this.#bits[number] ?? 0) | bit;
  }

  /** A number's bits. */
  of(number: number): number {
    return this.#bits[number] ?? 0;
  }
}

/** The bits of the files that stand at the usual places. */
export function bitsOfPlaces(paths: readonly string[]): NumberBits {
  const bits = new NumberBits();
  for (const path of paths) {
    const place = readPlace(path);
    if (place) bits.add(place.number, BIT_OF[place.container]);
  }
  return bits;
}
