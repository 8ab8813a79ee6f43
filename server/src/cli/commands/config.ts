// `kblint config`: what is in force for a file, and which file, line or default each value comes from.
import type { EffectiveConfig, Source, Sourced } from "../../config/effective-config.ts";
import { RULES } from "../../lint/registry.generated.ts";
import type { Level } from "../../lint/rule.ts";
import { type CommandLine, optionValue } from "../command-line.ts";
import type { Environment } from "../environment.ts";
import { EXIT_CLEAN, EXIT_FAILURE, UsageError } from "../exit.ts";
import { shown } from "../files/paths.ts";
import { type PlaceSettings, settingsFor } from "../place-settings.ts";
import { oneOf } from "../run-options.ts";
import { tableText } from "../table.ts";
import { printable } from "../terminal.ts";

/** The formats of the commands that print tables. */
export const TABLE_FORMATS = ["text", "json"] as const;

/** Runs the subcommand; gives the exit code. */
export function config(line: CommandLine, environment: Environment): number {
  if (line.operands.length > 1) throw new UsageError("kblint config takes one file");
  const format = oneOf("format", optionValue(line, "format") ?? "text", TABLE_FORMATS);
  const written = line.operands[0] ?? ".";
  const place = settingsFor(line, environment, written);
  const asked = { place, written, root: shown(environment.workingFolder, place.root) };
  environment.output.write(format === "json" ? `${JSON.stringify(jsonOf(asked), null, 2)}\n` : textOf(asked));
  return place.broken ? EXIT_FAILURE : EXIT_CLEAN;
}

interface Asked {
  readonly place: PlaceSettings;
  readonly written: string;
  readonly root: string;
}

/** The level of a rule as the profile or a setting has it. */
export function levelInForce({ levels, profile }: EffectiveConfig, rule: (typeof RULES)[number]): Sourced<Level> {
  return levels.get(rule.id) ?? { value: rule.levels[profile.value], source: { kind: "default" } };
}

function values(effective: EffectiveConfig): [key: string, value: Sourced<unknown> | undefined][] {
  return [
    ["profile", effective.profile],
    ["suppressions", effective.suppressions],
    ["boilerplate", effective.boilerplate],
    ["ids.ranges", effective.ranges],
    ["ids.registry", effective.registry],
    ...[...effective.taxonomy].map(([name, change]) => [`taxonomy.${name}`, change] as [string, Sourced<unknown>]),
    ...[...effective.superseded].map(([old, id]) => [`superseded.${old}`, id] as [string, Sourced<unknown>]),
  ];
}

function textOf({ place, written, root }: Asked): string {
  const { effective, settings, path } = place;
  const excludedBy = settings.tree.excludedBy(path);
  const rows = values(effective).flatMap(([key, value]) =>
    value ? [[key, printable(valueText(value.value)), sourceText(value.source)]] : [],
  );
  const rules = RULES.map((rule) => {
    const { value, source } = levelInForce(effective, rule);
    return [rule.id, value, source.kind === "default" ? `profile ${effective.profile.value}` : sourceText(source)];
  });
  const lines = [
    `Settings for ${printable(written)}\n`,
    `Archive: ${printable(root)}\n`,
    `Settings files: ${settings.tree.files.map((file) => printable(file.path)).join(", ") || "none"}\n`,
    excludedBy ? `Not in the archive: excluded by ${printable(excludedBy.path)}\n` : "",
  ];
  return `${lines.join("")}\n${tableText(rows)}\n${tableText(rules)}`;
}

const VALUE_WIDTH = 60;

function valueText(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > VALUE_WIDTH ? `${text.slice(0, VALUE_WIDTH - 1)}…` : text;
}

function sourceText(source: Source): string {
  if (source.kind === "default") return "default";
  if (source.kind === "command-line") return "command line";
  const override = source.override ? ` (override for ${source.override.join(", ")})` : "";
  return printable(`${source.path}:${source.line + 1}${override}`);
}

function jsonOf({ place, written, root }: Asked): unknown {
  const { effective, settings, path } = place;
  const rules = RULES.map((rule) => {
    const { value, source } = levelInForce(effective, rule);
    return [rule.id, { severity: value, source: source.kind === "default" ? { kind: "profile" } : source }] as const;
  });
  return {
    schema: 1,
    path: written,
    root,
    files: settings.tree.files.map((file) => file.path),
    excludedBy: settings.tree.excludedBy(path)?.path ?? null,
    values: Object.fromEntries(values(effective).filter(([, value]) => value !== undefined)),
    rules: Object.fromEntries(rules),
  };
}
