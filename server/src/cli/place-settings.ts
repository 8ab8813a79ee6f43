// The settings of one place, without walking the archive: only the folders from the root down to it are looked at.
import { existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { CONFIG_FILE } from "../config/config.ts";
import type { EffectiveConfig } from "../config/effective-config.ts";
import { RULES } from "../lint/registry.generated.ts";
import { ArchiveSettings } from "./archive-settings.ts";
import type { CommandLine } from "./command-line.ts";
import type { Environment } from "./environment.ts";
import { archiveRoot } from "./files/archive-root.ts";
import { absolute, below, join, withSlashes } from "./files/paths.ts";
import { problemText } from "./problem-text.ts";
import { runOverrides } from "./run-options.ts";

/** A place in an archive with what is in force there. */
export interface PlaceSettings {
  readonly root: string;
  /** The place relative to the root. */
  readonly path: string;
  readonly settings: ArchiveSettings;
  readonly effective: EffectiveConfig;
  /** Whether a settings file has errors; they have been printed. */
  readonly broken: boolean;
}

/** The settings for a file (or for the files of a folder), which need not exist. */
export function settingsFor(line: CommandLine, environment: Environment, written: string): PlaceSettings {
  const place = absolute(environment.workingFolder, written);
  const isFolder = statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const folder = isFolder ? place : withSlashes(dirname(place));
  const root = archiveRoot(folder).path;
  const settings = new ArchiveSettings(root, configsOnTheWay(root, folder), RULES, runOverrides(line, RULES));
  for (const problem of settings.problems) environment.note(problemText(problem, root, environment));
  const path = below(root, place) ?? "";
  // A folder's own settings hold for what is in it.
  const asked = isFolder && path !== "" ? join(path, "") : path;
  const broken = settings.problems.some((problem) => problem.severity === "error");
  return { root, path, settings, effective: settings.tree.effective(asked), broken };
}

function configsOnTheWay(root: string, folder: string): string[] {
  const segments = (below(root, folder) ?? "").split("/").filter((segment) => segment !== "");
  const folders = ["", ...segments.map((_segment, at) => `${segments.slice(0, at + 1).join("/")}/`)];
  return folders.map((prefix) => prefix + CONFIG_FILE).filter((path) => existsSync(join(root, path)));
}
