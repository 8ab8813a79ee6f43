// Puts each kind of defect into sound articles and measures what the linter makes of it:
// found at its place, restored to the byte by the safe fixes, and what else was reported that was not there before.
import { fixAll } from "../../src/lint/fix-all.ts";
import { RULES } from "../../src/lint/registry.generated.ts";
import type { ArchiveView, Finding, Profile } from "../../src/lint/rule.ts";
import { type LintInput, runRules } from "../../src/lint/run-rules.ts";
import type { Container } from "../../src/syntax/article.ts";
import { parseArticle } from "../../src/syntax/parse-article.ts";
import type { Defect, Injected } from "./defect.ts";
import type { Random } from "./random.ts";
import { Sheet } from "./sheet.ts";
import { type RealArchive, type SoundArticle, settingsFor } from "./sound-articles.ts";

/** What was measured of one kind. */
export interface Measured {
  readonly defect: Defect;
  runs: number;
  found: number;
  promised: number;
  restored: number;
  further: number;
  /** The first few cases in which something went wrong, for the developer. */
  readonly cases: string[];
}

/** Sound articles by container. */
export type Pools = Readonly<Record<Container, readonly SoundArticle[]>>;

const SHOWN = 6;

/** Measures one kind in up to `runs` articles. */
export function measure(
  defect: Defect,
  pools: Pools,
  options: { runs: number; random: Random; archive: RealArchive },
): Measured {
  const measured: Measured = { defect, runs: 0, found: 0, promised: 0, restored: 0, further: 0, cases: [] };
  const { container } = defect;
  const pool = options.random.shuffled(container ? pools[container] : [...pools.page, ...pools.text]);
  for (const sound of pool) {
    if (measured.runs >= options.runs) break;
    const sheet = new Sheet(sound.article, sound.path, sound.id, options.random);
    const injected = defect.inject(sheet);
    if (injected !== undefined)
      examine(measured, sound, sheet, { injected: complete(injected), archive: options.archive });
  }
  return measured;
}

function complete(injected: Injected | number): Injected {
  return typeof injected === "number" ? { lines: [injected] } : injected;
}

const BEFORE = new Map<string, readonly Finding[]>();

/** What is reported on the sound article; the same for every kind of defect. */
function findingsBefore(sound: SoundArticle, real: RealArchive, profile: Profile): readonly Finding[] {
  const key = `${profile} ${sound.path}`;
  const known = BEFORE.get(key);
  if (known) return known;
  const input = inputOf(sound, sound.article.source.text, { real, authored: false, injected: {} });
  const found = runRules(RULES, input, settingsFor(profile));
  BEFORE.set(key, found);
  return found;
}

function examine(
  measured: Measured,
  sound: SoundArticle,
  sheet: Sheet,
  { injected, archive }: { injected: Injected; archive: RealArchive },
): void {
  const { defect } = measured;
  const settings = settingsFor(defect.profile ?? "archive");
  const { archive: facts = {}, known = [], findings: owed = 1 } = injected;
  const around = { real: archive, authored: defect.authored === true, injected };
  const soundText = sound.article.source.text;
  const before = findingsBefore(sound, archive, defect.profile ?? "archive");
  const input = inputOf(sound, sheet.text, around);
  const after = runRules(RULES, input, settings);
  measured.runs++;
  const expected = after.find((finding) => finding.rule === defect.rule && stands(finding, input, injected.lines));
  const news = newFindings(before, after, { rule: defect.rule, owed: expected ? owed : 0 }).filter(
    (finding) => !isGraver(finding, expected),
  );
  const note = (what: string): void => {
    if (measured.cases.length < SHOWN)
      measured.cases.push(`${what} ${sound.path}:${(injected.lines[0] ?? 0) + 1} ${describeAll(after, input)}`);
  };
  if (expected) measured.found++;
  else note("not found");
  measured.further += news.length;
  if (news.length > 0) note(`further (${news.map((finding) => finding.rule).join(", ")})`);
  if (defect.gone || !expected?.fixes?.some((fix) => fix.safety === "safe")) return;
  measured.promised++;
  // In a strict profile the sound article has findings of its own: the rule's fixes alone are looked at.
  const choice = { unsafe: false, rule: defect.profile === "authoring" ? defect.rule : undefined };
  const wanted = fixAll(
    RULES,
    inputOf(sound, soundText, { ...around, injected: { archive: facts, known } }),
    settings,
    choice,
  ).text;
  const fixed = fixAll(RULES, input, settings, choice).text;
  if (fixed === wanted) measured.restored++;
  else note(`not restored ${firstDifference(wanted, fixed)}`);
}

