// A column of whole numbers that grows as it is filled.
// Half the memory of an array of numbers, and ready to be written as it is.

/** A growing column of numbers below 2³². */
export class NumberColumn {
  #values = new Uint32Array(1 << 8);
  #length = 0;

  /** How many numbers there are. */
  get length(): number {
    return this.#length;
  }

  /** The number at a place. */
  at(place: number): number | undefined {
    return place < this.#length ? this.#values[place] : undefined;
  }

  /** Adds a number. */
  push(value: number): void {
    if (this.#length === this.#values.length) {
      const values = new Uint32Array(this.#length * 2);
      values.set(this.#values);
      this.#values = values;
    }
    this.#values[this.#length++] = value;
  }

  /** The numbers so far, without a copy. */
  finish(): Uint32Array {
    return this.#values.subarray(0, this.#length);
  }
}
