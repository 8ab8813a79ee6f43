// Applies fixes to a fixed point: a repair can lay bare the next, and a second run must find nothing to do.
// Findings that were accepted stay as they are, and stay accepted while the text around them is repaired.
import type { Article } from "../syntax/article.ts";
import { parseArticle } from "../syntax/parse-article.ts";
import { applyEdits, type TextEdit, withoutOverlaps } from "../text/text-edit.ts";
import { type AcceptedPlaces, acceptedIn, carried, isAccepted, NONE_ACCEPTED } from "./accepted-places.ts";
import type { Finding, Fix, Rule } from "./rule.ts";
import { type LintInput, type LintSettings, runRules } from "./run-rules.ts";

/** Which fixes are applied: `unsafe` means the offered ones too. */
export interface FixChoice {
  readonly unsafe: boolean;
  /** Only the fixes of these rules. */
  readonly rules?: ReadonlySet<string> | undefined;
  /** Set where the text is an editor's: fixes that hold for files on disk only are left out. */
  readonly inEditor?: boolean;
  /** Leaves out the findings that were accepted and must not be touched. */
  readonly keep?: ((findings: readonly Finding[], article: Article) => readonly Finding[]) | undefined;
}

/** A fixed text and how many findings were repaired on the way. */
export interface FixOutcome {
  readonly text: string;
  readonly repaired: number;
}

/** A fixed article, what was done to it, and what is left. */
export interface RepairedArticle {
  readonly article: Article;
  /** How many findings of each rule were repaired. */
  readonly applied: ReadonlyMap<string, number>;
  /** The findings of the fixed article that were not accepted. */
  readonly left: readonly Finding[];
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
  const { article, applied } = repairArticle({ rules, settings }, input, choice);
  return { text: article.source.text, repaired: [...applied.values()].reduce((sum, count) => sum + count, 0) };
}

/** The rules and what is in force. */
export interface RepairSetup {
  readonly rules: readonly Rule[];
  readonly settings: LintSettings;
}

/** Repairs an article; `known` are all its findings, where they are known already. */
export function repairArticle(
  { rules, settings }: RepairSetup,
  input: LintInput,
  choice: FixChoice,
  known?: readonly Finding[],
): RepairedArticle {
  const last = new Set(rules.filter((rule) => rule.last).map((rule) => rule.id));
  let { article } = input;
  const applied = new Map<string, number>();
  let accepted: AcceptedPlaces = NONE_ACCEPTED;
  let findings = known ?? runRules(rules, input, settings);
  for (let round = 0; ; round++) {
    const kept = choice.keep?.(findings, article) ?? findings;
    accepted = [...accepted, ...acceptedIn(findings, kept)];
    const left = kept.filter((finding) => !isAccepted(finding, accepted));
    const chosen = round < ROUNDS ? chooseFixes(left, choice, last) : [];
    const edits = withoutOverlaps(chosen.flatMap(({ fix }) => fix.edits));
    const text = applyEdits(article.source.text, edits);
    if (text === article.source.text) return { article, applied, left };
    for (const { rule } of chosen) applied.set(rule, (applied.get(rule) ?? 0) + 1);
    article = parseArticle(text, article.container);
    accepted = carried(accepted, edits);
    findings = runRules(rules, { ...input, article }, settings);
  }
}

interface ChosenFix {
  readonly rule: string;
  readonly fix: Fix;
}

// Rules that speak last are asked last: what they found may be gone once the others' fixes are applied.
function chooseFixes(findings: readonly Finding[], choice: FixChoice, last: ReadonlySet<string>): ChosenFix[] {
  const first = chooseAmong(
    findings.filter(({ rule }) => !last.has(rule)),
    choice,
  );
  if (first.length > 0) return first;
  return chooseAmong(
    findings.filter(({ rule }) => last.has(rule)),
    choice,
  );
}

// A fix is applied whole or not at all, so one that touches an earlier one waits for the next round.
function chooseAmong(findings: readonly Finding[], choice: FixChoice): ChosenFix[] {
  const chosen: ChosenFix[] = [];
  let edits: TextEdit[] = [];
  for (const finding of findings) {
    const fix = chosenFix(finding, choice);
    if (!fix) continue;
    const joined = [...edits, ...fix.edits];
    if (withoutOverlaps(joined).length < joined.length || touchesOthers(edits, fix.edits)) continue;
    edits = joined;
    chosen.push({ rule: finding.rule, fix });
  }
  return chosen;
}

/** The fix that a finding is repaired by, if the choice allows one; a safe one goes before all others. */
export function chosenFix({ rule, fixes }: Finding, { unsafe, rules, inEditor }: FixChoice): Fix | undefined {
  if (!fixes || (rules && !rules.has(rule))) return undefined;
  const usable = inEditor ? fixes.filter((fix) => fix.scope !== "file") : fixes;
  return usable.find((fix) => fix.safety === "safe") ?? (unsafe ? usable[0] : undefined);
}

// Two insertions at one place have no order of their own; the second waits.
function touchesOthers(edits: readonly TextEdit[], more: readonly TextEdit[]): boolean {
  return more.some((edit) => edits.some((other) => other.span.start === edit.span.start));
}
