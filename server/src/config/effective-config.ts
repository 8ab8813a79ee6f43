// What is in force for a file, each value with where it comes from: a settings file, the command line, or the default.
// Nested settings override outer ones key by key; overrides of a file come behind its own keys.

import type { Level, Profile } from "../lint/rule.ts";
import type { LintSettings } from "../lint/run-rules.ts";
import { builtInTaxonomy } from "../model/built-in-taxonomy.ts";
import type { CalendarDate } from "../model/calendar-date.ts";
import { extendTaxonomy } from "../model/extend-taxonomy.ts";
import {
  DEFAULT_SUPPRESSIONS,
  type IdRange,
  type ListChange,
  type Override,
  TAXONOMIES,
  type TaxonomyName,
} from "./config.ts";
import type { ConfigFile } from "./config-file.ts";
import { chainEnds } from "./superseded.ts";

/** Where a value comes from; line and column count from zero. */
export type Source =
  | { readonly kind: "default" }
  | { readonly kind: "command-line" }
  | {
      readonly kind: "file";
      readonly path: string;
      readonly line: number;
      readonly column: number;
      readonly override: readonly string[] | undefined;
    };

/** A value with its source. */
export interface Sourced<T> {
  readonly value: T;
  readonly source: Source;
}

/** What the user sets for one run, above all files. */
export interface RunOverrides {
  readonly profile?: Profile | undefined;
  readonly levels?: ReadonlyMap<string, Level> | undefined;
}

/** The settings in force for a file. Paths are relative to the archive's root. */
export interface EffectiveConfig {
  readonly profile: Sourced<Profile>;
  /** The severities that are set; all others are the profile's. */
  readonly levels: ReadonlyMap<string, Sourced<Level>>;
  readonly taxonomy: ReadonlyMap<TaxonomyName, Sourced<ListChange>>;
  readonly ranges: Sourced<readonly IdRange[]> | undefined;
  readonly registry: Sourced<string | readonly string[]> | undefined;
  readonly superseded: ReadonlyMap<string, Sourced<string>>;
  readonly boilerplate: Sourced<string> | undefined;
  readonly suppressions: Sourced<string>;
}

const DEFAULT: Source = { kind: "default" };
const COMMAND_LINE: Source = { kind: "command-line" };

/** A settings file with those of its overrides that match. */
export interface Layer {
  readonly file: ConfigFile;
  readonly overrides: readonly Override[];
}

/** Merges layers, outermost first, under what the user sets for the run. */
export function mergeLayers(layers: readonly Layer[], run: RunOverrides): EffectiveConfig {
  return {
    ...mergeLevels(layers, run),
    taxonomy: mergeTaxonomy(layers),
    superseded: mergeSuperseded(layers),
    ranges: innermost(layers, (file) => sourced(file, file.config.ranges)),
    registry: innermost(layers, (file) => sourced(file, inFolder(file, file.config.registry))),
    boilerplate: innermost(layers, (file) => sourced(file, inFolder(file, file.config.boilerplate))),
    suppressions: innermost(layers, (file) => sourced(file, inFolder(file, file.config.suppressions))) ?? {
      value: DEFAULT_SUPPRESSIONS,
      source: DEFAULT,
    },
  };
}

interface Placed<T> {
  readonly value: T;
  readonly start: number;
}

function sourced<T>(file: ConfigFile, at: Placed<T> | undefined, override?: Override): Sourced<T> | undefined {
  if (!at) return undefined;
  const { line, character: column } = file.source.positionAt(at.start);
  const patterns = override?.files.map((glob) => glob.pattern);
  return { value: at.value, source: { kind: "file", path: file.path, line, column, override: patterns } };
}

function innermost<T>(
  layers: readonly Layer[],
  of: (file: ConfigFile) => Sourced<T> | undefined,
): Sourced<T> | undefined {
  let found: Sourced<T> | undefined;
  for (const { file } of layers) found = of(file) ?? found;
  return found;
}

function inFolder<T>(file: ConfigFile, at: Placed<T | string> | undefined): Placed<T | string> | undefined {
  return at && (typeof at.value === "string" ? { value: file.folder + at.value, start: at.start } : at);
}

function mergeLevels(layers: readonly Layer[], run: RunOverrides): Pick<EffectiveConfig, "profile" | "levels"> {
  let profile: Sourced<Profile> = { value: "archive", source: DEFAULT };
  const levels = new Map<string, Sourced<Level>>();
  for (const { file, overrides } of layers) {
    for (const part of [
      { ...file.config, override: undefined },
      ...overrides.map((override) => ({ ...override, override })),
    ]) {
      profile = sourced(file, part.profile, part.override) ?? profile;
      for (const [rule, level] of part.rules) {
        const value = sourced(file, level, part.override);
        if (value) levels.set(rule, value);
      }
    }
  }
  if (run.profile) profile = { value: run.profile, source: COMMAND_LINE };
  for (const [rule, value] of run.levels ?? []) levels.set(rule, { value, source: COMMAND_LINE });
  return { profile, levels };
}

// An inner “replace” starts anew; an inner “extend” adds to what the outer files made of the list.
function mergeTaxonomy(layers: readonly Layer[]): EffectiveConfig["taxonomy"] {
  const merged = new Map<TaxonomyName, Sourced<ListChange>>();
  for (const { file } of layers) {
    for (const name of TAXONOMIES) {
      const change = sourced(file, file.config.taxonomy.get(name));
      if (!change) continue;
      const { replace, extend } = change.value;
      const outer = replace ? undefined : merged.get(name)?.value;
      const value = { replace: replace ?? outer?.replace, extend: [...(outer?.extend ?? []), ...extend] };
      merged.set(name, { value, source: change.source });
    }
  }
  return merged;
}

// Chains lead to their last number, so that a citation is sent to the end at once; rings lead nowhere.
function mergeSuperseded(layers: readonly Layer[]): EffectiveConfig["superseded"] {
  const merged = new Map<string, Sourced<string>>();
  for (const { file } of layers) {
    for (const [old, at] of file.config.superseded) {
      const value = sourced(file, at);
      if (value) merged.set(old, value);
    }
  }
  const next = new Map([...merged].map(([old, { value }]) => [old, value]));
  const ends = new Map<string, Sourced<string>>();
  for (const [old, last] of chainEnds(next)) {
    const from = merged.get(old);
    if (last !== undefined && from) ends.set(old, { value: last, source: from.source });
  }
  return ends;
}

/** The part of the settings that the rules' runner wants; it costs a copy of changed word lists, so keep it. */
export function toLintSettings(effective: EffectiveConfig, today: CalendarDate): LintSettings {
  const levels = new Map<string, Level>();
  for (const [rule, { value }] of effective.levels) levels.set(rule, value);
  const { taxonomy } = effective;
  const change = {
    keywords: taxonomy.get("keywords")?.value,
    technology: taxonomy.get("technology")?.value,
    products: taxonomy.get("products")?.value,
  };
  return { profile: effective.profile.value, levels, today, taxonomy: extendTaxonomy(builtInTaxonomy(), change) };
}
