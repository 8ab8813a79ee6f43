// What the last look at each file of the archive gave, as little of it as will do: the name of the result and counts.
// Files without findings leave no trace, so that a sound archive costs no memory.
import { DiagnosticSeverity } from "vscode-languageserver";
import type { ArticleIndex } from "../index/article-index.ts";
import { type FileReport, isListedDiagnostic } from "./archive-lint-file.ts";
import type { IndexChange } from "./index-keeper.ts";

/** Findings by severity. */
export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly informations: number;
}

interface Result extends Counts {
  readonly resultId: string | undefined;
  readonly listed: number;
}

/** The results of all files that have findings. */
export class ArchiveResults {
  readonly #results = new Map<string, Result>();
  /** The files that findings point to, by the file that has the findings. */
  readonly #others = new Map<string, readonly string[]>();
  #listed = 0;

  /** Takes a file's report in the place of the one before; `shown` is what the client gets of it. */
  set({ uri, items, others }: FileReport, shown: FileReport): void {
    this.#listed -= this.#results.get(uri)?.listed ?? 0;
    if (others.length === 0) this.#others.delete(uri);
    else this.#others.set(uri, others);
    if (items.length === 0) {
      this.#results.delete(uri);
      return;
    }
    const count = (wanted: DiagnosticSeverity): number => items.filter(({ severity }) => severity === wanted).length;
    const listed = shown.items.filter(isListedDiagnostic).length;
    this.#listed += listed;
    this.#results.set(uri, {
      resultId: shown.resultId,
      listed,
      errors: count(DiagnosticSeverity.Error),
      warnings: count(DiagnosticSeverity.Warning),
      informations: count(DiagnosticSeverity.Information),
    });
  }

  /** Forgets everything. */
  clear(): void {
    this.#results.clear();
    this.#others.clear();
    this.#listed = 0;
  }

  /** The name of a file's result; `undefined` where the file has no findings. */
  resultId(uri: string): string | undefined {
    return this.#results.get(uri)?.resultId;
  }

  /** The number of findings that lists of problems show. */
  get listed(): number {
    return this.#listed;
  }

  /** The number of findings that lists of problems show, a file's own left out. */
  listedBeside(uri: string): number {
    return this.#listed - (this.#results.get(uri)?.listed ?? 0);
  }

  /** The files with findings. */
  uris(): Iterable<string> {
    return this.#results.keys();
  }

  /** The findings of all files. */
  get totals(): Counts {
    let [errors, warnings, informations] = [0, 0, 0];
    for (const result of this.#results.values()) {
      errors += result.errors;
      warnings += result.warnings;
      informations += result.informations;
    }
    return { errors, warnings, informations };
  }

  /** The files that have to be looked at again because of a change of numbers or titles; undefined for all. */
  affectedBy({ numbers }: IndexChange, index: ArticleIndex): Set<string> | undefined {
    if (numbers === "all") return undefined;
    const uris = new Set<string>();
    for (const id of numbers) {
      for (const { entry } of index.citing(id)) uris.add(entry.uri);
      for (const { uri, summary } of index.find(id)) {
        uris.add(uri);
        for (const namesake of index.titled(summary.title)) uris.add(namesake.uri);
      }
    }
    for (const uri of this.#results.keys()) if (!index.at(uri)) uris.add(uri);
    // Findings about an article that had another number or title before, such as its former namesakes'.
    const isTouched = (uri: string): boolean => {
      const entry = index.at(uri);
      return entry === undefined || numbers.has(entry.summary.id);
    };
    for (const [uri, others] of this.#others) if (others.some(isTouched)) uris.add(uri);
    return uris;
  }
}
