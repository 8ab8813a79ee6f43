// How a header's keywords and version follow from the footer's (FORMAT §5.2, exact on 56,985 articles).
// The archive kept two keyword lists: MAIN, and a TAIL of three fixed words that the header glues on without a blank.

/** Header values are cut at this many characters. */
export const HEADER_CAP = 87;

const TAIL_WORDS: readonly string[] = ["kbbuglist", "kbfaq", "kbfixlist"];

/** Why a header's keywords are not what the footer gives. */
export type KeywordCause = "missing" | "extra" | "order" | "spelling" | "cut" | "differs";

/**
 * The header values that a footer value allows, the most likely first.
 * `footer` is the raw value behind the label's `: `, trailing and leading blanks included.
 */
export function headerKeywordsFor(footer: string): string[] {
  if (footer.trim() === "") return [""];
  const allowed: string[] = [];
  // A trailing blank says that the tail is empty.
  if (!footer.endsWith(" ")) for (const split of tailSplits(footer)) allowed.push(cut(split.main + split.tail));
  // The tail is empty, or its blank was trimmed by an editor.
  allowed.push(cut(footer.replace(/ $/, "")));
  return allowed;
}

/** Whether a header's keywords, without trailing blanks, are what a footer value gives. */
export function headerKeywordsMatch(header: string, footer: string): boolean {
  // The common cases first: the very same text, but for the blank of an empty tail.
  if (header.length <= HEADER_CAP && footer.startsWith(header) && footer.length - header.length <= 1) {
    if (footer.length === header.length || footer.endsWith(" ")) return true;
  }
  return headerKeywordsFor(footer).includes(header);
}

interface Split {
  readonly main: string;
  readonly tail: string;
}

// Longest tail first; its words stand in their fixed order, so each is looked for before the one already taken.
function tailSplits(footer: string): Split[] {
  const splits: Split[] = [];
  let main = footer;
  let tail = "";
  for (let word = TAIL_WORDS.length - 1; word >= 0; word--) {
    const candidate = TAIL_WORDS[word] ?? "";
    if (main !== candidate && !main.endsWith(` ${candidate}`)) continue;
    main = main.slice(0, Math.max(0, main.length - candidate.length - 1));
    tail = tail === "" ? candidate : `${candidate} ${tail}`;
    splits.unshift({ main, tail });
  }
  return splits;
}

function cut(value: string): string {
  return value.slice(0, HEADER_CAP).trimEnd();
}

/** The version that a header may show for a footer's; pages may have lost one leading colon. */
export function headerVersionMatches(header: string, footer: string): boolean {
  const full = footer.trimEnd();
  return header === cut(full) || `:${header}` === cut(full) || header === cut(full.replace(/^:/, ""));
}

/** The header version that follows from a footer's, in a page or a raw text. */
export function headerVersionFor(footer: string, page: boolean): string {
  const value = cut(footer.trimEnd());
  return page ? value.replace(/^:/, "") : value;
}

/** Says what separates two keyword lines, for the message. */
export function keywordCause(header: string, expected: string): KeywordCause {
  const written = header.split(/ +/).filter(Boolean);
  const wanted = expected.split(/ +/).filter(Boolean);
  const missing = wanted.filter((word) => !written.includes(word));
  const extra = written.filter((word) => !wanted.includes(word));
  if (missing.length === 0 && extra.length === 0) return "order";
  if (missing.length === 1 && extra.length === 1) return "spelling";
  if (expected.startsWith(header)) return "cut";
  if (extra.length === 0) return "missing";
  return missing.length === 0 ? "extra" : "differs";
}
