// Findings that the archive's owners accept, kept beside the articles because their format has no comments.
// Applying them is pure: which findings stay, which are silenced, and by which entries.
import type { Finding } from "../lint/rule.ts";
import { articleId } from "../model/facts.ts";
import type { Article } from "../syntax/article.ts";
import { identityOfPath } from "../syntax/article-id.ts";
import { markFindings } from "./fingerprint.ts";

/** An accepted finding. */
export interface Suppression {
  readonly rule: string;
  /** The article's number; empty for a file that says none. */
  readonly id: string;
  readonly fingerprint: string;
  /** Why it was accepted, in the words of whoever did. */
  readonly reason: string | undefined;
}

/** What suppressions leave of an article's findings. */
export interface Suppressed {
  readonly kept: readonly Finding[];
  readonly suppressed: readonly Finding[];
  /** The keys ({@link keyOf}) of the suppressions that matched. */
  readonly used: readonly string[];
}

/** An article's accepted findings, by article number. */
export type SuppressionsById = ReadonlyMap<string, readonly Suppression[]>;

/** The number that suppressions know an article by: its own, else its path's, else none. */
export function suppressionId(article: Article, path: string | undefined): string {
  return articleId(article) ?? (path === undefined ? undefined : identityOfPath(path).id) ?? "";
}

/** Suppressions by article number, so that articles without any cost nothing. */
export function groupSuppressions(suppressions: readonly Suppression[]): SuppressionsById {
  const groups = new Map<string, Suppression[]>();
  for (const suppression of suppressions) {
    const group = groups.get(suppression.id);
    if (group) group.push(suppression);
    else groups.set(suppression.id, [suppression]);
  }
  return groups;
}

/** Applies an article's suppressions to its findings, which must be all of the article's. */
export function applySuppressions(
  findings: readonly Finding[],
  article: Article,
  id: string,
  suppressions: readonly Suppression[] | undefined,
): Suppressed {
  if (!suppressions || suppressions.length === 0) return { kept: findings, suppressed: [], used: [] };
  const known = new Set(suppressions.map(keyOf));
  const kept: Finding[] = [];
  const suppressed: Finding[] = [];
  const used: string[] = [];
  for (const { finding, fingerprint } of markFindings(findings, article, id)) {
    const key = keyOf({ rule: finding.rule, id, fingerprint });
    if (known.has(key)) {
      suppressed.push(finding);
      used.push(key);
    } else kept.push(finding);
  }
  return { kept, suppressed, used };
}

/** What tells two suppressions apart: everything but the reason. */
export function keyOf({ rule, id, fingerprint }: Omit<Suppression, "reason">): string {
  return `${id} ${rule} ${fingerprint}`;
}
