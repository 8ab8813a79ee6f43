// A file under construction: it appears under its name, whole, or not at all. What a killed run leaves behind carries
// the same kind of name as the drafts of replaced files, so that the next run knows it and takes it away.
import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { join } from "./paths.ts";
import { isAbandonedDraft } from "./replace-file.ts";

const NEW_FILE = 0o666;

/** A draft in a folder. Every method throws the system's error. */
export class DraftFile {
  readonly #path: string;
  readonly #descriptor: number;
  // An interrupted process ends without coming back here.
  readonly #onExit = (): void => this.#remove();

  /** Opens a draft; `mode` is what the process's own mask leaves of it. */
  constructor(folder: string, mode: number = NEW_FILE) {
    const word = Math.random().toString(36).slice(2, 10) || "0";
    this.#path = join(folder, `.kblint-${process.pid}-${word}.tmp`);
    // Only if it is new: a link laid in its place would lead elsewhere.
    this.#descriptor = openSync(this.#path, "wx", mode);
    process.once("exit", this.#onExit);
  }

  /** Adds bytes. */
  write(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#descriptor, bytes, at);
  }

  /** Waits until the disk has what was written. */
  sync(): void {
    fsyncSync(this.#descriptor);
  }

  /** Gives the file its name, in the same folder; a file of that name is replaced. */
  putInPlace(path: string): void {
    closeSync(this.#descriptor);
    renameSync(this.#path, path);
    process.removeListener("exit", this.#onExit);
  }

  /** Takes the draft away; the descriptor may be closed already. */
  discard(): void {
    try {
      closeSync(this.#descriptor);
    } catch {}
    this.#remove();
    process.removeListener("exit", this.#onExit);
  }

  #remove(): void {
    rmSync(this.#path, { force: true });
  }
}

/** Waits until the disk knows the names in a folder, where the system can tell; elsewhere renaming is all there is. */
export function syncFolderOf(path: string): void {
  try {
    const folder = openSync(dirname(path), "r");
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch {}
}

/** Takes away what killed runs left in a folder; a draft that cannot be removed does no harm. */
export function sweepFolder(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      if (isAbandonedDraft(name)) rmSync(join(folder, name), { force: true });
    }
  } catch {}
}
