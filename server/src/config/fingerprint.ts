// A finding's mark: a short hash that stays the same when its line moves and changes when its line changes.
// Marks are written to files that live for years: the way they are made must never change.
import type { Finding } from "../lint/rule.ts";
import type { Article } from "../syntax/article.ts";

/** A finding with its mark. */
export interface MarkedFinding {
  readonly finding: Finding;
  readonly fingerprint: string;
}

/** What marks are made of: the text alone. */
export type Marked = Pick<Article, "source">;

// A finding may span a whole section; its head tells it from others well enough.
const MAX_LINES = 10;

/** The marks of an article's findings, which must be all of them: equal ones are told apart by their order. */
export function markFindings(findings: readonly Finding[], article: Marked, id: string): MarkedFinding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const key = `${finding.rule}\n${id}\n${normalisedLines(finding, article)}`;
    const occurrence = seen.get(key) ?? 0;
    seen.set(key, occurrence + 1);
    return { finding, fingerprint: hash(`${key}\n${occurrence}`) };
  });
}

// Blanks are levelled, so that a page and its raw text, and a text before and after re-indenting, share their marks.
function normalisedLines({ span }: Finding, { source }: Marked): string {
  const first = source.lineAt(span.start);
  const last = Math.min(source.lineAt(span.end), first + MAX_LINES - 1);
  let text = "";
  for (let line = first; line <= last; line++) text += `${source.lineText(line).trim().replace(/\s+/g, " ")}\n`;
  return text;
}

const SEED_A = 0xdeadbeef;
const SEED_B = 0x41c6ce57;

// cyrb53's two 32-bit lanes, both kept: no secret depends on it, and the core has no crypto.
function hash(text: string): string {
  let a = SEED_A;
  let b = SEED_B;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return hex(a) + hex(b);
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, "0");
}
