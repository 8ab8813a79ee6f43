// The settings of an archive as the runner wants them: for each file what is in force, read from the disk.
// Files under the same settings share one value, so that a whole archive needs a handful.
import { readFileSync } from "node:fs";
import {
  ArchiveConfig,
  type FileConfig,
  type FileProblem,
  type LinkedFile,
  unreadable,
} from "../config/archive-config.ts";
import { type ConfigFile, readConfigFile } from "../config/config-file.ts";
import type { ConfigTree } from "../config/config-tree.ts";
import { type RunOverrides, toLintSettings } from "../config/effective-config.ts";
import { decodeText } from "../host/decode.ts";
import type { ArchiveView, Rule } from "../lint/rule.ts";
import type { LintSettings } from "../lint/run-rules.ts";
import type { CalendarDate } from "../model/calendar-date.ts";
import { type ArchiveTexts, archiveView } from "./archive-view.ts";
import { systemCode, systemReason } from "./exit.ts";
import { join } from "./files/paths.ts";

/** What is in force for a file. */
export interface FileSettings extends Pick<FileConfig, "effective" | "suppressions" | "suppressionsPath"> {
  readonly lint: LintSettings;
  readonly archive: ArchiveView;
  /** The disclaimer, where a file is named for it. */
  readonly boilerplate: string | undefined;
}

/** The settings files of an archive, read. */
export class ArchiveSettings {
  readonly root: string;
  readonly #config: ArchiveConfig;
  readonly #known = new Map<FileConfig, FileSettings>();

  constructor(root: string, paths: readonly string[], rules: readonly Rule[], run: RunOverrides) {
    this.root = root;
    const files: ConfigFile[] = [];
    const failures: FileProblem[] = [];
    for (const path of paths) {
      const read = this.#read(path);
      if ("text" in read) files.push(readConfigFile(path, read.text, rules));
      else failures.push(unreadable(path, read.reason));
    }
    this.#config = new ArchiveConfig(files, (path) => this.#read(path), run);
    this.#config.problems.unshift(...failures);
  }

  /** The settings files. */
  get tree(): ConfigTree {
    return this.#config.tree;
  }

  /** What is wrong in them, and in the lists that were needed so far. */
  get problems(): FileProblem[] {
    return this.#config.problems;
  }

  /** All that was in force for a file so far. */
  get known(): Iterable<FileSettings> {
    return this.#known.values();
  }

  /** What is in force for a file, with the archive for its rules. */
  of(path: string, texts: ArchiveTexts, today: CalendarDate): FileSettings {
    const config = this.#config.of(path);
    const known = this.#known.get(config);
    if (known) return known;
    const { effective, facts, suppressions, suppressionsPath } = config;
    const archive = archiveView(texts, facts);
    const lint = toLintSettings(effective, today);
    const { boilerplate } = facts;
    const made = { effective, lint, archive, boilerplate, suppressions, suppressionsPath };
    this.#known.set(config, made);
    return made;
  }

  #read(path: string): LinkedFile {
    try {
      const text = decodeText(readFileSync(join(this.root, path)));
      return text === undefined ? { missing: false, reason: "it is a binary file" } : { text };
    } catch (error) {
      return { missing: systemCode(error) === "ENOENT", reason: systemReason(error) };
    }
  }
}
