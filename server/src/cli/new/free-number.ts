// Which number a new article gets: one that no article has, no registry lists and nobody can take for an old one.
// Gaps are filled last, because other articles may still cite what stood there.
import type { IdRange } from "../../config/config.ts";

/** What is known of numbers. */
export interface NumberFacts {
  /** Numbers that articles have, without the Q. */
  readonly used: Iterable<number>;
  /** Whether a number is taken for other reasons too. */
  isTaken(id: string): boolean;
  readonly ranges: readonly IdRange[] | undefined;
}

/** Who asks. */
export interface Applicant {
  readonly product: { readonly code: string; readonly name: string };
  readonly author: string | undefined;
}

/** A free number, or why there is none. */
export type FreeNumber = { readonly id: string } | { readonly problem: string };

interface Numbers {
  readonly first: number;
  readonly last: number;
}

const ALL: Numbers = { first: 10000, last: 999999 };
// Where nothing is used yet: six digits, as most articles have.
const BEGINNING = 100000;

/** The next free number. */
export function freeNumber(facts: NumberFacts, applicant: Applicant): FreeNumber {
  if (!facts.ranges) return freeAboveAll(facts);
  const ranges = rangesFor(facts.ranges, applicant);
  if (ranges.length === 0) return { problem: noRange(applicant) };
  for (const range of ranges) {
    const numbers = { first: numberOf(range.from), last: numberOf(range.to) };
    const id = behindHighest(facts, numbers) ?? lowestGap(facts, numbers);
    if (id !== undefined) return { id };
  }
  const all = ranges.map(({ from, to }) => `${from} to ${to}`).join(", ");
  return { problem: `every number of ${all} is taken; add a range to “ids.ranges” in kb.config.json` };
}

function freeAboveAll(facts: NumberFacts): FreeNumber {
  const id = behindHighest(facts, ALL, BEGINNING);
  if (id !== undefined) return { id };
  return { problem: "there is no free number above the highest one; name a range in “ids.ranges” in kb.config.json" };
}

// A range of one's own comes before one of the product, and that before one for everybody.
function rangesFor(ranges: readonly IdRange[], { product, author }: Applicant): IdRange[] {
  const open = ranges.filter(
    (range) =>
      (range.author === undefined || range.author.toLowerCase() === author?.toLowerCase()) &&
      (range.product === undefined || range.product === product.code || range.product === product.name),
  );
  const weight = (range: IdRange): number =>
    (range.author === undefined ? 0 : 2) + (range.product === undefined ? 0 : 1);
  return open.sort((a, b) => weight(b) - weight(a));
}

function noRange({ product, author }: Applicant): string {
  const who =
    author === undefined ? "; where ranges are for authors, say which you are: --author NAME" : ` and ${author}`;
  return `“ids.ranges” in kb.config.json has no range for ${product.code}${who}`;
}

function behindHighest(facts: NumberFacts, { first, last }: Numbers, beginning = first): string | undefined {
  let highest: number | undefined;
  for (const number of facts.used) {
    if (number >= first && number <= last && (highest === undefined || number > highest)) highest = number;
  }
  return firstFree(facts, highest === undefined ? beginning : highest + 1, last);
}

function lowestGap(facts: NumberFacts, { first, last }: Numbers): string | undefined {
  return firstFree(facts, first, last);
}

function firstFree({ isTaken }: NumberFacts, first: number, last: number): string | undefined {
  for (let number = first; number <= last; number++) if (!isTaken(`Q${number}`)) return `Q${number}`;
  return undefined;
}

function numberOf(id: string): number {
  return Number(id.slice(1));
}
