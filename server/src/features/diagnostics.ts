// What the rules find in a document, given what is known of the archive.
// While the archive is unknown or still being read, no rule may speak about other articles.
import type { FixChoice } from "../lint/fix-all.ts";
import type { Finding, Rule } from "../lint/rule.ts";
import { type LintInput, type LintSettings, runRules } from "../lint/run-rules.ts";
import { type ArchiveFacts, archiveView } from "./archive-view.ts";
import type { Snapshot } from "./snapshot.ts";

/** The rules in force and what they go by. */
export interface LintSetup {
  readonly rules: readonly Rule[];
  readonly settings: LintSettings;
  /** What is known of the archive beyond its index. */
  readonly facts?: ArchiveFacts;
  /** Leaves out the findings that were accepted; without it all are kept. */
  readonly keep?: FixChoice["keep"];
}

/** The findings of a document, in the order of the text. */
export function diagnostics(snapshot: Snapshot, setup: LintSetup): Finding[] {
  return runRules(setup.rules, lintInput(snapshot, setup), setup.settings);
}

/** What rules are given for a document. */
export function lintInput(snapshot: Snapshot, setup: LintSetup): LintInput {
  const known = snapshot.inArchive && snapshot.archive === "ready";
  return {
    article: snapshot.article,
    path: snapshot.path,
    uri: snapshot.uri,
    archive: known ? archiveView(snapshot.index, setup.facts) : undefined,
  };
}
