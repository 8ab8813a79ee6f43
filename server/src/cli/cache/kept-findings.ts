// The findings that an archive keeps between runs, from opening to writing: what `--cache` stands for.
// A cache that cannot be written is worth a note, and nothing else: the findings of this run are right all the same.
import type { Environment } from "../environment.ts";
import { systemReason } from "../exit.ts";
import { shown } from "../files/paths.ts";
import type { Contents } from "./contents.ts";
import { findingsFile, readEntries, type SharedEntries } from "./findings-file.ts";
import { updateFindings } from "./update-findings.ts";
import { writerName } from "./writer-name.ts";

/** The kept findings of one archive. */
export class KeptFindings {
  /** Those of earlier runs, if there are any. */
  readonly entries: SharedEntries | undefined;
  readonly #root: string;
  readonly #writer: string;
  readonly #fresh: Uint8Array[] = [];

  constructor(root: string, environment: Environment) {
    this.#root = root;
    this.#writer = writerName(environment);
    this.entries = readEntries(findingsFile(root), this.#writer);
  }

  /** How many files there is something to recall of. */
  get size(): number {
    return this.entries?.count ?? 0;
  }

  /** Takes new entries. */
  take(fresh: readonly Uint8Array[]): void {
    for (const entries of fresh) this.#fresh.push(entries);
  }

  /** Writes what the next run is to know; `contents` are those of the archive's files. */
  save(contents: Contents, environment: Environment): void {
    const file = findingsFile(this.#root);
    try {
      updateFindings({ root: this.#root, writer: this.#writer, old: this.entries, contents, fresh: this.#fresh });
    } catch (error) {
      environment.progress.clear();
      environment.note(
        `kblint: the cache ${shown(environment.workingFolder, file)} cannot be written: ${systemReason(error)}`,
      );
    }
  }
}
