// The disclaimer that closes raw texts, learned from the archive: what most of a few of its texts say there.
// Which texts are asked depends on their numbers alone, so that every program learns the same from the same archive.
import type { Article } from "../syntax/article.ts";
import { LineKind } from "../syntax/line-kind.ts";

/** Enough texts that no handful of damaged ones decides, few enough to read before a single file is linted. */
export const SAMPLE_SIZE = 31;

/** The raw texts to ask: some of them, spread evenly over the archive by their numbers. */
export function boilerplateSample<T extends { readonly id: string; readonly uri: string }>(texts: readonly T[]): T[] {
  const sorted = [...texts].sort(byNumber);
  if (sorted.length <= SAMPLE_SIZE) return sorted;
  const step = sorted.length / SAMPLE_SIZE;
  return Array.from({ length: SAMPLE_SIZE }, (_, at) => sorted[Math.floor(at * step)]).filter(
    (text) => text !== undefined,
  );
}

function byNumber(a: { id: string; uri: string }, b: { id: string; uri: string }): number {
  return a.id.length - b.id.length || (a.id < b.id ? -1 : Number(a.id > b.id)) || (a.uri < b.uri ? -1 : 1);
}

/** What more than half of the articles say, as lines joined by LF; `undefined` where they do not agree. */
export function agreedBoilerplate(articles: Iterable<Article>): string | undefined {
  const counts = new Map<string, number>();
  let total = 0;
  for (const article of articles) {
    const text = boilerplateOf(article);
    counts.set(text, (counts.get(text) ?? 0) + 1);
    total++;
  }
  for (const [text, count] of counts) if (text !== "" && count * 2 > total) return text;
  return undefined;
}

function boilerplateOf({ source, kinds }: Article): string {
  const lines: string[] = [];
  for (const [line, kind] of kinds.entries()) {
    if (kind === LineKind.disclaimer) lines.push(source.lineText(line).trimEnd());
  }
  return lines.join("\n");
}

/** The disclaimer that a file of its own holds, in the same form. */
export function writtenBoilerplate(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .filter((line) => line !== "")
    .join("\n");
}
