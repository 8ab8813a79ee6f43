// An archive that is kept linted: what a change touches is found out, and only that is linted again.
// A changed article concerns its other form, and where its number or title changed, those that cite it or share either.
import { existsSync } from "node:fs";
import { basename } from "node:path";
import { linkedPaths } from "../../config/archive-config.ts";
import { CONFIG_FILE } from "../../config/config.ts";
import { isCandidateUri } from "../../host/candidates.ts";
import type { Finding } from "../../lint/rule.ts";
import type { ArchiveRun, LintedFile } from "../archive-run.ts";
import { join } from "../files/paths.ts";
import { TextReader } from "../files/read-text.ts";
import { selector } from "../files/selection.ts";
import { type Glance, glance } from "../glance.ts";
import { Ledger } from "../ledger.ts";
import { Citers } from "./citers.ts";
import { LintState } from "./lint-state.ts";

/** A file that was linted, with the findings that are not accepted. */
export interface Relinted {
  readonly file: LintedFile;
  readonly findings: readonly Finding[];
  /** Whether there is something to say: the file changed, or its findings did. */
  readonly isNews: boolean;
}

/** What changes come to. */
export interface Touched {
  /** Whether settings changed: then everything is to be linted again. */
  readonly everything: boolean;
  /** Files that changed. */
  readonly changed: readonly string[];
  /** Files that may have other findings now because of what changed. */
  readonly affected: readonly string[];
  /** Files that were articles and are none any more. */
  readonly gone: readonly string[];
}

/** An archive that is kept linted. */
export class WatchedArchive {
  readonly run: ArchiveRun;
  readonly state: LintState = new LintState();
  readonly #citers = new Citers();
  readonly #reader = new TextReader();
  readonly #selects: (path: string) => boolean;
  readonly #linked: ReadonlySet<string>;
  readonly #failing = new Set<string>();

  constructor(run: ArchiveRun) {
    this.run = run;
    this.#selects = selector(run.targets);
    this.#linked = linkedPaths(run.settings.tree.files);
  }

  /** Whether a file or folder could not be read. */
  get hasFailures(): boolean {
    return this.#failing.size > 0;
  }

  /** Lints all that was asked for; each step is a file. */
  *lintAll(take: (linted: Relinted) => void): Generator<void> {
    for (const { path } of this.run.failures) this.#failing.add(path);
    yield* this.#lint(this.run.selected(), () => false, take);
  }

  /** Lints what was touched; each step is a file. */
  *lintTouched({ changed, affected }: Touched, take: (linted: Relinted) => void): Generator<void> {
    const news = new Set(changed);
    for (const path of changed) this.#failing.delete(path);
    this.run.failures.length = 0;
    yield* this.#lint([...new Set([...changed, ...affected])].sort(), (path) => news.has(path), take);
  }

  *#lint(
    paths: Iterable<string>,
    isNews: (path: string) => boolean,
    take: (linted: Relinted) => void,
  ): Generator<void> {
    const ledger = new Ledger(this.run);
    const before = this.run.failures.length;
    yield* this.run.lint((file) => {
      this.#citers.set(file.path, file.article);
      const findings = ledger.keep(file);
      const isChanged = this.state.set(file.path, findings);
      take({ file, findings, isNews: isNews(file.path) || isChanged });
    }, paths);
    for (const { path } of this.run.failures.slice(before)) this.#failing.add(path);
  }

  /** Finds out what changed paths come to, and takes the articles as they are now. */
  touch(paths: Iterable<string>): Touched {
    const files = this.#filesAt(paths);
    if (!files) return EVERYTHING;
    const changed: string[] = [];
    const gone: string[] = [];
    const affected = new Set<string>();
    for (const path of files) {
      if (this.run.settings.tree.excludedBy(path)) continue;
      const isArticle = this.#take(path, affected);
      if (!this.#selects(path)) continue;
      if (isArticle) changed.push(path);
      else if (this.#forget(path)) gone.push(path);
    }
    return { everything: false, changed, gone, affected: [...affected].filter((path) => this.state.has(path)) };
  }

  // The files that may be articles; `undefined` where settings are among the paths.
  #filesAt(paths: Iterable<string>): readonly string[] | undefined {
    const files = new Set<string>();
    for (const path of paths) {
      if (basename(path) === CONFIG_FILE || this.#linked.has(path)) return undefined;
      if (isCandidateUri(`/${path}`, "") || this.state.has(path)) files.add(path);
      else for (const below of this.state.below(path)) files.add(below);
    }
    return [...files].sort();
  }

  #take(path: string, affected: Set<string>): boolean {
    const seen = this.#look(path);
    const { index } = this.run;
    const old = index.at(path);
    for (const id of [old?.id, seen?.id]) if (id !== undefined) addOthers(index.find(id), path, affected);
    if (!index.update(path, seen)) return seen !== undefined;
    for (const id of [old?.id, seen?.id]) for (const citer of id ? this.#citers.of(id) : []) affected.add(citer);
    for (const title of [old?.title, seen?.title]) if (title) addOthers(index.sameTitle(title), path, affected);
    return seen !== undefined;
  }

  #look(path: string): Glance | undefined {
    try {
      return this.#reader.open(join(this.run.root, path)) === undefined ? glance(this.#reader) : undefined;
    } catch {
      // One that is there and cannot be read is said when it is linted.
      const known = existsSync(join(this.run.root, path)) ? this.run.index.at(path) : undefined;
      return known && { id: known.id, title: known.title, container: known.container ?? "page" };
    }
  }

  #forget(path: string): boolean {
    this.#citers.remove(path);
    this.#failing.delete(path);
    return this.state.remove(path);
  }
}

const EVERYTHING: Touched = { everything: true, changed: [], affected: [], gone: [] };

function addOthers(files: readonly { readonly path: string }[], path: string, to: Set<string>): void {
  for (const other of files) if (other.path !== path) to.add(other.path);
}
