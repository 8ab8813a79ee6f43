// Accepted findings follow their article to its new number, and those of citing articles the lines that change:
// their marks are made of number and line, so each is made anew from the text as it will be.
import { markFindings } from "../config/fingerprint.ts";
import { keyOf, type Suppression } from "../config/suppressions.ts";
import { parseSuppressions, writeSuppressions } from "../config/suppressions-file.ts";
import type { Finding } from "../lint/rule.ts";
import type { Article } from "../syntax/article.ts";
import { span } from "../text/span.ts";
import { minimalEdits } from "./minimal-edits.ts";
import { change, type ReasonedEdit } from "./refactor-edit.ts";
import type { Renumbering } from "./refactor-number.ts";

/** An article before and after edits that leave every line where it is. */
export interface ChangedArticle {
  readonly before: Article;
  readonly after: Article;
  /** The numbers that suppressions know it by. */
  readonly id: string;
  readonly newId: string;
  /** All findings of the article as it is before. */
  readonly findings: readonly Finding[];
}

/** What becomes of accepted findings, by {@link keyOf}. */
export type NewMarks = Map<string, Omit<Suppression, "reason">>;

/** Notes the new marks of an article's findings. */
export function noteMarks(marks: NewMarks, { before, after, id, newId, findings }: ChangedArticle): void {
  const placed = findings.map((finding) => ({ ...finding, span: sameLines(finding, before, after) }));
  const now = markFindings(placed, after, newId);
  for (const [at, { finding, fingerprint }] of markFindings(findings, before, id).entries()) {
    const mark = now[at];
    const key = keyOf({ rule: finding.rule, id, fingerprint });
    if (mark) marks.set(key, { rule: finding.rule, id: newId, fingerprint: mark.fingerprint });
  }
}

// Marks are made of whole lines, so the lines are all that matters of a place.
function sameLines({ span: { start, end } }: Finding, before: Article, after: Article): Finding["span"] {
  const lineOf = (offset: number): number => after.source.start(before.source.lineAt(offset));
  return span(lineOf(start), lineOf(end));
}

/** The edits of a suppressions file; none for a file with errors, which is left to people. */
export function renumberSuppressions(text: string, marks: NewMarks, numbers: Renumbering): ReasonedEdit[] {
  const { suppressions, problems } = parseSuppressions(text);
  if (problems.length > 0) return [];
  let touched = false;
  const renumbered = suppressions.map((entry): Suppression => {
    const mark = marks.get(keyOf(entry)) ?? { ...entry, id: numbers.get(entry.id) ?? entry.id };
    const moved = { ...mark, reason: entry.reason };
    if (keyOf(moved) !== keyOf(entry)) touched = true;
    return moved;
  });
  if (!touched) return [];
  return minimalEdits(text, writeSuppressions(renumbered)).map((edit) => change(edit.span, edit.newText, "archive"));
}
