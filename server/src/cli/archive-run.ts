// One archive's run: find its files, know its articles, lint those that were asked for.
// Every stage is a generator whose steps are single files, so that the caller decides when to breathe.

import type { RunOverrides } from "../config/effective-config.ts";
import { suppressionId } from "../config/suppressions.ts";
import { type FixChoice, type RepairedArticle, repairArticle } from "../lint/fix-all.ts";
import type { Finding, Rule, Severity } from "../lint/rule.ts";
import { runRules } from "../lint/run-rules.ts";
import type { CalendarDate } from "../model/calendar-date.ts";
import type { Article } from "../syntax/article.ts";
import { parseIfArticle } from "../syntax/parse-article.ts";
import type { SourceText } from "../text/source-text.ts";
import type { ReadAhead } from "./ahead/read-ahead.ts";
import { ArchiveFiles, type Overlay, type Trouble } from "./archive-files.ts";
import { ArchiveIndex } from "./archive-index.ts";
import { ArchiveSettings, type FileSettings } from "./archive-settings.ts";
import { ArchiveTexts } from "./archive-view.ts";
import { digestOf } from "./cache/digest.ts";
import { type CachedArchive, FindingsCache, type Held, type Known } from "./cache/findings-cache.ts";
import type { SharedEntries } from "./cache/findings-file.ts";
import { RecalledArticle } from "./cache/recalled-article.ts";
import type { EarlyFindings } from "./early/early-findings.ts";
import type { PlacedArticle } from "./early/presumed-archive.ts";
import { FileInput } from "./file-input.ts";
import { type ArchiveTargets, isWhole, namedFiles, selector } from "./files/selection.ts";
import { type Found, nothingFound, walk } from "./files/walk.ts";
import { type Glance, glance, glanceOf } from "./glance.ts";
import { own } from "./own-string.ts";

/** What a run needs besides the files. */
export interface RunOptions {
  readonly rules: readonly Rule[];
  readonly overrides: RunOverrides;
  readonly today: CalendarDate;
  /** The mildest severity that will be looked at; rules that can only report milder ones are spared. */
  readonly atLeast?: Severity | undefined;
  /** Whether to look for drafts that killed runs left behind, at the price of opening every folder. */
  readonly thorough?: boolean;
  /** The part that is linted; default: all. */
  readonly shard?: Shard | undefined;
  /** A text that stands in for a file, as an editor's unsaved one does. */
  readonly overlay?: Overlay | undefined;
}

/** A part of the selected articles: every so many-th of them, from a first one on. */
export interface Shard {
  /** Counted from 1. */
  readonly number: number;
  readonly of: number;
}

const WHOLE: Shard = { number: 1, of: 1 };

type EarlyArticle = Pick<PlacedArticle, "place" | "article">;

/** An article with all its findings, suppressed ones included. Valid only while it is handed over. */
export interface LintedFile {
  readonly run: ArchiveRun;
  readonly path: string;
  readonly article: Article;
  readonly source: SourceText;
  readonly findings: readonly Finding[];
  readonly settings: FileSettings;
  /** What was recalled of it instead of linting it. */
  readonly known?: Pick<Known, "id">;
}

/** A run over one archive. */
export class ArchiveRun {
  readonly targets: ArchiveTargets;
  readonly index: ArchiveIndex;
  /** Files that were named but are not linted, with the reason. */
  readonly skipped: Trouble[] = [];
  /** The number of files looked at. */
  looked = 0;
  readonly #options: RunOptions;
  readonly #files: ArchiveFiles;
  readonly #texts: ArchiveTexts;
  readonly #found: Found = nothingFound();
  readonly #named: ReadonlySet<string>;
  readonly #selects: (path: string) => boolean;
  #settings: ArchiveSettings | undefined;
  #cache: FindingsCache | undefined;
  readonly #held = new Map<number, Held>();
  readonly #sparing = new Map<FileSettings, FileSettings>();

