// The settings of one workspace folder: its kb.config.json files and the lists that they point to, kept as read.
// Made anew whenever one of the files changes; what was handed out before stays as it was.
import {
  ArchiveConfig,
  type FileConfig,
  type FileProblem,
  fileProblems,
  type LinkedFile,
  linkedPaths,
} from "../config/archive-config.ts";
import { type ConfigFile, readConfigFile } from "../config/config-file.ts";
import { type Host, LARGEST_FILE } from "../host/host.ts";
import { uriBelow } from "../host/uris.ts";
import type { Rule } from "../lint/rule.ts";

// A list of accepted findings of a whole neglected archive is longer than any article.
const LONGEST_LIST = 20_000_000;
const NOT_THERE: LinkedFile = { missing: true, reason: "there is no such file, or it may not be read" };

/** The settings of one folder; all paths are relative to it. */
export class RootConfig {
  readonly root: string;
  readonly #host: Host;
  readonly #rules: readonly Rule[];
  /** The settings files that were looked for; `undefined` for those that are not there. */
  readonly #files = new Map<string, ConfigFile | undefined>();
  #lists: ReadonlyMap<string, string | undefined> | undefined;
  #config: ArchiveConfig = new ArchiveConfig([], () => NOT_THERE);
  /**
   * Which files belong to the archive, as one text: another one means that the archive has to be read again.
   * Empty where all belong.
   */
  membership = "";
  /** Whether the folder was listed: all its settings files are known, but for later changes. */
  isListed = false;

  constructor(root: string, host: Host, rules: readonly Rule[]) {
    this.root = root;
    this.#host = host;
    this.#rules = rules;
  }

  /** What is in force for a file. */
  of(path: string): FileConfig {
    return this.#config.of(path);
  }

  /** Whether settings keep a file out of the archive. */
  excludes(path: string): boolean {
    return this.membership !== "" && this.#config.tree.excludedBy(path) !== undefined;
  }

  /** What is wrong in the settings files. */
  get ownProblems(): FileProblem[] {
    return this.#config.tree.files.flatMap(fileProblems);
  }

  /** What is wrong in the lists, and with settings that name a list. */
  get listProblems(): FileProblem[] {
    return this.#config.problems.slice(this.ownProblems.length);
  }

  /** The lists that settings point to, whether or not they are there. */
  get lists(): Iterable<string> {
    return this.#lists?.keys() ?? [];
  }

  /** Whether a list was there when it was read last. */
  hasList(path: string): boolean {
    return this.#lists?.get(path) !== undefined;
  }

  /** The text of a list as it is now. */
  readList(path: string): Promise<string | undefined> {
    return this.#read(path, LONGEST_LIST);
  }

  /** The settings files that were found. */
  get files(): string[] {
    return this.#config.tree.files.map((file) => file.path);
  }

  /** Reads settings files: those that nobody looked for yet, or with `again` all. Says whether anything is different. */
  async look(paths: readonly string[], again = false): Promise<boolean> {
    const asked = again ? paths : paths.filter((path) => !this.#files.has(path));
    const texts = await Promise.all(asked.map((path) => this.#read(path, LARGEST_FILE)));
    let changed = false;
    for (const [at, path] of asked.entries()) {
      const text = texts[at];
      if (this.#files.get(path)?.source.text !== text) changed = true;
      this.#files.set(path, text === undefined ? undefined : readConfigFile(path, text, this.#rules));
    }
    if (!changed && this.#lists) return false;
    return (await this.lookAtLists()) || changed;
  }

  /** Reads the lists anew and makes the settings of what is there. Says whether there is anything. */
  async lookAtLists(): Promise<boolean> {
    const files = [...this.#files.values()].filter((file) => file !== undefined);
    const paths = [...linkedPaths(files)];
    const texts = await Promise.all(paths.map((path) => this.#read(path, LONGEST_LIST)));
    const lists = new Map(paths.map((path, at) => [path, texts[at]]));
    this.#lists = lists;
    this.#config = new ArchiveConfig(files, (path) => {
      const text = lists.get(path);
      return text === undefined ? NOT_THERE : { text };
    });
    this.membership = files.map(patternsOf).join("");
    // Asked for now, so that what is wrong with the lists is known.
    for (const folder of ["", ...files.map((file) => file.folder)]) this.#config.of(folder);
    return files.length > 0 || texts.some((text) => text !== undefined);
  }

  async #read(path: string, longest: number): Promise<string | undefined> {
    return this.#host.readText(uriBelow(this.root, path), { within: this.root, longest });
  }
}

function patternsOf({ path, config: { include, exclude } }: ConfigFile): string {
  if (!include && !exclude) return "";
  const [only, but] = [include, exclude].map((globs) => globs?.value.map((glob) => glob.pattern) ?? null);
  return JSON.stringify([path, only, but]);
}
