// Numbers by chance that are the same for the same seed, and drawing from weighted lists. Every page has its own
// stream, so a page does not change because another one does.

/** A stream of numbers. */
export class Random {
  #state;

  constructor(...seeds) {
    this.#state = seeds.reduce((state, seed) => mix(state ^ seed), 0x9e3779b9);
  }

  /** In [0, 1). */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    return mix(this.#state) / 2 ** 32;
  }

  /** A whole number in [from, to]. */
  between(from, to) {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  /** True with this probability. */
  chance(probability) {
    return this.next() < probability;
  }

  /** One of a list. */
  pick(list) {
    return list[Math.floor(this.next() * list.length)];
  }

  /** One of a {@link weighted} list. */
  draw({ values, sums }) {
    const wanted = this.next() * (sums.at(-1) ?? 0);
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] > wanted) high = middle;
      else low = middle + 1;
    }
    return values[low];
  }

  /** Puts a list into a random order, in place. */
  shuffle(list) {
    for (let at = list.length - 1; at > 0; at--) {
      const other = Math.floor(this.next() * (at + 1));
      [list[at], list[other]] = [list[other], list[at]];
    }
    return list;
  }
}

function mix(value) {
  let t = Math.imul(value ^ (value >>> 15), 1 | value);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return (t ^ (t >>> 14)) >>> 0;
}

/** Prepares `[value, weight]` pairs for drawing. */
export function weighted(pairs) {
  let sum = 0;
  return {
    values: pairs.map(([value]) => value),
    sums: pairs.map(([, weight]) => {
      sum += weight;
      return sum;
    }),
  };
}

/** The value of a curve of `[share, value]` points, straight in the logarithm of the value. */
export function onCurve(curve, share) {
  const after = Math.max(
    1,
    curve.findIndex(([at]) => at >= share),
  );
  const [from, low] = curve[after - 1];
  const [to, high] = curve[after];
  return Math.round(low * (high / low) ** ((share - from) / (to - from)));
}

/** `count` values of a curve, one from each equal share of it, in random order: small archives have its shape too. */
export function spreadOnCurve(random, curve, count) {
  const values = Array.from({ length: count }, (_, at) => onCurve(curve, (at + 0.5) / count));
  return random.shuffle(values);
}
