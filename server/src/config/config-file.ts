// A settings file of the archive: its path, its text for naming lines, and what it says.
// Reading the bytes is the caller's; nothing here touches a disk.
import type { RuleMeta } from "../lint/rule.ts";
import { SourceText } from "../text/source-text.ts";
import type { Config } from "./config.ts";
import { parseConfig } from "./parse-config.ts";
import type { ConfigProblem } from "./problem.ts";

/** A settings file. Paths are relative to the archive's root, with `/`. */
export interface ConfigFile {
  readonly path: string;
  /** The folder it holds for: empty for the root, else ending in `/`. */
  readonly folder: string;
  readonly source: SourceText;
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
}

/** Reads a settings file that stands at a path. */
export function readConfigFile(path: string, text: string, rules: readonly RuleMeta[]): ConfigFile {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  return { path, folder, source: new SourceText(text), ...parseConfig(text, rules) };
}

/** Whether a settings file holds for a file. */
export function holdsFor(config: ConfigFile, path: string): boolean {
  return path.startsWith(config.folder);
}

/** A path relative to a settings file's folder. */
export function relativeTo(config: ConfigFile, path: string): string {
  return path.slice(config.folder.length);
}
