// The settings of an archive as the runner wants them: for each file what is in force, with the lists it points to read.
// Files under the same settings share one value, so that a whole archive needs a handful.
import { readFileSync } from "node:fs";
import { type ConfigFile, readConfigFile } from "../config/config-file.ts";
import { ConfigTree } from "../config/config-tree.ts";
import { type EffectiveConfig, type RunOverrides, type Source, toLintSettings } from "../config/effective-config.ts";
import { parseIdRegistry } from "../config/id-registry.ts";
import { writtenBoilerplate } from "../config/learn-boilerplate.ts";
import type { ConfigProblem } from "../config/problem.ts";
import { groupSuppressions, type SuppressionsById } from "../config/suppressions.ts";
import { parseSuppressions } from "../config/suppressions-file.ts";
import { decodeText } from "../host/decode.ts";
import type { ArchiveView, Rule } from "../lint/rule.ts";
import type { LintSettings } from "../lint/run-rules.ts";
import type { CalendarDate } from "../model/calendar-date.ts";
import { SourceText } from "../text/source-text.ts";
import { type ArchiveTexts, archiveView } from "./archive-view.ts";
import { systemCode, systemReason } from "./exit.ts";
import { join } from "./files/paths.ts";

/** What is in force for a file. */
export interface FileSettings {
  readonly lint: LintSettings;
  readonly archive: ArchiveView;
  readonly suppressions: SuppressionsById;
  /** The suppressions file, relative to the root. */
  readonly suppressionsPath: string;
}

/** Something wrong in a settings file of the archive, with its place for people: line and column from one. */
export interface PlacedProblem {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly severity: ConfigProblem["severity"];
  readonly message: string;
}

/** The settings files of an archive, read. */
export class ArchiveSettings {
  readonly root: string;
  readonly tree: ConfigTree;
  readonly problems: PlacedProblem[] = [];
  readonly #known = new Map<EffectiveConfig, FileSettings>();
  readonly #suppressions = new Map<string, SuppressionsById>();

  constructor(root: string, paths: readonly string[], rules: readonly Rule[], run: RunOverrides) {
    this.root = root;
    const files: ConfigFile[] = [];
    for (const path of paths) {
      const text = this.#read(path, undefined);
      if (text !== undefined) files.push(readConfigFile(path, text, rules));
    }
    this.tree = new ConfigTree(files, run);
    for (const file of this.tree.files) this.#addProblems(file.path, file.source, file.problems);
  }

  /** What is in force for a file, with the archive for its rules. */
  of(path: string, texts: ArchiveTexts, today: CalendarDate): FileSettings {
    const effective = this.tree.effective(path);
    const known = this.#known.get(effective);
    if (known) return known;
    const made: FileSettings = {
      lint: toLintSettings(effective, today),
      archive: archiveView(texts, {
        effective,
        registry: this.#registry(effective),
        boilerplate: this.#boilerplate(effective),
      }),
      suppressions: this.#suppressionsOf(effective.suppressions.value),
      suppressionsPath: effective.suppressions.value,
    };
    this.#known.set(effective, made);
    return made;
  }

  #registry({ registry }: EffectiveConfig): ReadonlySet<string> | undefined {
    if (!registry) return undefined;
    if (typeof registry.value !== "string") return new Set(registry.value);
    const text = this.#read(registry.value, registry.source);
    return text === undefined ? undefined : parseIdRegistry(text);
  }

  #boilerplate({ boilerplate }: EffectiveConfig): string | undefined {
    const text = boilerplate && this.#read(boilerplate.value, boilerplate.source);
    return text === undefined ? undefined : writtenBoilerplate(text);
  }

  #suppressionsOf(path: string): SuppressionsById {
    const known = this.#suppressions.get(path);
    if (known) return known;
    const text = this.#read(path, "optional") ?? "";
    const { suppressions, problems } = text === "" ? { suppressions: [], problems: [] } : parseSuppressions(text);
    this.#addProblems(path, new SourceText(text), problems);
    const grouped = groupSuppressions(suppressions);
    this.#suppressions.set(path, grouped);
    return grouped;
  }

  // `asked` is the setting that names the file; an optional file may be missing.
  #read(path: string, asked: Source | "optional" | undefined): string | undefined {
    try {
      const text = decodeText(readFileSync(join(this.root, path)));
      if (text !== undefined) return text;
      this.#addReadProblem(path, asked, "it is a binary file");
    } catch (error) {
      if (asked === "optional" && systemCode(error) === "ENOENT") return undefined;
      this.#addReadProblem(path, asked, systemReason(error));
    }
    return undefined;
  }

  #addReadProblem(path: string, asked: Source | "optional" | undefined, reason: string): void {
    const place = typeof asked === "object" && asked.kind === "file" ? asked : { path, line: 0, column: 0 };
    const message = `${path} cannot be read: ${reason}.`;
    this.problems.push({
      path: place.path,
      line: place.line + 1,
      column: place.column + 1,
      severity: "error",
      message,
    });
  }

  #addProblems(path: string, source: SourceText, problems: readonly ConfigProblem[]): void {
    for (const { message, severity, start } of problems) {
      const { line, character } = source.positionAt(start);
      this.problems.push({ path, line: line + 1, column: character + 1, severity, message });
    }
  }
}
