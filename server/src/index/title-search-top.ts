// The best few of many hits, without sorting them all: a heap whose first is the least of those kept.
// Hits are two numbers; what they stand for is made only for those that are shown.

/** Keeps the hits with the highest keys. */
export class TopHits {
  readonly #capacity: number;
  readonly #keys: Float64Array;
  readonly #rows: Float64Array;
  #size = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
    this.#keys = new Float64Array(capacity);
    this.#rows = new Float64Array(capacity);
  }

  /** Whether a further hit would drive another one out. */
  get isFull(): boolean {
    return this.#size === this.#capacity;
  }

  /** The key that a further hit must exceed. */
  get least(): number {
    return this.#size < this.#capacity ? Number.NEGATIVE_INFINITY : (this.#keys[0] ?? 0);
  }

  /** Takes a hit; the least one goes where there is no room. */
  add(key: number, row: number): void {
    if (key <= this.least) return;
    if (this.#size < this.#capacity) this.#rise(this.#size++, key, row);
    else this.#sink(key, row);
  }

  /** The hits' rows, the highest key first. */
  best(): { readonly key: number; readonly row: number }[] {
    const hits = Array.from({ length: this.#size }, (_, at) => ({
      key: this.#keys[at] ?? 0,
      row: this.#rows[at] ?? 0,
    }));
    return hits.sort((a, b) => b.key - a.key || a.row - b.row);
  }

  #rise(from: number, key: number, row: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((this.#keys[parent] ?? 0) <= key) break;
      this.#put(at, this.#keys[parent] ?? 0, this.#rows[parent] ?? 0);
      at = parent;
    }
    this.#put(at, key, row);
  }

  #sink(key: number, row: number): void {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.#size) break;
      if (child + 1 < this.#size && (this.#keys[child + 1] ?? 0) < (this.#keys[child] ?? 0)) child++;
      if ((this.#keys[child] ?? 0) >= key) break;
      this.#put(at, this.#keys[child] ?? 0, this.#rows[child] ?? 0);
      at = child;
    }
    this.#put(at, key, row);
  }

  #put(at: number, key: number, row: number): void {
    this.#keys[at] = key;
    this.#rows[at] = row;
  }
}
