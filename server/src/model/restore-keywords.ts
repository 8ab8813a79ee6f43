// The footer's keywords put right by the header's, where the header is the sound one of the two: the footer has a
// token that no vocabulary knows, and with a known one of the header in its place the header follows again.
import { editDistance } from "../base/edit-distance.ts";
import type { Span } from "../text/span.ts";
import { splitGlued } from "./glued-token.ts";
import { headerKeywordsFor } from "./keyword-rule.ts";
import { nearToken } from "./near-token.ts";
import type { Vocabulary } from "./taxonomy.ts";

/** What in the footer's value is wrong, and what belongs there; the span is relative to the value. */
export interface KeywordRepair {
  readonly span: Span;
  readonly newText: string;
}

const MOST_SLIPS = 2;
// Real articles have at most 21; no one has looked through a line of hundreds.
const MOST_TOKENS = 60;
const TAILS: readonly string[] = ["kbfixlist", "kbfaq", "kbbuglist"];

/** The repair of the footer's value after which the header follows from it; `undefined` where the header is at fault. */
export function restoreKeywords(footer: string, header: string, vocabulary: Vocabulary): KeywordRepair | undefined {
  const tokens = [...footer.matchAll(/\S+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  if (tokens.length > MOST_TOKENS) return undefined;
  const follows = ({ span, newText }: KeywordRepair): boolean =>
    headerKeywordsFor(footer.slice(0, span.start) + newText + footer.slice(span.end)).includes(header);
  return wideBlanks(footer, tokens).find(follows) ?? strangeTokens(footer, tokens, header, vocabulary).find(follows);
}

// An unknown token alone, and then with its neighbour where a blank has split it, and what the header may have for it.
function strangeTokens(
  footer: string,
  tokens: readonly Span[],
  header: string,
  vocabulary: Vocabulary,
): KeywordRepair[] {
  const meant = candidates(header, vocabulary);
  const pairs = tokens.slice(1).map((token, at) => ({ start: tokens[at]?.start ?? 0, end: token.end }));
  const repairs: KeywordRepair[] = [];
  for (const span of [...tokens, ...pairs]) {
    const written = footer.slice(span.start, span.end);
    if (written.split(/ +/).every((token) => vocabulary.has(token))) continue;
    for (const newText of [...looksLike(written, vocabulary), ...meant]) {
      if (isNear(written, newText)) repairs.push({ span, newText });
    }
  }
  return repairs;
}

// An author's new keyword, not yet in the header, is no slip of one that the header has.
function isNear(written: string, newText: string): boolean {
  const [a = "", b = ""] = [written, newText].map((text) => text.replaceAll(" ", "").toLowerCase());
  return editDistance(a, b, MOST_SLIPS) <= MOST_SLIPS;
}

// Where the header is cut it cannot tell what a token was; then what the token looks like decides.
function looksLike(written: string, vocabulary: Vocabulary): string[] {
  const parts = splitGlued(written, vocabulary)?.join(" ");
  const near = nearToken(written, vocabulary)?.token;
  return [parts, near].filter((text) => text !== undefined);
}

/** The footer's value without the tokens that stand in it already, in whatever case. */
export function withoutRepeats(footer: string): string {
  const seen = new Set<string>();
  return footer.replace(/ ?\S+/g, (token) => {
    const lower = token.trim().toLowerCase();
    if (seen.has(lower)) return "";
    seen.add(lower);
    return token;
  });
}

// Known tokens of the header, alone and in pairs; its last one may have the fixed last words glued on.
function candidates(header: string, vocabulary: Vocabulary): string[] {
  const words = header.split(" ").flatMap((word) => [word, ...withoutTails(word)]);
  const known = [...new Set(words)].filter((word) => vocabulary.has(word));
  const pairs = known.flatMap((word, at) => known.slice(at + 1).map((next) => `${word} ${next}`));
  return [...known, ...pairs];
}

function withoutTails(word: string): string[] {
  const tail = TAILS.find((candidate) => word.endsWith(candidate));
  return tail === undefined ? [] : [word.slice(0, -tail.length), tail];
}

// Keywords are separated by one blank; more are a slip, wherever the header has one.
function wideBlanks(footer: string, tokens: readonly Span[]): KeywordRepair[] {
  const repairs: KeywordRepair[] = [];
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1];
    if (next && next.start - token.end > 1) repairs.push({ span: { start: token.end, end: next.start }, newText: " " });
  }
  const last = tokens[tokens.length - 1];
  const lead = tokens[0]?.start ?? 0;
  if (lead > 0) repairs.push({ span: { start: 0, end: lead }, newText: "" });
  if (last && footer.length - last.end > 1)
    repairs.push({ span: { start: last.end, end: footer.length }, newText: " " });
  return repairs;
}
