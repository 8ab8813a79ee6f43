// What may follow on a command line, as plain lists: the same for all shells, made from the table of options.
// Lists are written into the scripts, so that pressing TAB starts no program.

import { LEVELS, PROFILES } from "../../config/value-shapes.ts";
import { RULES } from "../../lint/registry.generated.ts";
import { builtInTaxonomy } from "../../model/built-in-taxonomy.ts";
import { summaryOf } from "../commands/help.ts";
import { KIND_WORDS } from "../new/article-kind.ts";
import { COMMANDS, type Command, OPTIONS, type OptionSpec } from "../option-table.ts";
import { FORMAT_NAMES } from "../reporters/formats.ts";
import { SEVERITIES } from "../run-options.ts";
import { SHELLS } from "./shells.ts";

/** What can be offered: words, files, folders, or nothing because only the user knows. */
export type Offer =
  | { readonly kind: "words"; readonly words: readonly string[] }
  | { readonly kind: "files" | "folders" | "nothing" };

/** An option of a command; without `value` it is a switch. */
export interface OptionOffer {
  /** With its two dashes. */
  readonly name: string;
  readonly help: string;
  readonly value: Offer | undefined;
  /** What the value is called. */
  readonly valueName: string;
}

/** A command with all that may follow it. */
export interface CommandOffer {
  readonly name: Command;
  readonly summary: string;
  readonly options: readonly OptionOffer[];
  readonly operands: Offer;
}

const FILES: Offer = { kind: "files" };
const FOLDERS: Offer = { kind: "folders" };
const NOTHING: Offer = { kind: "nothing" };

/** All commands. */
export function commandOffers(): readonly CommandOffer[] {
  return COMMANDS.map((name) => ({
    name,
    summary: summaryOf(name),
    options: OPTIONS.filter((option) => !option.planned && (!option.commands || option.commands.includes(name))).map(
      (option) => optionOffer(option, name),
    ),
    operands: operandsOf(name),
  }));
}

function optionOffer({ name, elsewhere, ...usual }: OptionSpec, command: Command): OptionOffer {
  const { value, help } = elsewhere?.[command] ?? usual;
  const offered = value === undefined ? undefined : valueOffer(name, value, command);
  return { name: `--${name}`, help, value: offered, valueName: value ?? "" };
}

function valueOffer(name: string, value: string, command: Command): Offer {
  const list = VALUES.get(name)?.(command);
  if (list) return { kind: "words", words: list };
  if (value === "FILE") return FILES;
  return value === "DIR" ? FOLDERS : NOTHING;
}

const TABLES: readonly Command[] = ["config", "rules", "refs"];

const VALUES: ReadonlyMap<string, (command: Command) => readonly string[]> = new Map([
  ["format", (command: Command) => (TABLES.includes(command) ? ["text", "json"] : FORMAT_NAMES)],
  ["profile", () => PROFILES],
  ["min-severity", () => SEVERITIES],
  ["rule", (command: Command) => (command === "fix" ? ruleIds() : ruleSettings())],
  ["to", () => ["page", "text"]],
  ["type", () => KIND_WORDS],
  ["product", productCodes],
]);

function ruleIds(): string[] {
  return RULES.map(({ id }) => id);
}

function ruleSettings(): string[] {
  return RULES.flatMap(({ id }) => LEVELS.map((level) => `${id}=${level}`));
}

function productCodes(): string[] {
  return [...builtInTaxonomy().products.keys()].filter((code) => !code.startsWith("mspl")).sort();
}

function operandsOf(command: Command): Offer {
  switch (command) {
    case "explain":
      return { kind: "words", words: ruleIds() };
    case "help":
      return { kind: "words", words: COMMANDS };
    case "completion":
      return { kind: "words", words: SHELLS };
    case "rules":
    case "new":
      return NOTHING;
    default:
      return FILES;
  }
}
