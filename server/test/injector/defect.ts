// A kind of defect: which rule must find it, and how it is put into a sound article.
// Each kind is one small entry in kinds/; everything else is the same for all.
import type { ArchiveView, KnownArticle, Profile } from "../../src/lint/rule.ts";
import type { Container } from "../../src/syntax/article.ts";
import type { Sheet } from "./sheet.ts";

/** What an injection says: the lines at any of which the finding may stand, counted in the damaged text. */
export interface Injected {
  readonly lines: readonly number[];
  /** How many findings the rule owes; default one. */
  readonly findings?: number;
  /** What the archive says in this case. */
  readonly archive?: Partial<ArchiveView>;
  /** Articles that the archive holds in place of its own of the same number. */
  readonly known?: readonly KnownArticle[];
  /** The path that the file has in this case. */
  readonly path?: string;
}

/** A kind of defect. */
export interface Defect {
  readonly rule: string;
  readonly name: string;
  /** Only in this container; default: both. */
  readonly container?: Container;
  /** The profile in which the rule speaks; default `archive`. */
  readonly profile?: Profile;
  /** Set where an author wrote it so in all places: the article has no other file that says otherwise. */
  readonly authored?: true;
  /** Set where what was lost cannot come back: the fix is not measured. */
  readonly gone?: true;
  /** Set where a safe fix must exist and give back the article. */
  readonly fix?: "safe";
  /** Damages the sheet; `undefined` where the article has no place for this kind. */
  inject(sheet: Sheet): Injected | number | undefined;
}

/** Entries of one rule. */
export function kinds(rule: string, entries: readonly Omit<Defect, "rule">[]): Defect[] {
  return entries.map((entry) => ({ ...entry, rule }));
}
