// What the files of a watched archive have in findings at the moment: counts for the exit code, and a mark by which a
// file that was linted again is known to say the same. Files without findings cost nothing.
import { createHash } from "node:crypto";
import type { Finding } from "../../lint/rule.ts";

/** The counts of all files together. */
export interface StateCounts {
  readonly errors: number;
  readonly warnings: number;
}

interface FileState extends StateCounts {
  readonly mark: string;
}

const NOTHING: FileState = { errors: 0, warnings: 0, mark: "" };

/** The findings of an archive's files, as counts. */
export class LintState {
  readonly #linted = new Set<string>();
  readonly #states = new Map<string, FileState>();
  #errors = 0;
  #warnings = 0;

  /** How many articles were linted. */
  get files(): number {
    return this.#linted.size;
  }

  /** The counts of all. */
  get counts(): StateCounts {
    return { errors: this.#errors, warnings: this.#warnings };
  }

  /** Whether a file was linted. */
  has(path: string): boolean {
    return this.#linted.has(path);
  }

  /** The files below a folder. */
  below(folder: string): string[] {
    const prefix = `${folder}/`;
    return [...this.#linted].filter((path) => path.startsWith(prefix));
  }

  /** Takes a file's findings; says whether they are others than before. */
  set(path: string, findings: readonly Finding[]): boolean {
    const old = this.#take(path);
    this.#linted.add(path);
    if (findings.length === 0) return old.mark !== "";
    const made = stateOf(findings);
    this.#states.set(path, made);
    this.#errors += made.errors;
    this.#warnings += made.warnings;
    return old.mark !== made.mark;
  }

  /** Forgets a file that is no article any more; says whether it was one. */
  remove(path: string): boolean {
    this.#take(path);
    return this.#linted.delete(path);
  }

  #take(path: string): FileState {
    const old = this.#states.get(path);
    if (!old) return NOTHING;
    this.#states.delete(path);
    this.#errors -= old.errors;
    this.#warnings -= old.warnings;
    return old;
  }
}

function stateOf(findings: readonly Finding[]): FileState {
  const hash = createHash("sha1");
  let errors = 0;
  let warnings = 0;
  for (const { rule, severity, message, span } of findings) {
    hash.update(`${rule} ${severity} ${span.start} ${span.end} ${message}\n`);
    if (severity === "error") errors++;
    else if (severity === "warning") warnings++;
  }
  return { errors, warnings, mark: hash.digest("base64").slice(0, 16) };
}
