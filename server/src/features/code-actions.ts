// Quick fixes for findings, and all fixes of a document at once.
// Always made from the text as it is now; a fix for another text is never offered.
import { fixAll } from "../lint/fix-all.ts";
import type { Finding, Fix } from "../lint/rule.ts";
import type { Span } from "../text/span.ts";
import type { TextEdit } from "../text/text-edit.ts";
import { type LintSetup, lintInput } from "./diagnostics.ts";
import { minimalEdits } from "./minimal-edits.ts";
import type { Snapshot } from "./snapshot.ts";

/** A fix on offer. */
export interface QuickFix {
  readonly finding: Finding;
  readonly fix: Fix;
  /** Whether it is the one that restores the text: the finding's first safe fix. */
  readonly preferred: boolean;
}

/** The fixes for findings that touch a range, in the order of the text. */
export function quickFixes(findings: readonly Finding[], range: Span): QuickFix[] {
  const offers: QuickFix[] = [];
  for (const finding of findings) {
    if (finding.span.end < range.start || finding.span.start > range.end) continue;
    const first = finding.fixes?.find((fix) => fix.safety === "safe");
    for (const fix of finding.fixes ?? []) {
      if (fix.scope !== "file") offers.push({ finding, fix, preferred: fix === first });
    }
  }
  return offers;
}

/** One minimal set of edits that leaves nothing to fix: safe fixes, or with `unsafe` the offered ones too. */
export function fixAllEdits(snapshot: Snapshot, setup: LintSetup, unsafe: boolean): TextEdit[] {
  const choice = { unsafe, inEditor: true, keep: setup.keep };
  const { text } = fixAll(setup.rules, lintInput(snapshot, setup), setup.settings, choice);
  return minimalEdits(snapshot.article.source.text, text);
}
