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
  /** The mildest severity that anyone will look at: milder findings are not made. */
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
  for (const ready of rulesFor(rulesInForce(rules, settings), input.article, conflicted)) run.check(ready);
  return findings.length < 2 ? findings : findings.sort(byPlace);
}

// Rules are objects of seventy shapes, which are slow to look into; these have one.
interface ReadyRule {
  readonly rule: Rule;
  readonly check: Rule["check"];
}

/** The rules that are on, for each kind of article, in the order in which they run. */
interface RulesInForce {
  readonly rules: readonly Rule[];
  readonly modern: readonly ReadyRule[];
  readonly mspl: readonly ReadyRule[];
  readonly conflicted: readonly ReadyRule[];
}

function rulesFor(inForce: RulesInForce, article: Article, conflicted: boolean): readonly ReadyRule[] {
  if (conflicted) return inForce.conflicted;
  return article.dialect === "mspl" ? inForce.mspl : inForce.modern;
}

// Which rules are on is the same for thousands of articles in a row.
const inForce = new WeakMap<LintSettings, RulesInForce>();

function rulesInForce(rules: readonly Rule[], settings: LintSettings): RulesInForce {
  const known = inForce.get(settings);
  if (known?.rules === rules) return known;
  const on = rules.filter((rule) => isOn(rule, settings));
  // Findings are sorted by place, so only rules that look at what others found care for the order. Those that ask for
  // other articles come first: a run that does not know them yet learns so soon.
  const [inner, last] = [on.filter((rule) => !rule.last), on.filter((rule) => rule.last)];
  const isWide = (rule: Rule): boolean => rule.archiveWide === true;
  const ordered = [...inner.filter(isWide), ...inner.filter((rule) => !isWide(rule)), ...last];
  const modern = ordered.map((rule) => ({ rule, check: rule.check }));
  const mspl = modern.filter(({ rule }) => rule.mspl);
  const made = { rules, modern, mspl, conflicted: modern.filter(({ rule }) => rule.id === CONFLICT_RULE) };
  inForce.set(settings, made);
  return made;
}

function byPlace(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : Number(a.rule > b.rule));
}

/** One run over one article: the context that its rules see. */
class Run implements RuleContext {
  readonly article: Article;
  readonly path: string | undefined;
  readonly archive: ArchiveView | undefined;
  readonly today: CalendarDate;
  readonly profile: Profile;
  readonly taxonomy: Taxonomy;
  readonly #input: LintInput;
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
    this.#input = input;
    this.archive = input.archive;
    this.today = settings.today;
    this.profile = settings.profile;
    this.taxonomy = settings.taxonomy ?? builtInTaxonomy();
    this.#settings = settings;
    this.#findings = findings;
  }

  get uri(): string | undefined {
    return this.#input.uri;
  }

  get references(): RuleContext["references"] {
    this.#references ??= findReferences(this.article);
    return this.#references;
  }

  get numberedLists(): RuleContext["numberedLists"] {
    this.#numberedLists ??= numberedLists(this.article);
    return this.#numberedLists;
  }

  check({ rule, check }: ReadyRule): void {
    this.#rule = rule;
    check(this);
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
    if (severity !== "off" && reaches(severity, this.#settings)) {
      this.#findings.push({ ...report, rule: rule.id, severity });
    }
  }

  wants(variant?: string): boolean {
    return this.#rule !== undefined && reaches(levelOf(this.#rule, variant, this.#settings), this.#settings);
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

function reaches(level: Level, { atLeast = "hint" }: LintSettings): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(atLeast);
}

function isOn(rule: Rule, settings: LintSettings): boolean {
  const names = [undefined, ...Object.keys(rule.variants ?? {})];
  return names.some((name) => reaches(levelOf(rule, name, settings), settings));
}
