// What earlier runs found in files that say the same still, and what this run finds in the others.
// When in doubt nothing is known: a run with a cache must never differ from one without.
import type { EffectiveConfig } from "../../config/effective-config.ts";
import type { ArchiveView, Finding } from "../../lint/rule.ts";
import type { LintSettings } from "../../lint/run-rules.ts";
import type { CalendarDate } from "../../model/calendar-date.ts";
import type { Article } from "../../syntax/article.ts";
import { Contents } from "./contents.ts";
import { digestOf } from "./digest.ts";
import { encodeEntry, StoredEntry, writeAnswers } from "./entry.ts";
import { EntriesByPath, type SharedEntries } from "./findings-file.ts";
import { digestOfAnswers, QuestionedArchive } from "./questions.ts";
import { settingsDigest } from "./settings-digest.ts";
import { ValidityOf } from "./validity.ts";

/** What is in force for a file, as far as its findings depend on it. */
export interface FindingsSettings {
  readonly lint: LintSettings;
  readonly effective: EffectiveConfig;
  readonly archive: ArchiveView;
}

/** What an archive has to tell a cache besides its articles' contents. */
export interface CachedArchive {
  readonly root: string;
  /** The file of the same article in the other container. */
  counterpartPath(id: string, container: Article["container"]): string | undefined;
}

/** What is known of a file. */
export interface Known {
  /** The number that suppressions know the article by. */
  readonly id: string;
  readonly findings: readonly Finding[];
}

/** A file that is about to be linted. */
export interface Attempt {
  readonly path: string;
  readonly settings: FindingsSettings;
  /** The archive for the rules to ask. */
  readonly archive: QuestionedArchive;
  readonly content: string;
  /** Files that were read for the rules. */
  readonly seen: SeenFile[];
}

/** What a file said when it was read. */
export type SeenFile = Pick<StoredEntry, "path" | "content">;

/** An entry without its answers. */
export interface Held {
  readonly bytes: Buffer;
  readonly seen: readonly SeenFile[];
}

/** The findings of one archive, known and new; each thread has one. */
export class FindingsCache {
  /** What the archive's files say. */
  readonly contents: Contents = new Contents();
  readonly #archive: CachedArchive;
  readonly #entries: EntriesByPath | undefined;
  readonly #validity: ValidityOf;
  readonly #settings = new Map<LintSettings, string>();
  readonly #fresh: Uint8Array[] = [];
  #attempt: Attempt | undefined;

  constructor(archive: CachedArchive, today: CalendarDate, entries: SharedEntries | undefined) {
    this.#archive = archive;
    this.#validity = new ValidityOf(today);
    this.#entries = entries && new EntriesByPath(entries);
  }

  /** What is known of a file as it was when it was learned. */
  recall(path: string, settings: FindingsSettings): Known | undefined {
    const entry = this.#entries?.get(path);
    if (!entry || entry.path !== path || entry.content !== this.contents.of(path)) return undefined;
    if (entry.settings !== this.#digestOf(settings) || !this.#validity.holds(entry.validity)) return undefined;
    if (entry.answers !== this.#answers(entry.questions, settings.archive)) return undefined;
    const { id, findings } = entry;
    return findings && { id, findings };
  }

  /** Starts to note what linting a file rests on; `content` is the digest of what the file says. */
  attempt(path: string, content: string, settings: FindingsSettings): Attempt {
    this.#attempt = { path, settings, content, archive: new QuestionedArchive(settings.archive), seen: [] };
    return this.#attempt;
  }

  /** Whether a file that was read says what it said when it was learned. */
  isAsLearned(path: string, bytes: Uint8Array): boolean {
    return digestOf(bytes) === this.contents.of(path);
  }

  /** Takes notice of a file that was read for the rules: if it changed meanwhile, what they find is not kept. */
  sawFile(path: string, bytes: Uint8Array): void {
    this.#attempt?.seen.push({ path, content: digestOf(bytes) });
  }

  /** Keeps what was found, unless something changed under way. */
  keep(attempt: Attempt, found: Known & { readonly text: string }): void {
    const held = this.hold(attempt, found);
    if (held) this.release(held, attempt.settings);
  }

  /** What was found while the archive is still being learned, for {@link release}; nothing where that cannot be kept. */
  hold(attempt: Attempt, { text, id, findings }: Known & { readonly text: string }): Held | undefined {
    const { path, content, seen } = attempt;
    const { questions, texts } = attempt.archive;
    this.#attempt = undefined;
    if (questions === undefined) return undefined;
    const validity = this.#validity.of([text, ...texts]);
    const settings = this.#digestOf(attempt.settings);
    return { bytes: encodeEntry({ path, content, settings, validity, questions, answers: "", id, findings }), seen };
  }

  /** Keeps what was held, now that the archive is known, unless something changed under way. */
  release({ bytes, seen }: Held, { archive }: Pick<FindingsSettings, "archive">): void {
    const entry = new StoredEntry(bytes, 0);
    if (![entry, ...seen].every(({ path, content }) => content === this.contents.of(path))) return;
    const answers = this.#answers(entry.questions, archive);
    if (answers === undefined) return;
    writeAnswers(bytes, answers);
    this.#fresh.push(bytes);
  }

  /** The new entries since the last time that they were taken. */
  takeFresh(): Uint8Array[] {
    return this.#fresh.splice(0);
  }

  #answers(questions: string, archive: ArchiveView): string | undefined {
    const counterpart = (id: string, container: Article["container"]): string | undefined => {
      const path = this.#archive.counterpartPath(id, container);
      return path === undefined ? "" : this.contents.of(path);
    };
    return digestOfAnswers(questions, { archive, counterpart });
  }

  // Thousands of files share their settings.
  #digestOf({ lint, effective }: FindingsSettings): string {
    let digest = this.#settings.get(lint);
    if (digest === undefined) {
      digest = settingsDigest(this.#archive.root, effective, lint);
      this.#settings.set(lint, digest);
    }
    return digest;
  }
}
