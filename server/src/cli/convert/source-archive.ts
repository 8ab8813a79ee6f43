// The articles of one archive that are to be converted, and what is known around them: vocabularies and closing part.
// Unlike a lint run this looks only where the arguments point, because no article is asked about another.
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { CONFIG_FILE } from "../../config/config.ts";
import { RULES } from "../../lint/registry.generated.ts";
import { builtInTaxonomy } from "../../model/built-in-taxonomy.ts";
import type { TextSurroundings } from "../../model/convert-page-to-text.ts";
import type { Trouble } from "../archive-files.ts";
import { ArchiveIndex } from "../archive-index.ts";
import { ArchiveSettings, type FileSettings } from "../archive-settings.ts";
import { ArchiveTexts } from "../archive-view.ts";
import type { CommandLine } from "../command-line.ts";
import type { Environment } from "../environment.ts";
import { below, join, withSlashes } from "../files/paths.ts";
import type { ArchiveTargets, Target } from "../files/selection.ts";
import { nothingFound, walk } from "../files/walk.ts";
import { runOverrides } from "../run-options.ts";
import { type ClosingPart, learnClosingPart } from "./closing-part.ts";

/** Where articles come from. Paths are relative to the archive's root. */
export class SourceArchive {
  readonly root: string;
  /** The files to look at, sorted. */
  files: readonly string[] = [];
  /** Files that the user named one by one. */
  readonly named: Set<string> = new Set();
  /** Folders that could not be read. */
  readonly failures: Trouble[] = [];
  /** Files that were named, but that the settings keep out. */
  readonly skipped: Trouble[] = [];
  readonly #targets: ArchiveTargets;
  readonly #line: CommandLine;
  readonly #environment: Environment;
  readonly #out: string | undefined;
  readonly #configs = new Set<string>();
  readonly #nothing: ArchiveTexts;
  readonly #known = new Map<FileSettings, TextSurroundings>();
  #settings: ArchiveSettings | undefined;
  #closing: ClosingPart | undefined;

  /** `out` is the folder that results go to: raw texts may stand there already. */
  constructor(targets: ArchiveTargets, line: CommandLine, environment: Environment, out: string | undefined) {
    this.root = targets.root;
    this.#targets = targets;
    this.#line = line;
    this.#environment = environment;
    this.#out = out;
    this.#nothing = new ArchiveTexts(new ArchiveIndex(targets.root), () => undefined);
  }

  /** Finds the files; each step is a folder. */
  *find(): Generator<void> {
    const paths = new Set<string>();
    for (const target of this.#targets.targets) {
      const inside = below(this.root, target.path) ?? "";
      if (target.kind === "file") {
        paths.add(inside);
        this.named.add(inside);
        this.#addConfigs(withSlashes(dirname(inside)));
      } else {
        this.#addConfigs(inside);
        yield* this.#findBelow(target, inside === "" ? "" : join(inside, ""), paths);
      }
    }
    this.files = [...paths].filter((path) => !this.#isKeptOut(path)).sort();
    // What is wrong in the lists that settings point to comes to light before anything is written.
    for (const path of this.files) this.#settingsOf(path);
  }

  *#findBelow({ path, glob }: Target, prefix: string, paths: Set<string>): Generator<void> {
    const found = nothingFound();
    yield* walk(path, found, { thorough: true });
    for (const file of found.files) if (!glob || glob.matches(file)) paths.add(prefix + file);
    for (const config of found.configs) this.#configs.add(prefix + config);
    for (const { path: folder, reason } of found.unreadable) this.failures.push({ path: prefix + folder, reason });
  }

  // Settings of the folders from the root down to a place hold there too.
  #addConfigs(folder: string): void {
    const segments = folder.split("/").filter((segment) => segment !== "" && segment !== ".");
    for (let depth = 0; depth <= segments.length; depth++) {
      const path = [...segments.slice(0, depth), CONFIG_FILE].join("/");
      if (existsSync(join(this.root, path))) this.#configs.add(path);
    }
  }

  #isKeptOut(path: string): boolean {
    const excludedBy = this.settings.tree.excludedBy(path);
    if (excludedBy && this.named.has(path)) this.skipped.push({ path, reason: `excluded by ${excludedBy.path}` });
    return excludedBy !== undefined;
  }

  /** The archive's settings, read when first asked for. */
  get settings(): ArchiveSettings {
    this.#settings ??= new ArchiveSettings(this.root, [...this.#configs], RULES, runOverrides(this.#line, RULES));
    return this.#settings;
  }

  #settingsOf(path: string): FileSettings {
    return this.settings.of(path, this.#nothing, this.#environment.today);
  }

  /** What is known around a file; the same for all under the same settings. */
  surroundingsOf(path: string): TextSurroundings {
    const settings = this.#settingsOf(path);
    const known = this.#known.get(settings);
    if (known) return known;
    const { lint, archive } = settings;
    const { disclaimer, copyright } = this.#learned();
    const taxonomy = lint.taxonomy ?? builtInTaxonomy();
    const made = { taxonomy, disclaimer: archive.boilerplate?.() ?? disclaimer, copyright };
    this.#known.set(settings, made);
    return made;
  }

  #learned(): ClosingPart {
    if (!this.#closing) {
      this.#closing = learnClosingPart(this.root, this.#targets.shallow);
      const elsewhere = this.#out !== undefined && this.#closing.disclaimer === undefined;
      if (elsewhere && this.#out !== undefined && existsSync(this.#out))
        this.#closing = learnClosingPart(this.#out, false);
    }
    return this.#closing;
  }
}
