// The settings of section `kb`, read from whatever a client sends. Wrong values give way to the defaults, one by one.
// Keys come from users, so they are kept in maps and never used as property names.
import type { Level, Profile } from "../lint/rule.ts";

/** When a document is linted. */
export type RunMode = "onType" | "onSave" | "off";

/** Which articles' findings are reported: those of open files, or of the whole archive. */
export type DiagnosticsScope = "openFiles" | "workspace";

/** The editor's settings for a file. */
export interface KbSettings {
  readonly scope: DiagnosticsScope;
  readonly run: RunMode;
  readonly profile: Profile;
  readonly levels: ReadonlyMap<string, Level>;
  /** Whether the title says how many articles cite it. */
  readonly codeLens: boolean;
  /** Whether current titles are shown behind references that quote others. */
  readonly inlayHints: boolean;
}

/** Settings and the names of those that could not be used. */
export interface DecodedSettings {
  readonly settings: KbSettings;
  readonly wrong: readonly string[];
}

/** Values that are allowed, the default first. */
type Choice<T> = readonly [T, ...T[]];

const SCOPES: Choice<DiagnosticsScope> = ["openFiles", "workspace"];
const RUN_MODES: Choice<RunMode> = ["onType", "onSave", "off"];
const PROFILES: Choice<Profile> = ["archive", "authoring"];
const SWITCH: Choice<boolean> = [false, true];
const LEVELS: Choice<Level> = ["error", "warning", "information", "hint", "off"];
const MOST_RULES = 1000;
const MOST_NAMED = 5;

/** What holds where nothing is set. */
export const DEFAULT_SETTINGS: KbSettings = {
  scope: "openFiles",
  run: "onType",
  profile: "archive",
  levels: new Map(),
  codeLens: false,
  inlayHints: false,
};

/** Decodes the value of section `kb`. */
export function decodeSettings(section: unknown): DecodedSettings {
  const reader = new SettingsReader();
  const own = reader.entries("kb", section);
  const lint = reader.entries("kb.lint", own.get("lint"));
  const diagnostics = reader.entries("kb.diagnostics", own.get("diagnostics"));
  const settings: KbSettings = {
    scope: reader.choice("kb.diagnostics.scope", SCOPES, diagnostics.get("scope")),
    run: reader.choice("kb.lint.run", RUN_MODES, lint.get("run")),
    profile: reader.choice("kb.lint.profile", PROFILES, lint.get("profile")),
    levels: reader.levels("kb.lint.rules", lint.get("rules")),
    codeLens: reader.enabled("kb.codeLens", own.get("codeLens")),
    inlayHints: reader.enabled("kb.inlayHints", own.get("inlayHints")),
  };
  return { settings, wrong: reader.wrong.slice(0, MOST_NAMED) };
}

class SettingsReader {
  readonly wrong: string[] = [];

  entries(name: string, value: unknown): ReadonlyMap<string, unknown> {
    if (value === undefined || value === null) return new Map();
    if (typeof value === "object" && !Array.isArray(value)) return new Map(Object.entries(value));
    this.wrong.push(name);
    return new Map();
  }

  choice<T>(name: string, allowed: Choice<T>, value: unknown): T {
    const found = allowed.find((candidate) => candidate === value);
    if (found === undefined && value !== undefined && value !== null) this.wrong.push(name);
    return found ?? allowed[0];
  }

  enabled(name: string, value: unknown): boolean {
    return this.choice(`${name}.enabled`, SWITCH, this.entries(name, value).get("enabled"));
  }

  levels(name: string, value: unknown): ReadonlyMap<string, Level> {
    const levels = new Map<string, Level>();
    for (const [id, raw] of [...this.entries(name, value)].slice(0, MOST_RULES)) {
      const level = LEVELS.find((candidate) => candidate === raw);
      if (level) levels.set(id, level);
      else this.wrong.push(`${name}.${id.slice(0, 40)}`);
    }
    return levels;
  }
}
