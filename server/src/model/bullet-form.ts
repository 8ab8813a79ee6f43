// How a bullet of the applies-to block is written: one blank and a dash in raw texts, three blanks more a level;
// pages have one blank fewer.

import type { Article, Bullet } from "../syntax/article.ts";
import { LineKind } from "../syntax/line-kind.ts";
import type { Span } from "../text/span.ts";

/** A line of the block that is not written as a bullet is, and what it should be. */
export interface MalformedBullet {
  readonly line: number;
  /** The line's beginning up to the product, or the break between a bullet and the rest of it. */
  readonly span: Span;
  /** What belongs there. */
  readonly newText: string;
  readonly kind: "indent" | "marker" | "wrapped";
}

const LEVEL = 3;
const MARKER = /^(?:[-*+·•–]+|o(?= )) */;

/** What a bullet of a level begins with. */
export function bulletPrefix(article: Article, depth: number): string {
  const indent = (article.container === "text" ? 1 : 0) + LEVEL * (depth - 1);
  return `${" ".repeat(indent)}- `;
}

/** The lines of the block between sentence and lower ruler that are no well-formed bullets. */
export function malformedBullets(article: Article): MalformedBullet[] {
  const block = article.appliesTo;
  if (!block) return [];
  const found: MalformedBullet[] = [];
  let next = 0;
  for (let line = (block.sentence ?? block.firstLine) + 1; line < block.endLine; line++) {
    if (article.kinds[line] !== LineKind.appliesToBullet) continue;
    const bullet = block.bullets[next];
    if (bullet?.line === line) {
      next++;
      const fault = misplaced(article, bullet);
      if (fault) found.push(fault);
      continue;
    }
    const above = block.bullets[next - 1];
    found.push(unmarked(article, line, above?.line === line - 1 ? above : undefined));
  }
  return found;
}

function misplaced(article: Article, { line, depth, text }: Bullet): MalformedBullet | undefined {
  const start = article.contents[line] ?? text.start;
  const end = firstText(article, text.start, text.end);
  const prefix = bulletPrefix(article, depth);
  if (end - start === prefix.length && article.source.text.startsWith(prefix, start)) return undefined;
  return { line, span: { start, end }, newText: prefix, kind: "indent" };
}

function unmarked(article: Article, line: number, above: Bullet | undefined): MalformedBullet {
  const { source } = article;
  const start = article.contents[line] ?? source.start(line);
  const first = firstText(article, start, source.end(line));
  const indent = first - start;
  if (above && indent === bulletPrefix(article, above.depth).length) {
    return { line, span: { start: above.text.end, end: first }, newText: " ", kind: "wrapped" };
  }
  const marker = MARKER.exec(source.text.slice(first, source.end(line)))?.[0] ?? "";
  const depth = indent > LEVEL - (article.container === "text" ? 0 : 1) ? 2 : 1;
  return { line, span: { start, end: first + marker.length }, newText: bulletPrefix(article, depth), kind: "marker" };
}

function firstText(article: Article, start: number, end: number): number {
  let at = start;
  while (at < end && article.source.text.charCodeAt(at) === 32) at++;
  return at;
}
