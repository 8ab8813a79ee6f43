// Orders of rows: the numbers 0 … n-1 sorted by a key, and the search for all rows of one key.
// Key and row go into one number, because sorting plain numbers is many times faster than calling a comparison.

/** The largest number of rows that an order can hold. */
export const MOST_ROWS: number = 2 ** 21;

/** The rows sorted by key, rows of one key in their own order. Keys are below 2³². */
export function orderBy(count: number, keyOf: (row: number) => number): Uint32Array {
  const pairs = new Float64Array(count);
  for (let row = 0; row < count; row++) pairs[row] = keyOf(row) * MOST_ROWS + row;
  pairs.sort();
  const order = new Uint32Array(count);
  for (let at = 0; at < count; at++) order[at] = (pairs[at] ?? 0) % MOST_ROWS;
  return order;
}

/** The place in the order of the first row whose key is not below the given one. */
export function firstAt(order: Uint32Array, key: number, keyOf: (row: number) => number): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keyOf(order[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The rows of a key in their own order. */
export function rowsOf(order: Uint32Array, key: number, keyOf: (row: number) => number): number[] {
  const rows: number[] = [];
  for (let at = firstAt(order, key, keyOf); at < order.length; at++) {
    const row = order[at] ?? 0;
    if (keyOf(row) !== key) break;
    rows.push(row);
  }
  return rows;
}
