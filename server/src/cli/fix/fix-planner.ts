// Works out what a fix run does to an archive before anything is written: for each file its new bytes.
// Raw texts come first, because pages are compared with them; what a repair changes for other articles is followed up.
import { applySuppressions, suppressionId } from "../../config/suppressions.ts";
import { encodeText } from "../../host/encode.ts";
import { chosenFix, type FixChoice, type RepairedArticle } from "../../lint/fix-all.ts";
import type { Finding } from "../../lint/rule.ts";
import type { LintSettings } from "../../lint/run-rules.ts";
import { articleId } from "../../model/facts.ts";
import type { Article } from "../../syntax/article.ts";
import type { ArchiveRun, LintedFile } from "../archive-run.ts";
import { systemReason } from "../exit.ts";
import { join } from "../files/paths.ts";
import { whyNotReplaceable } from "../files/replace-file.ts";
import { own } from "../own-string.ts";
import { addCounts, editsIn, type Original, originalOf, type PlannedFile } from "./planned-file.ts";
import { addTouched, type Ripple } from "./ripples.ts";

// A repair seldom shows in other articles, and theirs hardly ever in turn.
const PASSES = 5;
const RAW_TEXT = /\.txt$/i;

/** What a run leaves to do: errors, and findings whose fixes were not chosen because they are not safe. */
export interface Rest {
  errors: number;
  offers: number;
}

/** What a planner goes by. */
export interface FixWish {
  readonly choice: FixChoice;
  /** Whether files on the disk are to change: those that cannot be replaced are refused. */
  readonly onDisk: boolean;
}

/** The plan for one archive. */
export class FixPlanner {
  readonly run: ArchiveRun;
  /** The files that change, by path. */
  readonly files: Map<string, PlannedFile> = new Map();
  /** Why files with something to fix stay as they are. */
  readonly refused: Map<string, string> = new Map();
  /** The articles looked at. */
  looked = 0;
  /** The settings that were in force for them. */
  readonly settings: Set<LintSettings> = new Set();
  readonly #wish: FixWish;
  readonly #rest = new Map<string, Rest>();
  #ripples: Ripple[] = [];
  #passes = 0;

  constructor(run: ArchiveRun, wish: FixWish) {
    this.run = run;
    this.#wish = wish;
  }

  /** Plans; each step is a file. */
  *plan(): Generator<void> {
    yield* this.#pass([...this.run.selected()], () => this.looked++);
    for (let pass = 1; pass < PASSES && this.#ripples.length > 0; pass++) {
      const touched = new Set<string>();
      yield* addTouched(this.run, this.#ripples.splice(0), touched);
      yield* this.#pass([...touched], () => undefined);
    }
  }

  /** The number of repairs. */
  get edits(): number {
    return [...this.files.values()].reduce((sum, file) => sum + editsIn(file), 0);
  }

  /** What is left to do by hand, or with other options. */
  rest(): Rest {
    const sum = { errors: 0, offers: 0 };
    for (const { errors, offers } of this.#rest.values()) {
      sum.errors += errors;
      sum.offers += offers;
    }
    return sum;
  }

  *#pass(paths: readonly string[], onFile: () => void): Generator<void> {
    this.#passes++;
    const texts = paths.filter((path) => RAW_TEXT.test(path));
    const pages = paths.filter((path) => !RAW_TEXT.test(path));
    const take = (file: LintedFile): void => {
      onFile();
      this.#take(file);
    };
    yield* this.run.lint(take, [...texts, ...pages]);
  }

  #take(file: LintedFile): void {
    const { choice } = this.#wish;
    this.settings.add(file.settings.lint);
    const keep = keeperOf(file);
    const kept = keep(file.findings, file.article);
    const isFixable = kept.some((finding) => chosenFix(finding, choice));
    const repaired = isFixable ? this.run.repair(file, { ...choice, keep }) : undefined;
    const done = repaired !== undefined && this.#plan(file, repaired);
    this.#noteRest(file.path, done ? repaired.left : kept);
  }

  #noteRest(path: string, left: readonly Finding[]): void {
    const { choice } = this.#wish;
    const asked = choice.rules ? left.filter(({ rule }) => choice.rules?.has(rule)) : left;
    const errors = asked.filter(({ severity }) => severity === "error").length;
    const offers = choice.unsafe ? 0 : asked.filter((finding) => chosenFix(finding, { unsafe: true })).length;
    if (errors > 0 || offers > 0) this.#rest.set(path, { errors, offers });
    else this.#rest.delete(path);
  }

  // Says whether the file is to change.
  #plan(file: LintedFile, { article, applied }: RepairedArticle): boolean {
    const { path } = file;
    if (article.source.text === file.article.source.text) return false;
    const known = this.files.get(path);
    const original = known?.original ?? this.#originalOf(file);
    const bytes = typeof original === "string" ? original : bytesOf(article, original);
    if (typeof original === "string" || typeof bytes === "string") return this.#refuse(path, String(bytes));
    const renamed = this.run.draft(file, bytes);
    if (renamed === undefined) return this.#refuse(path, "the fixes would leave something else than an article");
    const counts = new Map(known?.applied);
    addCounts(counts, applied);
    this.files.set(path, { path, original, bytes, applied: counts });
    const ids = [articleId(file.article), articleId(article)].flatMap((id) => (id === undefined ? [] : own(id)));
    // In the first pass every page comes behind every raw text, and so has seen what became of its own.
    this.#ripples.push({ path, ids, renamed, isNews: this.#passes > 1 || !RAW_TEXT.test(path) });
    return true;
  }

  #originalOf({ path, article }: LintedFile): Original | string {
    try {
      const reason = this.#wish.onDisk ? whyNotReplaceable(join(this.run.root, path)) : undefined;
      if (reason !== undefined) return reason;
      return originalOf(this.run.bytesOf(path), article.source.text) ?? "changed by another program meanwhile";
    } catch (error) {
      return systemReason(error);
    }
  }

  #refuse(path: string, reason: string): false {
    this.refused.set(path, reason);
    return false;
  }
}

// Findings that the archive's owners accepted are not fixed.
function keeperOf(file: LintedFile): NonNullable<FixChoice["keep"]> {
  const id = suppressionId(file.article, file.path);
  const suppressions = file.settings.suppressions.get(id);
  return (findings, article) => applySuppressions(findings, article, id, suppressions).kept;
}

// Raw texts beyond ASCII are Windows-1252 in the archive, pages are UTF-8.
function bytesOf({ source, container }: Article, { encoding }: Original): Uint8Array | string {
  const bytes = encodeText(source.text, encoding, container === "text" ? "windows-1252" : "utf-8");
  return bytes ?? "a fix would write a character that the file's encoding does not have";
}
