// Article numbers as whole numbers, so that a column holds them: the digits and how many there are.
// Damaged numbers with too few or too many digits, or with leading zeros, come back as they were.

const MOST_DIGITS = 8;
const BASE = 10 ** MOST_DIGITS;

/** `Q263681` as a number below 2³²; 0 for what is no number of an article. */
export function encodeNumber(id: string): number {
  const digits = id.length - 1;
  if (digits < 1 || digits > MOST_DIGITS || id[0] !== "Q") return 0;
  const value = Number(id.slice(1));
  return Number.isInteger(value) && value >= 0 ? digits * BASE + value : 0;
}

/** The number that was encoded; 0 is none and gives an empty text. */
export function decodeNumber(code: number): string {
  if (code === 0) return "";
  return `Q${String(code % BASE).padStart(Math.floor(code / BASE), "0")}`;
}
