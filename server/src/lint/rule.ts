// What a rule is: its metadata, from which documentation, settings and tests are made, and its check.
// Rules are pure; they see one parsed article and a narrow view of the archive, and report findings with fixes.

import type { CalendarDate } from "../model/calendar-date.ts";
import type { NumberedList } from "../model/numbered-lists.ts";
import type { Reference } from "../model/references.ts";
import type { Taxonomy } from "../model/taxonomy.ts";
import type { Article } from "../syntax/article.ts";
import type { Span } from "../text/span.ts";
import type { TextEdit } from "../text/text-edit.ts";

/** How grave a finding is. */
export type Severity = "error" | "warning" | "information" | "hint";
/** A severity, or the rule silenced. */
export type Level = Severity | "off";
/** The two shipped rule sets (RULES.md). */
export type Profile = "archive" | "authoring";
/** Where the rule belongs in RULES.md. */
export type Category =
  | "container"
  | "header"
  | "applies-to"
  | "sections"
  | "footer"
  | "versions"
  | "references"
  | "text"
  | "consistency"
  | "archive";

/** Severities by profile. */
export type Levels = Readonly<Record<Profile, Level>>;

/** An example: a sound article with one place changed; it runs as a test. */
export interface RuleExample {
  /** What the example shows, for the rule's page. */
  readonly title: string;
  /** Which sound article is changed: in both containers unless one is named. */
  readonly container?: "page" | "text";
  /** The passage that is replaced, without the TAB of page body lines; it must occur exactly once. */
  readonly replace?: string;
  /** What stands there instead. */
  readonly by?: string;
  /** Further replacements, in order. */
  readonly also?: readonly (readonly [replace: string, by: string])[];
  /** The sound article: a fixed bug (default), a how-to or an mspl page. */
  readonly base?: "bug" | "howto" | "mspl";
  /** The path that the file is said to have; default: the sound article's own. */
  readonly path?: string;
  /** Set where the example is reported in profile `authoring` only. */
  readonly profile?: Profile;
  /** Set where the safe fix does not give back the sound article to the byte. */
  readonly restores?: false;
  /** What the archive holds beside the sound articles; default: nothing. */
  readonly archive?: ExampleArchive;
}

/** What an example's archive holds beside the sound articles. */
export interface ExampleArchive {
  /** Further files. */
  readonly others?: readonly KnownArticle[];
  /** Superseded numbers with their successors. */
  readonly superseded?: Readonly<Record<string, string>>;
  /** The article's file in the other container: its sound text with these passages replaced, in order. */
  readonly counterpart?: readonly (readonly [replace: string, by: string])[];
}

/** All that is said of a rule besides its check. */
export interface RuleMeta {
  /** Permanent, kebab-case, as in RULES.md. */
  readonly id: string;
  readonly category: Category;
  readonly levels: Levels;
  /** Levels of milder or graver cases, by the name that `report` gives. */
  readonly variants?: Readonly<Record<string, Levels>>;
  /** The best fix that the rule offers. */
  readonly fix: "safe" | "unsafe" | "no";
  /** One sentence: what is wrong. */
  readonly summary: string;
  /** Why it matters. */
  readonly rationale: string;
  /** What to do. */
  readonly remedy: string;
  /** The section of FORMAT that the rule rests on. */
  readonly source: string;
  /** How often real articles have it (measured). */
  readonly frequency: string;
  /** Whether the rule holds for the mspl dialect too. */
  readonly mspl?: boolean;
  /** Whether the rule looks at other articles. */
  readonly archiveWide?: boolean;
  /** Whether the rule runs after all others and may ask what they reported, so as not to repeat it. */
  readonly last?: boolean;
  readonly examples: { readonly bad: readonly RuleExample[]; readonly good: readonly RuleExample[] };
}

/** A repair. `safe` ones restore the right text and run on save; `unsafe` ones are offered only. */
export interface Fix {
  readonly title: string;
  readonly safety: "safe" | "unsafe";
  /** Set where the fix holds for the file on disk only: an editor cannot take it as text edits (line breaks). */
  readonly scope?: "file";
  readonly edits: readonly TextEdit[];
}

/** Another place that belongs to a finding, in the same file or (with `uri`) in another. */
export interface RelatedPlace {
  readonly message: string;
  readonly span: Span;
  readonly uri?: string;
}

/** What a rule reports. */
export interface Report {
  readonly span: Span;
  /** What is wrong, why it matters, what to do: short. */
  readonly message: string;
  readonly variant?: string;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly RelatedPlace[];
  readonly tags?: readonly ("deprecated" | "unnecessary")[];
}

/** A finding: a report with its rule and the severity in force. */
export interface Finding extends Report {
  readonly rule: string;
  readonly severity: Severity;
}

/** An article elsewhere in the archive, as far as rules may know it. */
export interface KnownArticle {
  readonly id: string;
  readonly title: string;
  readonly uri: string;
  /** The file's container; where it is not said, the file's name tells it. */
  readonly container?: Article["container"];
  /** The archive that holds the file, where several are open; numbers are unique within one only. */
  readonly root?: string;
}

/** The rules' view of the archive. */
export interface ArchiveView {
  /** The files that hold an article of this number; empty where there is none. */
  find(id: string): readonly KnownArticle[];
  /** Whether a number is in the registry of known numbers; `undefined` where there is no registry. */
  isRegistered(id: string): boolean | undefined;
  /** The number that supersedes this one. */
  supersededBy(id: string): string | undefined;
  /** The articles of exactly this title, this one included. */
  sameTitle?(title: string): readonly KnownArticle[];
  /** The text of the same article in the other container than the given one, where the archive has one. */
  counterpart?(id: string, container: Article["container"]): string | undefined;
  /**
   * The numbers of articles whose page and raw text are known to say the same, for rules to look up and to add to; there
   * only where no text changes meanwhile, so that a pair need not be compared from both sides.
   */
  readonly soundPairs?: Set<string> | undefined;
  /** The disclaimer's lines joined by LF: what the archive's raw texts agree on, or what the configuration names. */
  boilerplate?(): string | undefined;
}

/** What a check is given. */
export interface RuleContext {
  readonly article: Article;
  /** The article's references, found once for all rules. */
  readonly references: readonly Reference[];
  /** The article's numbered lists, found once for all rules. */
  readonly numberedLists: readonly NumberedList[];
  /** The file's path or URI path with `/`, or undefined for a text without one. */
  readonly path: string | undefined;
  /** The file's own URI, to tell itself from others in the archive. */
  readonly uri: string | undefined;
  /** The archive, or undefined where only the one text is known. */
  readonly archive: ArchiveView | undefined;
  readonly today: CalendarDate;
  readonly profile: Profile;
  /** The vocabularies in force. */
  readonly taxonomy: Taxonomy;
  /** For rules that run last: whether a Warning or Error so far is about the span or has a fix that changes it. */
  isReported(at: Span): boolean;
  /** For rules that run last: what all other rules report on another text. */
  findingsIn(other: Article): readonly Finding[];
  /** Whether a finding of the running rule, or of one of its variants, would be kept: else it need not be looked for. */
  wants(variant?: string): boolean;
  /** Reports a finding at the severity in force; silently dropped where that is off. */
  report(report: Report): void;
}

/** A lint rule. */
export interface Rule extends RuleMeta {
  readonly check: (context: RuleContext) => void;
}