/** Whether a second run of all safe fixes finds nothing to do, the article's other file being as it is. */
export function comesToRest(sound: SoundArticle, profile: Profile, real: RealArchive): boolean {
  const settings = settingsFor(profile);
  const around = { real, authored: false, injected: {} };
  const once = fixAll(RULES, inputOf(sound, sound.article.source.text, around), settings, { unsafe: false });
  const twice = fixAll(RULES, inputOf(sound, once.text, around), settings, { unsafe: false });
  return twice.repaired === 0 && twice.text === once.text;
}

/** What is reported on a sound article after a harmless change that was not reported before. */
export function disturbance(sound: SoundArticle, text: string, real: RealArchive): readonly Finding[] {
  const before = findingsBefore(sound, real, "archive");
  const input = inputOf(sound, text, { real, authored: true, injected: {} });
  return newFindings(before, runRules(RULES, input, settingsFor("archive")), { rule: "", owed: 0 });
}

interface Surroundings {
  readonly real: RealArchive;
  readonly authored: boolean;
  readonly injected: Partial<Injected>;
}

function inputOf(sound: SoundArticle, text: string, { real, authored, injected }: Surroundings): LintInput {
  const archive: ArchiveView = {
    find: (id) => {
      const own = (injected.known ?? []).filter((known) => known.id === id);
      return own.length > 0 ? own : real.find(id);
    },
    isRegistered: () => undefined,
    supersededBy: () => undefined,
    sameTitle: () => [],
    counterpart: (id, container) => (authored ? undefined : real.counterpart(id, container)),
    boilerplate: () => real.boilerplate(),
    ...injected.archive,
  };
  const path = injected.path ?? sound.path;
  return { article: parseArticle(text, sound.article.container), path, uri: sound.path, archive };
}

function stands(finding: Finding, { article }: LintInput, lines: readonly number[]): boolean {
  const first = article.source.lineAt(finding.span.start);
  const last = article.source.lineAt(finding.span.end);
  return lines.some((line) => first <= line && line <= last);
}

// A hint does not excuse the pair's Warning: many readers see no hints at all.
function isGraver({ rule }: Finding, expected: Finding | undefined): boolean {
  return rule === "pair-mismatch" && (expected?.severity === "hint" || expected?.severity === "information");
}

/** What was not reported before, less the findings that were expected. */
function newFindings(
  before: readonly Finding[],
  after: readonly Finding[],
  { rule, owed }: { rule: string; owed: number },
): Finding[] {
  const known = new Map<string, number>();
  for (const finding of before) known.set(finding.rule, (known.get(finding.rule) ?? 0) + 1);
  known.set(rule, (known.get(rule) ?? 0) + owed);
  return after.filter((finding) => {
    const left = known.get(finding.rule) ?? 0;
    known.set(finding.rule, left - 1);
    return left <= 0;
  });
}

function describeAll(findings: readonly Finding[], { article }: LintInput): string {
  const shown = findings.filter(({ severity }) => severity !== "hint").slice(0, 4);
  return shown
    .map(({ rule, span, severity }) => `[${severity} ${rule} ${article.source.lineAt(span.start) + 1}]`)
    .join(" ");
}

function firstDifference(wanted: string, fixed: string): string {
  let at = 0;
  while (wanted[at] === fixed[at] && at < wanted.length) at++;
  const shown = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 10), at + 30));
  return `wanted ${shown(wanted)} got ${shown(fixed)}`;
}
