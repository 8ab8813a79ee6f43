// What an archive's settings files add up to for each of its files, with the lists that they point to.
// Reading is the caller's, because the command line and the server read differently; nothing else of it is.
import type { ArchiveView } from "../lint/rule.ts";
import { type Position, SourceText } from "../text/source-text.ts";
import { DEFAULT_SUPPRESSIONS } from "./config.ts";
import type { ConfigFile } from "./config-file.ts";
import { ConfigTree } from "./config-tree.ts";
import type { EffectiveConfig, RunOverrides, Source } from "./effective-config.ts";
import { parseIdRegistry } from "./id-registry.ts";
import { writtenBoilerplate } from "./learn-boilerplate.ts";
import type { ConfigProblem } from "./problem.ts";
import { groupSuppressions, type SuppressionsById } from "./suppressions.ts";
import { parseSuppressions } from "./suppressions-file.ts";

/** A file that settings point to, as it was read: its text, or why there is none. */
export type LinkedFile = { readonly text: string } | { readonly missing: boolean; readonly reason: string };

/** What the settings in force say to rules, beside severities and vocabularies. */
export interface ConfiguredFacts extends Pick<ArchiveView, "isRegistered" | "supersededBy"> {
  /** The disclaimer, where a file is named for it. */
  readonly boilerplate: string | undefined;
}

/** What is in force for a file; the same object for all files under the same settings. */
export interface FileConfig {
  readonly effective: EffectiveConfig;
  readonly facts: ConfiguredFacts;
  readonly suppressions: SuppressionsById;
  /** The suppressions file, relative to the root. */
  readonly suppressionsPath: string;
}

/** Something wrong in a settings file or a list, with its place. */
export interface FileProblem extends Pick<ConfigProblem, "message" | "severity"> {
  /** Relative to the archive's root. */
  readonly path: string;
  readonly start: Position;
  readonly end: Position;
}

/** The settings of an archive. Paths are relative to its root. */
export class ArchiveConfig {
  readonly tree: ConfigTree;
  /** What is wrong in the settings files, and in the lists that were needed so far. */
  readonly problems: FileProblem[];
  readonly #read: (path: string) => LinkedFile;
  readonly #known = new Map<EffectiveConfig, FileConfig>();
  readonly #suppressions = new Map<string, SuppressionsById>();

  constructor(files: readonly ConfigFile[], read: (path: string) => LinkedFile, run?: RunOverrides) {
    this.#read = read;
    this.tree = new ConfigTree(files, run);
    this.problems = this.tree.files.flatMap(fileProblems);
  }

  /** What is in force for a file; reads the lists that it needs, once. */
  of(path: string): FileConfig {
    const effective = this.tree.effective(path);
    const known = this.#known.get(effective);
    if (known) return known;
    const { superseded, suppressions } = effective;
    const registry = this.#registry(effective);
    const made: FileConfig = {
      effective,
      facts: {
        isRegistered: (id) => registry?.has(id),
        supersededBy: (id) => superseded.get(id)?.value,
        boilerplate: this.#boilerplate(effective),
      },
      suppressions: this.#suppressionsOf(suppressions.value),
      suppressionsPath: suppressions.value,
    };
    this.#known.set(effective, made);
    return made;
  }

  #registry({ registry }: EffectiveConfig): ReadonlySet<string> | undefined {
    if (!registry) return undefined;
    if (typeof registry.value !== "string") return new Set(registry.value);
    const text = this.#textOf(registry.value, registry.source);
    return text === undefined ? undefined : parseIdRegistry(text);
  }

  #boilerplate({ boilerplate }: EffectiveConfig): string | undefined {
    const text = boilerplate && this.#textOf(boilerplate.value, boilerplate.source);
    return text === undefined ? undefined : writtenBoilerplate(text);
  }

  #suppressionsOf(path: string): SuppressionsById {
    const known = this.#suppressions.get(path);
    if (known) return known;
    const text = this.#textOf(path, undefined) ?? "";
    const { suppressions, problems } = text === "" ? { suppressions: [], problems: [] } : parseSuppressions(text);
    this.problems.push(...placed(path, new SourceText(text), problems));
    const grouped = groupSuppressions(suppressions);
    this.#suppressions.set(path, grouped);
    return grouped;
  }

  // `asked` is the setting that names the file; a file that none need name may be missing.
  #textOf(path: string, asked: Source | undefined): string | undefined {
    const read = this.#read(path);
    if ("text" in read) return read.text;
    if (asked === undefined && read.missing) return undefined;
    this.problems.push(unreadable(path, read.reason, asked));
    return undefined;
  }
}

/** The problem of a file that cannot be read, at the setting that names it, if one does. */
export function unreadable(path: string, reason: string, asked?: Source): FileProblem {
  const at = asked?.kind === "file" ? asked : { path, line: 0, column: 0 };
  const start = { line: at.line, character: at.column };
  return { path: at.path, start, end: start, severity: "error", message: `${path} cannot be read: ${reason}.` };
}

/** What is wrong in a settings file. */
export function fileProblems({ path, source, problems }: ConfigFile): FileProblem[] {
  return placed(path, source, problems);
}

function placed(path: string, source: SourceText, problems: readonly ConfigProblem[]): FileProblem[] {
  return problems.map(({ message, severity, start, end }) => ({
    path,
    message,
    severity,
    start: source.positionAt(start),
    end: source.positionAt(end),
  }));
}

/** The files that settings files point to, whether or not they are there. */
export function linkedPaths(files: readonly ConfigFile[]): Set<string> {
  const paths = new Set([DEFAULT_SUPPRESSIONS]);
  for (const { folder, config } of files) {
    for (const setting of [config.registry, config.boilerplate, config.suppressions]) {
      if (typeof setting?.value === "string") paths.add(folder + setting.value);
    }
  }
  return paths;
}
