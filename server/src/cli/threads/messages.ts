// What the main thread and its lint workers say to each other; everything here survives a structured clone.
// Workers render what they find, so that findings are turned into text once and no article crosses threads.
import type { RunOverrides } from "../../config/effective-config.ts";
import type { Severity } from "../../lint/rule.ts";
import type { CalendarDate } from "../../model/calendar-date.ts";
import type { Trouble } from "../archive-files.ts";
import type { SharedEntries } from "../cache/findings-file.ts";
import type { LedgerAccount } from "../ledger.ts";
import type { ReportPlace } from "../reporters/reporter.ts";
import type { Tally } from "../totals.ts";

/** The name under which columns pass between threads: they are of one program and never kept. */
export const PASSING_BUILD = "this run";

/** What a worker is started with: one archive, and how its findings are to be written. */
export interface WorkerSetup {
  readonly root: string;
  /** Settings files, relative to the root. */
  readonly configs: readonly string[];
  /** Files that the user named, relative to the root. */
  readonly named: readonly string[];
  readonly overrides: RunOverrides;
  readonly today: CalendarDate;
  readonly atLeast: Severity | undefined;
  readonly minSeverity: Severity;
  readonly format: string;
  readonly colour: boolean;
  readonly place: ReportPlace;
  /** What stands before a path below the root when the user is shown it. */
  readonly prefix: string;
  /** Set where findings are cached: those of earlier runs, if there are any. */
  readonly cache?: { readonly entries: SharedEntries | undefined } | undefined;
}

/** Asks for work, which is answered. */
export interface Order {
  readonly kind: "learn" | "lint";
  /** Files relative to the root. */
  readonly paths: readonly string[];
}

/** Tells the whole archive as all threads learned it. */
export interface Knowledge {
  readonly kind: "know";
  readonly blocks: readonly SharedArrayBuffer[];
  /** Of each part the files' contents, where findings are cached. */
  readonly contents: readonly SharedArrayBuffer[];
}

/** What was learned of some files. */
export interface LearnedPart {
  readonly kind: "learned";
  /** The articles as columns (index/columns-file.ts). */
  readonly block: SharedArrayBuffer;
  /** For each path whether it is an article (1) or not (0). */
  readonly isArticle: Uint8Array;
  /** The files' contents (cache/contents.ts), where findings are cached. */
  readonly contents: SharedArrayBuffer | undefined;
  readonly skipped: readonly Trouble[];
  readonly failures: readonly Trouble[];
}

/** What was found in some articles. */
export interface LintedPart {
  readonly kind: "linted";
  /** Of each file with findings to show what a reporter made of them, in the order of the paths. */
  readonly texts: readonly string[];
  readonly tally: Tally;
  readonly account: LedgerAccount;
  /** Findings to cache, as entries. */
  readonly fresh: readonly Uint8Array[];
  readonly failures: readonly Trouble[];
}

/** Answers an order. */
export type Answer = LearnedPart | LintedPart;
