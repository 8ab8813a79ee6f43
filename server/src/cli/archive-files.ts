// The files of an archive as a run sees them: those on the disk, some read ahead by another thread, one replaced by a
// text from elsewhere, some by what a fix would make of them. One file at a time; its bytes hold until the next.
import { readFileSync } from "node:fs";
import type { ReadAhead } from "./ahead/read-ahead.ts";
import { systemCode, systemReason } from "./exit.ts";
import { join } from "./files/paths.ts";
import { type NoText, TextReader } from "./files/read-text.ts";

/** A file's text from elsewhere; the path is absolute. */
export interface Overlay {
  readonly path: string;
  readonly bytes: Buffer;
}

/** A file that could not be used, relative to the root. */
export interface Trouble {
  readonly path: string;
  readonly reason: string;
}

/** What is special about a run's files. */
export interface FilesOptions {
  /** Files that the user named: links to them count, and it is an error where they are not there. */
  readonly named: ReadonlySet<string>;
  readonly overlay: Overlay | undefined;
}

/** Reads an archive's files; paths are relative to its root. */
export class ArchiveFiles {
  readonly reader: TextReader = new TextReader();
  /** Files that could not be read. */
  readonly failures: Trouble[] = [];
  readonly #root: string;
  readonly #options: FilesOptions;
  readonly #drafts = new Map<string, Uint8Array>();
  #ahead: ReadAhead | undefined;

  constructor(root: string, options: FilesOptions) {
    this.#root = root;
    this.#options = options;
  }

  /** Has files read ahead, until another list or none is set. */
  set ahead(ahead: ReadAhead | undefined) {
    this.#ahead = ahead;
  }

  /** Opens a file for {@link reader}; says why there is no text where there is none. */
  open(path: string): NoText | "failed" | "absent" | undefined {
    try {
      return this.#read(path);
    } catch (error) {
      if (isAbsent(error) && !this.#isNamed(path)) return "absent";
      this.failures.push({ path, reason: systemReason(error) });
      return "failed";
    }
  }

  /** Opens a file that will be opened again: what is wrong with it is noted then. Says whether it has a text. */
  openAhead(path: string): boolean {
    try {
      return this.#read(path) === undefined;
    } catch {
      return false;
    }
  }

  #read(path: string): NoText | undefined {
    const replaced = this.#drafts.get(path) ?? this.#overlaid(path);
    if (replaced) return this.reader.take(replaced);
    const ahead = this.#ahead?.take(path);
    if (ahead) return this.reader.adopt(ahead);
    return this.reader.open(join(this.#root, path), this.#isNamed(path));
  }

  #isNamed(path: string): boolean {
    return this.#options.named.has(path);
  }

  /** Takes bytes for a file from now on, as if they had been written. */
  draft(path: string, bytes: Uint8Array): void {
    this.#drafts.set(path, bytes);
  }

  /** The bytes of a file on the disk, or of the text that stands in for it. */
  bytesOf(path: string): Buffer {
    return this.#overlaid(path) ?? readFileSync(join(this.#root, path));
  }

  #overlaid(path: string): Buffer | undefined {
    const { overlay } = this.#options;
    return overlay && overlay.path === join(this.#root, path) ? overlay.bytes : undefined;
  }
}

// A page was presumed where there is none, or only a link or a folder of its name; or a file went since the walk.
function isAbsent(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR", "EISDIR", "ELOOP"].includes(systemCode(error) ?? "");
}
