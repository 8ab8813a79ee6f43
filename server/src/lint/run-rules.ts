// Runs the rules over one article and gives its findings in the order of the text.
// An unresolved merge conflict silences all else: the text is two texts until it is resolved.

import { builtInTaxonomy } from "../model/built-in-taxonomy.ts";
import type { CalendarDate } from "../model/calendar-date.ts";
import { numberedLists } from "../model/numbered-lists.ts";
import { findReferences } from "../model/references.ts";
import type { Taxonomy } from "../model/taxonomy.ts";
import type { Article } from "../syntax/article.ts";
import type { Span } from "../text/span.ts";
import type { ArchiveView, Finding, Level, Levels, Profile, Report, Rule, RuleContext, Severity } from "./rule.ts";

/** What is in force for a file. */
export interface LintSettings {
  readonly profile: Profile;
  /** Levels by rule id that the configuration sets; others come from the profile. */
  readonly levels: ReadonlyMap<string, Level>;
  /** The day that counts as today for dates in the future. */
  readonly today: CalendarDate;
  /** The vocabularies in force; default: the built-in ones. */
  readonly taxonomy?: Taxonomy | undefined;
  /** The mildest severity that anyone will look at: rules that can only report milder ones are not run. */
  readonly atLeast?: Severity | undefined;
}

/** An article to lint, with what is known around it. */
export interface LintInput {
  readonly article: Article;
  readonly path?: string | undefined;
  readonly uri?: string | undefined;
  readonly archive?: ArchiveView | undefined;
}

const CONFLICT_RULE = "conflict-marker";

/** The findings of an article under the given rules, sorted by place. */
export function runRules(rules: readonly Rule[], input: LintInput, settings: LintSettings): Finding[] {
  const findings: Finding[] = [];
  const conflicted = input.article.conflicts.length > 0;
  const run = new Run(input, { rules, settings, findings });
  const last: Rule[] = [];
  for (const rule of rulesInForce(rules, settings)) {
    if (conflicted && rule.id !== CONFLICT_RULE) continue;
    if (input.article.dialect === "mspl" && !rule.mspl) continue;
    if (rule.last) last.push(rule);
    else run.check(rule);
  }
  for (const rule of last) run.check(rule);
  return findings.sort(byPlace);
}

// Which rules are on is the same for thousands of articles in a row.
const inForce = new WeakMap<LintSettings, { readonly rules: readonly Rule[]; readonly on: readonly Rule[] }>();

function rulesInForce(rules: readonly Rule[], settings: LintSettings): readonly Rule[] {
  const known = inForce.get(settings);
  if (known?.rules === rules) return known.on;
  const on = rules.filter((rule) => isOn(rule, settings));
  inForce.set(settings, { rules, on });
  return on;
}

function byPlace(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : Number(a.rule > b.rule));
}

/** One run over one article: the context that its rules see. */
class Run implements RuleContext {
  readonly article: Article;
  readonly path: string | undefined;
  readonly uri: string | undefined;
  readonly archive: ArchiveView | undefined;
  readonly today: CalendarDate;
  readonly profile: Profile;
  readonly taxonomy: Taxonomy;
  readonly #rules: readonly Rule[];
  readonly #settings: LintSettings;
  readonly #findings: Finding[];
  #rule: Rule | undefined;
  #references: RuleContext["references"] | undefined;
  #numberedLists: RuleContext["numberedLists"] | undefined;

  constructor(
    input: LintInput,
    { rules, settings, findings }: { rules: readonly Rule[]; settings: LintSettings; findings: Finding[] },
  ) {
    this.#rules = rules;
    this.article = input.article;
    this.path = input.path;
    this.uri = input.uri;
    this.archive = input.archive;
    this.today = settings.today;
    this.profile = settings.profile;
    this.taxonomy = settings.taxonomy ?? builtInTaxonomy();
    this.#settings = settings;
    this.#findings = findings;
  }

  get references(): RuleContext["references"] {
    this.#references ??= findReferences(this.article);
    return this.#references;
  }

  get numberedLists(): RuleContext["numberedLists"] {
    this.#numberedLists ??= numberedLists(this.article);
    return this.#numberedLists;
  }

  check(rule: Rule): void {
    this.#rule = rule;
    rule.check(this);
  }

  isReported(at: Span): boolean {
    return this.#findings.some((finding) => placesOf(finding).some((place) => meet(place, at)));
  }

  findingsIn(other: Article): readonly Finding[] {
    const others = this.#rules.filter((rule) => !rule.last);
    return runRules(others, { article: other, archive: this.archive }, this.#settings);
  }

  report(report: Report): void {
    const rule = this.#rule;
    if (!rule) return;
    const severity = levelOf(rule, report.variant, this.#settings);
    if (severity !== "off") this.#findings.push({ ...report, rule: rule.id, severity });
  }
}

// Where a finding is, and all that belongs to its cause: the other side of a contradiction, the lines its fixes change.
// Hints excuse nothing: many readers never see them.
function placesOf({ severity, span, related = [], fixes = [] }: Finding): Span[] {
  if (severity !== "error" && severity !== "warning") return [];
  const own = related.filter((place) => place.uri === undefined).map((place) => place.span);
  return [span, ...own, ...fixes.flatMap((fix) => fix.edits.map((edit) => edit.span))];
}

// Neighbours do not meet, but an insertion at a span's edge does.
function meet(a: Span, b: Span): boolean {
  const empty = a.start === a.end || b.start === b.end;
  return empty ? a.start <= b.end && b.start <= a.end : a.start < b.end && b.start < a.end;
}

/** The level in force for a rule, or for one of its variants; a configured level holds for all variants. */
export function levelOf(rule: Rule, variant: string | undefined, settings: LintSettings): Level {
  const configured = settings.levels.get(rule.id);
  if (configured !== undefined) return configured;
  const levels: Levels = (variant === undefined ? undefined : rule.variants?.[variant]) ?? rule.levels;
  return levels[settings.profile];
}

const LEVELS: readonly Level[] = ["off", "hint", "information", "warning", "error"];

function isOn(rule: Rule, settings: LintSettings): boolean {
  const wanted = Math.max(1, LEVELS.indexOf(settings.atLeast ?? "hint"));
  const configured = settings.levels.get(rule.id);
  if (configured !== undefined) return LEVELS.indexOf(configured) >= wanted;
  if (LEVELS.indexOf(rule.levels[settings.profile]) >= wanted) return true;
  for (const name in rule.variants) {
    if (LEVELS.indexOf(rule.variants[name]?.[settings.profile] ?? "off") >= wanted) return true;
  }
  return false;
}
