// Random choices that can be made again: the same seed gives the same defects.
// Also the slips that writers make in a word.

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** A repeatable source of choices. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** A number from 0 up to, and not including, `limit`. */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * limit);
  }

  /** One of the items; `undefined` of none. */
  pick<T>(items: readonly T[]): T | undefined {
    return items[this.below(items.length)];
  }

  /** The items in another order. */
  shuffled<T>(items: readonly T[]): T[] {
    const rest = [...items];
    const mixed: T[] = [];
    while (rest.length > 0) mixed.push(...rest.splice(this.below(rest.length), 1));
    return mixed;
  }

  /** The word with one slip in its letters: one dropped, doubled, swapped with its neighbour or replaced. */
  slip(word: string): string {
    const places = [...word].flatMap((letter, at) => (/[A-Za-z]/.test(letter) ? [at] : []));
    for (let tries = 0; tries < 20; tries++) {
      const at = this.pick(places) ?? 0;
      const slipped = this.#slipAt(word, at);
      if (slipped !== word) return slipped;
    }
    return `${word}x`;
  }

  #slipAt(word: string, at: number): string {
    const letter = word[at] ?? "";
    const next = word[at + 1] ?? "";
    const head = word.slice(0, at);
    const tail = word.slice(at + 1);
    switch (this.below(4)) {
      case 0:
        return head + tail;
      case 1:
        return head + letter + letter + tail;
      case 2:
        return /[A-Za-z]/.test(next) ? head + next + letter + tail.slice(1) : word;
      default: {
        const other = this.pick([...LETTERS]) ?? "x";
        return head + (letter === letter.toUpperCase() ? other.toUpperCase() : other) + tail;
      }
    }
  }
}
