// What `kblint new` must know of an archive: the numbers in use, the titles, the settings, and what closes raw texts.
// Of each file only the first lines are read.
import { existsSync } from "node:fs";
import { CONFIG_FILE, type IdRange } from "../../config/config.ts";
import { RULES } from "../../lint/registry.generated.ts";
import { ArchiveIndex } from "../archive-index.ts";
import { ArchiveSettings, type FileSettings } from "../archive-settings.ts";
import { ArchiveTexts } from "../archive-view.ts";
import type { Environment } from "../environment.ts";
import { placeOf } from "../files/article-place.ts";
import { join } from "../files/paths.ts";
import { TextReader } from "../files/read-text.ts";
import { type Found, nothingFound, walk } from "../files/walk.ts";
import { glance } from "../glance.ts";
import { runSteps } from "../progress.ts";
import { refuseSettingsErrors } from "../settings-problems.ts";

/** What settings say of numbers. */
export interface NumberSettings {
  readonly ranges: readonly IdRange[] | undefined;
  /** The file that lists all numbers, relative to the root. */
  readonly registry: string | undefined;
  /** Whether a number is registered, or was superseded. */
  isTaken(id: string): boolean;
}

/** An archive that is to get a new article. */
export class KnownArchive {
  readonly root: string;
  /** The numbers that articles have, without the Q. */
  readonly used: Set<number> = new Set();
  readonly index: ArchiveIndex;
  /** How many articles there are, by container. */
  readonly counts: { page: number; text: number } = { page: 0, text: 0 };
  readonly #environment: Environment;
  readonly #found: Found = nothingFound();
  readonly #reader = new TextReader();
  readonly #texts: ArchiveTexts;
  #settings: ArchiveSettings | undefined;

  constructor(root: string, environment: Environment) {
    this.root = root;
    this.#environment = environment;
    this.index = new ArchiveIndex(root);
    this.#texts = new ArchiveTexts(this.index, (path) => this.#textOf(path));
  }

  /** Reads it. Throws `RunFailure` where its settings have errors. */
  async read(): Promise<void> {
    const { progress } = this.#environment;
    progress.stage("Looking for articles:");
    await runSteps(walk(this.root, this.#found, { thorough: true }), progress);
    progress.stage("Reading articles:", this.#found.files.length);
    await runSteps(this.#learn(), progress);
    progress.clear();
    this.#checkSettings();
  }

  // Also what settings keep out of the archive has its number, and a file that cannot be read may have the one
  // that its name says.
  *#learn(): Generator<void> {
    for (const path of this.#found.files) {
      this.#learnFile(path);
      this.#environment.progress.step();
      yield;
    }
  }

  #learnFile(path: string): void {
    this.#note(/(?:^|\/)Q([1-9]\d{4,5})(?:\/README\.md|\.TXT)$/i.exec(path)?.[1]);
    try {
      if (this.#reader.open(join(this.root, path)) !== undefined) return;
    } catch {
      return;
    }
    const seen = glance(this.#reader);
    if (!seen) return;
    this.#note(seen.id?.slice(1));
    this.counts[seen.container]++;
    if (!this.settings.tree.excludedBy(path)) this.index.add(path, seen);
  }

  #note(digits: string | undefined): void {
    if (digits !== undefined) this.used.add(Number(digits));
  }

  #textOf(path: string): string | undefined {
    try {
      return this.#reader.open(join(this.root, path)) === undefined ? this.#reader.text() : undefined;
    } catch {
      return undefined;
    }
  }

  /** The settings, with the profile for new articles. */
  get settings(): ArchiveSettings {
    const run = { profile: "authoring" as const, levels: new Map() };
    this.#settings ??= new ArchiveSettings(this.root, this.#found.configs, RULES, run);
    return this.#settings;
  }

  /** What is in force for a file, whether or not it is there. */
  settingsOf(path: string): FileSettings {
    const settings = this.settings.of(path, this.#texts, this.#environment.today);
    this.#checkSettings();
    return settings;
  }

  /** What the settings say of numbers for new articles. */
  numbers(): NumberSettings {
    const path = placeOf("Q100000", "page");
    const { archive } = this.settingsOf(path);
    const { ranges, registry } = this.settings.tree.effective(path);
    return {
      ranges: ranges?.value,
      registry: typeof registry?.value === "string" ? registry.value : registry && CONFIG_FILE,
      isTaken: (id) => archive.isRegistered(id) === true || archive.supersededBy(id) !== undefined,
    };
  }

  /** Whether a file of that number stands below the root, in either form. */
  holds(id: string): boolean {
    return existsSync(join(this.root, placeOf(id, "page"))) || existsSync(join(this.root, placeOf(id, "text")));
  }

  #checkSettings(): void {
    refuseSettingsErrors(this.settings, this.#environment, "no article was made");
  }
}
