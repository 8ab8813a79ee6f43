// Work that is written as steps can be done in slices, counted, or given up on the way.
// Where none of that is wanted it is done at once.

/** Runs steps to their end at once and gives their result; `each` is told of what they report on the way. */
export function finish<S, T>(steps: Generator<S, T>, each?: (step: S) => void): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    each?.(step.value);
  }
}
