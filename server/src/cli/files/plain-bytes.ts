// Whether bytes are nothing but printable ASCII, TABs and line breaks, as nearly all articles are.
// Rules that look for other characters need not look then.

const TAB = 9;
const LINE_FEED = 10;
const RETURN = 13;
const FIRST_PRINTABLE = 32;
const LAST_PRINTABLE = 126;

const PLAIN = new Uint8Array(256).fill(1, FIRST_PRINTABLE, LAST_PRINTABLE + 1);
for (const code of [TAB, LINE_FEED, RETURN]) PLAIN[code] = 1;

/** Whether the first `length` bytes are plain. */
export function arePlain(bytes: Uint8Array, length: number): boolean {
  let plain = 1;
  // Without a way out: a loop that always goes on to the end is the faster one.
  for (let at = 0; at < length; at++) plain &= PLAIN[bytes[at] ?? 0] ?? 0;
  return plain === 1;
}
