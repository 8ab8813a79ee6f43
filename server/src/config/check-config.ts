// What no single value shows: numbers that supersede one another in a ring, ranges that run backwards.
// Runs after a settings file was read, over the values that were sound by themselves.
import type { Config } from "./config.ts";
import type { ConfigProblem } from "./problem.ts";
import { chainEnds } from "./superseded.ts";

/** The problems between the values of a settings file. */
export function checkConfig(config: Config): ConfigProblem[] {
  return [...checkSuperseded(config), ...checkRanges(config)];
}

function* checkSuperseded({ superseded }: Config): Generator<ConfigProblem> {
  const next = new Map([...superseded].map(([old, { value }]) => [old, value]));
  const ends = chainEnds(next);
  for (const [old, { value, start, end }] of superseded) {
    const last = ends.get(old);
    if (last === undefined) {
      const message = `“superseded”: ${old} leads to ${value} and round in a ring. Remove one entry of the ring.`;
      yield { message, severity: "error", start, end };
    } else if (last !== value) {
      const message = `“superseded”: ${value} is itself superseded. Write “${old}”: “${last}”.`;
      yield { message, severity: "warning", start, end };
    }
  }
}

function* checkRanges({ ranges }: Config): Generator<ConfigProblem> {
  if (!ranges) return;
  const { start, end } = ranges;
  for (const { from, to } of ranges.value) {
    if (from === "" || to === "" || Number(from.slice(1)) <= Number(to.slice(1))) continue;
    const message = `“ids” → ranges: ${from} lies behind ${to}. Exchange “from” and “to”.`;
    yield { message, severity: "error", start, end };
  }
}
