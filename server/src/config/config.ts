// The settings of one kb.config.json as values: what it says, and where it says it, with nothing merged or defaulted.
// Each part may be missing; keys that come from the file live in maps, never as property names.
import type { Level, Profile } from "../lint/rule.ts";
import type { Glob } from "./glob.ts";
import type { Located } from "./shape.ts";

/** The name of the settings file in the archive's root and in folders below. */
export const CONFIG_FILE = "kb.config.json";

/** Where suppressions lie unless a setting says otherwise, relative to the archive's root. */
export const DEFAULT_SUPPRESSIONS = ".kb/suppressions.json";

/** Settings for the files that match one of the patterns. */
export interface Override {
  readonly files: readonly Glob[];
  readonly profile: Located<Profile> | undefined;
  readonly rules: ReadonlyMap<string, Located<Level>>;
  readonly start: number;
}

/** What a list of known words adds to the built-in one, or puts in its place. */
export interface ListChange {
  readonly replace: readonly string[] | undefined;
  readonly extend: readonly string[];
}

/** The three word lists that can be changed. */
export const TAXONOMIES = ["keywords", "technology", "products"] as const;
/** The name of a word list. */
export type TaxonomyName = (typeof TAXONOMIES)[number];

/** A range of article numbers for new articles; both ends belong to it. */
export interface IdRange {
  readonly from: string;
  readonly to: string;
  readonly product: string | undefined;
  readonly author: string | undefined;
}

/** What a settings file says. Paths are relative to its folder. */
export interface Config {
  readonly profile: Located<Profile> | undefined;
  readonly include: Located<readonly Glob[]> | undefined;
  readonly exclude: Located<readonly Glob[]> | undefined;
  readonly rules: ReadonlyMap<string, Located<Level>>;
  readonly overrides: readonly Override[];
  readonly taxonomy: ReadonlyMap<TaxonomyName, Located<ListChange>>;
  readonly ranges: Located<readonly IdRange[]> | undefined;
  /** The registry's file, or its numbers. */
  readonly registry: Located<string | readonly string[]> | undefined;
  readonly superseded: ReadonlyMap<string, Located<string>>;
  readonly boilerplate: Located<string> | undefined;
  readonly suppressions: Located<string> | undefined;
}

/** The settings of a file that says nothing. */
export const EMPTY_CONFIG: Config = {
  profile: undefined,
  include: undefined,
  exclude: undefined,
  rules: new Map(),
  overrides: [],
  taxonomy: new Map(),
  ranges: undefined,
  registry: undefined,
  superseded: new Map(),
  boilerplate: undefined,
  suppressions: undefined,
};
