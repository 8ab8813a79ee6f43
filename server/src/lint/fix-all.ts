// Applies fixes to a fixed point: a repair can lay bare the next, and a second run must find nothing to do.
import { parseArticle } from "../syntax/parse-article.ts";
import { applyEdits, type TextEdit, withoutOverlaps } from "../text/text-edit.ts";
import type { Fix, Rule } from "./rule.ts";
import { type LintInput, type LintSettings, runRules } from "./run-rules.ts";

/** Which fixes are applied: `unsafe` means the offered ones too. */
export interface FixChoice {
  readonly unsafe: boolean;
  /** Only the fixes of this rule. */
  readonly rule?: string | undefined;
}

/** A fixed text and how many findings were repaired on the way. */
export interface FixOutcome {
  readonly text: string;
  readonly repaired: number;
}

// Real articles settle in one or two rounds; a pair of rules at war would never.
const ROUNDS = 10;

/** The text of an article with all chosen fixes applied; the very same text where there is nothing to fix. */
export function fixAll(
  rules: readonly Rule[],
  input: LintInput,
  settings: LintSettings,
  choice: FixChoice,
): FixOutcome {
  let { article } = input;
  let repaired = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const chosen = chooseFixes(rules, { ...input, article }, settings, choice);
    if (chosen.length === 0) break;
    const text = applyEdits(
      article.source.text,
      chosen.flatMap((fix) => fix.edits),
    );
    if (text === article.source.text) break;
    repaired += chosen.length;
    article = parseArticle(text, article.container);
  }
  return { text: article.source.text, repaired };
}

// A fix is applied whole or not at all, so one that touches an earlier one waits for the next round.
function chooseFixes(rules: readonly Rule[], input: LintInput, settings: LintSettings, choice: FixChoice): Fix[] {
  const chosen: Fix[] = [];
  let edits: TextEdit[] = [];
  for (const finding of runRules(rules, input, settings)) {
    if (choice.rule !== undefined && finding.rule !== choice.rule) continue;
    const fix = finding.fixes?.find((candidate) => candidate.safety === "safe" || choice.unsafe);
    if (!fix) continue;
    const joined = [...edits, ...fix.edits];
    if (withoutOverlaps(joined).length < joined.length || touchesOthers(edits, fix.edits)) continue;
    edits = joined;
    chosen.push(fix);
  }
  return chosen;
}

// Two insertions at one place have no order of their own; the second waits.
function touchesOthers(edits: readonly TextEdit[], more: readonly TextEdit[]): boolean {
  return more.some((edit) => edits.some((other) => other.span.start === edit.span.start));
}