  constructor(targets: ArchiveTargets, options: RunOptions) {
    this.targets = targets;
    this.index = new ArchiveIndex(targets.root);
    this.#texts = new ArchiveTexts(this.index, (path) => this.textOf(path));
    this.#options = options;
    this.#named = new Set(namedFiles(targets));
    this.#files = new ArchiveFiles(targets.root, { named: this.#named, overlay: options.overlay });
    this.#selects = selector(targets);
  }

  /** Files and folders that could not be read: the run has failed. */
  get failures(): Trouble[] {
    return this.#files.failures;
  }

  /** The archive's root folder. */
  get root(): string {
    return this.targets.root;
  }

  /** Finds the archive's files; each step is a folder. */
  *find(): Generator<void> {
    yield* walk(this.root, this.#found, { shallow: this.targets.shallow, thorough: this.#options.thorough === true });
    for (const { path, reason } of this.#found.unreadable) this.failures.push({ path, reason });
    const known = new Set(this.#named.size > 0 ? this.#found.files : []);
    const hidden = [...this.#named].filter((path) => !known.has(path));
    if (hidden.length === 0) return;
    this.#found.files.push(...hidden);
    this.#found.files.sort();
  }

  /** The number of files to look at. */
  get size(): number {
    return this.#found.files.length;
  }

  /** The archive's settings, read when first asked for. */
  get settings(): ArchiveSettings {
    const { rules, overrides } = this.#options;
    this.#settings ??= new ArchiveSettings(this.root, this.#found.configs, rules, overrides);
    return this.#settings;
  }

  /** The files to look at, relative to the root. */
  get files(): readonly string[] {
    return this.#found.files;
  }

  /** The settings files, relative to the root. */
  get configs(): readonly string[] {
    return this.#found.configs;
  }

  /** Takes settings files that were found elsewhere, instead of a walk. */
  useConfigs(paths: readonly string[]): void {
    this.#found.configs.push(...paths);
  }

  /** Recalls what earlier runs found in files that say the same still; to be called before anything is learned. */
  useCache(entries: SharedEntries | undefined): FindingsCache {
    const { root } = this;
    const counterpartPath: CachedArchive["counterpartPath"] = (id, container) =>
      this.#texts.counterpartPath(id, container);
    this.#cache = new FindingsCache({ root, counterpartPath }, this.#options.today, entries);
    return this.#cache;
  }

  /** The files that learning opens, in that order; with `early` those too that are compared with them. */
  *toLearn(early?: EarlyFindings): Generator<string> {
    for (const path of this.#found.files) {
      if (this.settings.tree.excludedBy(path)) continue;
      yield path;
      const compared = early && this.#selects(path) ? early.comparedWith(path) : undefined;
      if (compared !== undefined) yield compared;
    }
  }

  /** Has files read ahead that will be opened in this order. */
  readAhead(ahead: ReadAhead | undefined): void {
    this.#files.ahead = ahead;
  }

  /** Learns number and title of every article, or of those in some files; each step is a file. */
  *learn(files: Iterable<string> = this.#found.files, early?: EarlyFindings): Generator<void> {
    for (const path of files) {
      const excludedBy = this.settings.tree.excludedBy(path);
      if (excludedBy) this.#skip(path, `excluded by ${excludedBy.path}`);
      else this.#learnFile(path, early);
      this.looked++;
      yield;
    }
  }

  /** Reads the lists that the settings of the selected articles point to, so that what is wrong with them is known. */
  readLists(): void {
    for (const path of this.selected()) this.#settingsOf(path);
  }

  #learnFile(path: string, early: EarlyFindings | undefined): void {
    const noText = this.#files.open(path);
    if (noText === "failed" || noText === "absent") return;
    // Taken first: rules may have other files opened meanwhile.
    const content = this.#cache ? digestOf(this.#files.reader.bytes) : "";
    const seen = noText === undefined ? this.#look(path, content, early) : undefined;
    if (seen) {
      this.index.add(path, seen);
      early?.learned(path, seen.id);
      this.#cache?.contents.add(path, content);
    } else this.#skip(path, noText === undefined ? "not an article" : `not an article (${noText})`);
  }

  #look(path: string, content: string, early: EarlyFindings | undefined): Glance | undefined {
    const place = this.#selects(path) ? early?.placeFor(path) : undefined;
    if (!early || !place) return glance(this.#files.reader);
    const article = parseIfArticle(this.#files.reader.text(), this.#files.reader.known);
    const seen = article && glanceOf(article);
    if (!seen) return undefined;
    const isAtPlace = seen.id === place.id && seen.container === place.container;
    if (isAtPlace) this.#lintEarly(path, content, { place, article }, early);
    return seen;
  }

  // `content` is the digest of the file, where findings are cached.
  #lintEarly(path: string, content: string, { place, article }: EarlyArticle, early: EarlyFindings): void {
    const settings = this.#inForce(path);
    if (settings.suppressions.size > 0) return;
    const archive = early.presume({ place, article, settings });
    const attempt = this.#cache?.attempt(path, content, { ...settings, archive });
    const input = new FileInput(this.index, path, article, attempt?.archive ?? archive);
    try {
      const findings = runRules(this.#options.rules, input, settings.lint);
      early.keep(place, { run: this, path, article, source: article.source, findings, settings });
      const found = attempt && { id: suppressionId(article, path), findings, text: article.source.text };
      const held = found && this.#cache?.hold(attempt, found);
      if (held) this.#held.set(this.index.articles.length, held);
    } catch {
      // Too early; or a failure, which comes again when there is somebody to tell.
      early.refuse();
    }
  }

  /** Takes what was found early in one of {@link selectedPlaces} for right: the next run may know it. */
  confirm(at: number): void {
    const held = this.#held.get(at);
    if (held) this.#cache?.release(held, this.#inForce(this.index.articles[at] ?? ""));
  }

  /** What the archive's raw texts agree on; to be asked when all are learned. */
  get learnedBoilerplate(): string | undefined {
    return this.#texts.learnedBoilerplate;
  }

  /** Lints the articles that were asked for, or some of them; each step is a file. */
  *lint(take: (file: LintedFile) => void, paths: Iterable<string> = this.selected()): Generator<void> {
    for (const path of paths) {
      const file = this.#recallFile(path) ?? this.#lintFile(path);
      if (file) take(file);
      yield;
    }
  }

  #lintFile(path: string): LintedFile | undefined {
    if (this.#files.open(path) !== undefined) return undefined;
    const article = parseIfArticle(this.#files.reader.text(), this.#files.reader.known);
    if (!article) return undefined;
    const settings = this.#inForce(path);
    const attempt = this.#cache?.attempt(path, digestOf(this.#files.reader.bytes), settings);
    const input = new FileInput(this.index, path, article, (attempt ?? settings).archive);
    return this.#guarded(path, () => {
      const findings = runRules(this.#options.rules, input, settings.lint);
      const id = attempt && suppressionId(article, path);
      if (attempt && id !== undefined) this.#cache?.keep(attempt, { id, findings, text: article.source.text });
      return { run: this, path, article, source: article.source, findings, settings };
    });
  }

  #recallFile(path: string): LintedFile | undefined {
    const cache = this.#cache;
    if (!cache) return undefined;
    const settings = this.#inForce(path);
    const known = cache.recall(path, settings);
    if (!known) return undefined;
    const { id, findings } = known;
    const recalled = findings.length === 0 ? this.#unread(path) : this.#asLearned(path, cache);
    if (!recalled) return undefined;
    return {
      ...{ run: this, path, findings, settings, known: { id } },
      get article() {
        return recalled.article;
      },
      get source() {
        return recalled.source;
      },
    };
  }

  // Nobody has anything to show of an article without findings.
  #unread(path: string): RecalledArticle {
    return new RecalledArticle(() => this.textOf(path) ?? "", false);
  }

  // Whoever shows findings shows the text too, and it must be the one that they were found in.
  #asLearned(path: string, cache: FindingsCache): RecalledArticle | undefined {
    if (this.#files.open(path) !== undefined || !cache.isAsLearned(path, this.#files.reader.bytes)) return undefined;
    const text = this.#files.reader.text();
    return new RecalledArticle(() => text, this.#files.reader.known.isPlain);
  }

  /** Repairs an article that was just linted; `undefined` where that failed, which is noted. */
  repair({ path, article, settings, findings }: LintedFile, choice: FixChoice): RepairedArticle | undefined {
    const setup = { rules: this.#options.rules, settings: settings.lint };
    const input = new FileInput(this.index, path, article, settings.archive);
    return this.#guarded(path, () => repairArticle(setup, input, choice, findings));
  }

  /**
   * Takes bytes for a file from now on, as if they had been written. Says whether other articles can see the change in
   * the number or title, or `undefined` where the bytes are no article: then nothing is taken.
   */
  draft({ path }: LintedFile, bytes: Uint8Array): boolean | undefined {
    if (this.#files.reader.take(bytes) !== undefined) return undefined;
    const seen = glance(this.#files.reader);
    if (!seen) return undefined;
    this.#files.draft(path, bytes);
    return this.index.update(path, seen);
  }

  /** The text of a file, as drafted or as it stands on the disk. Rules ask for it while they look at another one. */
  textOf(path: string): string | undefined {
    if (this.#files.open(path) !== undefined) return undefined;
    this.#cache?.sawFile(path, this.#files.reader.bytes);
    return this.#files.reader.text();
  }

  /** The text of a file that is learned later; undefined where there is none, which is noted then. */
  textAhead(path: string): string | undefined {
    if (!this.#files.openAhead(path)) return undefined;
    this.#cache?.sawFile(path, this.#files.reader.bytes);
    return this.#files.reader.text();
  }

  /** The title of an article that is learned later; undefined where the file holds none. */
  titleAhead(path: string): string | undefined {
    const seen = this.#files.openAhead(path) ? glance(this.#files.reader) : undefined;
    return seen && own(seen.title);
  }

  /** The bytes of a file on the disk, or of the text that stands in for it. */
  bytesOf(path: string): Buffer {
    return this.#files.bytesOf(path);
  }

  /** Drafts of killed runs, relative to the root. */
  get abandonedDrafts(): readonly string[] {
    return this.#found.drafts;
  }

  #guarded<T>(path: string, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      this.failures.push({ path, reason: `internal failure, please report it: ${stackOf(error)}` });
      return undefined;
    }
  }

  /** The articles that were asked for. */
  *selected(): Generator<string> {
    for (const at of this.selectedPlaces()) yield this.index.articles[at] ?? "";
  }

  /** The places of those articles in the order in which all were learned. */
  *selectedPlaces(): Generator<number> {
    const { number, of } = this.#options.shard ?? WHOLE;
    let count = 0;
    for (const [at, path] of this.index.articles.entries()) {
      if (this.#selects(path) && count++ % of === number - 1) yield at;
    }
  }

  /** Whether every article of the archive is linted. */
  get isWhole(): boolean {
    return this.#options.shard === undefined && isWhole(this.targets);
  }

  #settingsOf(path: string): FileSettings {
    return this.settings.of(path, this.#texts, this.#options.today);
  }

  // With suppressions every rule must run, else those of the spared ones would look unused.
  #inForce(path: string): FileSettings {
    const settings = this.#settingsOf(path);
    const { atLeast } = this.#options;
    if (atLeast === undefined || settings.suppressions.size > 0) return settings;
    let sparing = this.#sparing.get(settings);
    if (!sparing) {
      sparing = { ...settings, lint: { ...settings.lint, atLeast } };
      this.#sparing.set(settings, sparing);
    }
    return sparing;
  }

  #skip(path: string, reason: string): void {
    if (this.#named.has(path)) this.skipped.push({ path, reason });
  }
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
