// The options that settings and severities come from, checked: what is misspelt is refused, never ignored.

import type { RunOverrides } from "../config/effective-config.ts";
import { LEVELS, PROFILES } from "../config/value-shapes.ts";
import type { Level, Rule, Severity } from "../lint/rule.ts";
import type { Shard } from "./archive-run.ts";
import { type CommandLine, didYouMean, optionValue } from "./command-line.ts";
import { UsageError } from "./exit.ts";

/** Severities from mild to grave. */
export const SEVERITIES: readonly Severity[] = ["hint", "information", "warning", "error"];

/** How grave a severity is, as a number to compare. */
export function gravity(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

/** One of a few words as an option's value. */
export function oneOf<T extends string>(option: string, value: string, words: readonly T[]): T {
  const word = words.find((candidate) => candidate === value);
  if (word !== undefined) return word;
  throw new UsageError(`--${option} must be one of ${words.join(", ")}, not ${value}${didYouMean(value, words)}`);
}

/** `--profile` and `--rule`; in `kblint fix` the latter sets no severity. */
export function runOverrides(line: CommandLine, rules: readonly Rule[]): RunOverrides {
  const profile = optionValue(line, "profile");
  const levels = new Map<string, Level>();
  for (const setting of (line.command !== "fix" && line.options.get("rule")) || []) {
    const [id, level] = ruleSetting(setting, rules);
    levels.set(id, level);
  }
  return { profile: profile === undefined ? undefined : oneOf("profile", profile, PROFILES), levels };
}

function ruleSetting(setting: string, rules: readonly Rule[]): [string, Level] {
  const equals = setting.indexOf("=");
  if (equals < 0) throw new UsageError(`--rule needs a severity: --rule ${setting}=warning (or off)`);
  const id = setting.slice(0, equals);
  return [findRule(id, rules).id, oneOf("rule", setting.slice(equals + 1), LEVELS)];
}

/** The rule of an id; throws with the nearest one where there is none. */
export function findRule(id: string, rules: readonly Rule[]): Rule {
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule) return rule;
  const ids = rules.map((candidate) => candidate.id);
  throw new UsageError(`unknown rule ${id}${didYouMean(id, ids) || "; “kblint rules” lists them all"}`);
}

/** The mildest severity that is shown. */
export function minSeverity(line: CommandLine): Severity {
  if (line.options.has("quiet")) return "error";
  const value = optionValue(line, "min-severity");
  return value === undefined ? "information" : oneOf("min-severity", value, SEVERITIES);
}

/** A count as an option's value. */
export function countOption(line: CommandLine, name: string): number | undefined {
  const value = optionValue(line, name);
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(`--${name} must be a whole number, not ${value}`);
  return Number(value);
}

const MOST_THREADS = 64;

/** `--threads N`. */
export function threadsOption(line: CommandLine): number | undefined {
  const threads = countOption(line, "threads");
  if (threads !== undefined && (threads < 1 || threads > MOST_THREADS)) {
    throw new UsageError(`--threads must be from 1 to ${MOST_THREADS}, not ${threads}`);
  }
  return threads;
}

/** `--shard I/N`, counted from 1. */
export function shardOption(line: CommandLine): Shard | undefined {
  const value = optionValue(line, "shard");
  if (value === undefined) return undefined;
  const [, number, of] = /^(\d{1,4})\/(\d{1,4})$/.exec(value) ?? [];
  const shard = { number: Number(number), of: Number(of) };
  if (shard.number >= 1 && shard.number <= shard.of) return shard;
  throw new UsageError(`--shard must be I/N with I from 1 to N, such as 2/4, not ${value}`);
}
