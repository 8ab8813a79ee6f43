// Strings that are kept: a slice of a longer one keeps its whole file in memory (PERF §4).

// Shorter ones are copied by V8 itself.
const ALWAYS_COPIED = 13;

/** A string that keeps no other alive. */
export function own(text: string): string {
  return text.length < ALWAYS_COPIED ? text : Buffer.from(text, "utf16le").toString("utf16le");
}
