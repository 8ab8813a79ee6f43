// Remembers the last answer: several rules ask the same of an article, one right after the other.
// One entry, so that nothing but the last article is kept alive, and asking costs a comparison.

/** A function that computes its answer once as long as it is asked for the same key and the same circumstance. */
export function rememberLast<K extends object, C, A>(
  compute: (key: K, circumstance: C) => A,
): (key: K, circumstance: C) => A {
  let last: { readonly key: K; readonly circumstance: C; readonly answer: A } | undefined;
  return (key, circumstance) => {
    if (last?.key !== key || last.circumstance !== circumstance) {
      last = { key, circumstance, answer: compute(key, circumstance) };
    }
    return last.answer;
  };
}
