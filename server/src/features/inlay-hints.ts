// Inlay hints: the current title of a cited article, behind a reference that quotes another one.
// Looks at the lines on screen only, and judges titles as the rule `reference-title` does.
import { articleId } from "../model/facts.ts";
import { writeTitle } from "../model/quoted-title.ts";
import { findReferences } from "../model/references.ts";
import { titleMismatch } from "../model/title-mismatch.ts";
import type { Span } from "../text/span.ts";
import type { TextEdit } from "../text/text-edit.ts";
import { plainLine } from "./inert-markdown.ts";
import type { Snapshot } from "./snapshot.ts";

/** A hint behind a quoted title. */
export interface InlayHint {
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
  /** What quotes the current title; `undefined` where the number may be what is wrong. */
  readonly edit: TextEdit | undefined;
}

// A title has at most 64 characters; a damaged one must not push the text off the screen.
const LONGEST_LABEL = 72;
const LONGEST_TITLE = 200;

/** The hints whose references stand within a range. */
export function inlayHints({ article, archive, index }: Snapshot, range: Span): InlayHint[] {
  if (archive !== "ready") return [];
  const { source } = article;
  const first = source.lineAt(range.start);
  const last = source.lineAt(range.end);
  const own = articleId(article);
  const hints: InlayHint[] = [];
  for (const reference of findReferences(article)) {
    if (reference.line < first || reference.line > last || reference.title === undefined) continue;
    if (reference.id === own) continue;
    const titles = index.find(reference.id).map(({ summary }) => summary);
    const mismatch = titleMismatch(article, reference, titles);
    if (!mismatch) continue;
    const { difference, quoted, title } = mismatch;
    hints.push({
      offset: quoted.span.end,
      label: `→ ${plainLine(title, LONGEST_LABEL)}`,
      tooltip: `${reference.id} is now titled “${plainLine(title, LONGEST_TITLE)}”.`,
      edit: difference === "another" ? undefined : { span: quoted.span, newText: writeTitle(article, quoted, title) },
    });
  }
  return hints;
}
