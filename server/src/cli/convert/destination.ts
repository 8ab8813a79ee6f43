// Where converted articles go: a folder laid out as the archive is, or standard output for exactly one.
// Nobody's work is overwritten unasked, and no file is ever seen half written.
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Container } from "../../syntax/article.ts";
import { RunFailure, systemCode, systemReason, UsageError } from "../exit.ts";
import { placeOf } from "../files/article-place.ts";
import { DraftFile, sweepFolder } from "../files/draft-file.ts";
import { join } from "../files/paths.ts";
import { replaceFile, whyNotReplaceable } from "../files/replace-file.ts";
import type { Output } from "../output.ts";

/** What became of a result: a new file, another one's place taken, or the same bytes found there. */
export type Placed = "written" | "replaced" | "unchanged";

/** A result on its way. */
export interface Result {
  readonly id: string;
  readonly bytes: Uint8Array;
  /** The input as the user is shown it. */
  readonly from: string;
}

/** Takes results. */
export interface Destination {
  /** Throws {@link RunFailure} where the result cannot be placed, {@link NoRoom} where none can. */
  take(result: Result): Placed;
  /** Called after the last result. */
  close(): void;
}

/** No further result can be placed either. */
export class NoRoom extends RunFailure {}

const HOPELESS: readonly string[] = ["ENOSPC", "EROFS", "EDQUOT"];

/** A folder of articles. */
export class FolderDestination implements Destination {
  readonly #folder: string;
  readonly #to: Container;
  readonly #force: boolean;
  readonly #taken = new Map<string, string>();

  constructor(folder: string, to: Container, force: boolean) {
    this.#folder = folder;
    this.#to = to;
    this.#force = force;
  }

  take({ id, bytes, from }: Result): Placed {
    const path = placeOf(id, this.#to);
    const other = this.#taken.get(path);
    if (other !== undefined) throw new RunFailure(`${other} has become ${path} already; both say that they are ${id}`);
    this.#taken.set(path, from);
    if (this.#taken.size === 1) makeFolder(this.#folder);
    try {
      return this.#put(join(this.#folder, path), bytes);
    } catch (error) {
      if (error instanceof RunFailure) throw new RunFailure(`${path}: ${error.message}`);
      const message = `${join(this.#folder, path)} cannot be written: ${reasonOf(error)}`;
      throw HOPELESS.includes(systemCode(error)) ? new NoRoom(message) : new RunFailure(message);
    }
  }

  close(): void {}

  #put(path: string, bytes: Uint8Array): Placed {
    const current = bytesIn(path);
    if (current) return this.#putOver(path, current, bytes);
    const folder = dirname(path);
    // Where the folder is new, no killed run has left anything in it.
    if (mkdirSync(folder, { recursive: true }) === undefined) sweepFolder(folder);
    const draft = new DraftFile(folder);
    try {
      draft.write(bytes);
      if (existsSync(path)) throw new RunFailure("another program has just made this file");
      draft.putInPlace(path);
    } catch (error) {
      draft.discard();
      throw error;
    }
    return "written";
  }

  #putOver(path: string, current: Uint8Array, bytes: Uint8Array): Placed {
    if (isSame(current, bytes)) return "unchanged";
    if (!this.#force) throw new RunFailure("exists already and says something else; --force replaces it");
    const reason = whyNotReplaceable(path);
    if (reason !== undefined) throw new RunFailure(reason);
    replaceFile(path, bytes, (now) => isSame(now, current));
    return "replaced";
  }
}

// Where not even the folder can be made, it is said once and not for every article.
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new NoRoom(`${folder} cannot be made: ${reasonOf(error)}`);
  }
}

function reasonOf(error: unknown): string {
  return systemCode(error) === "EEXIST" ? "a file stands where a folder is needed" : systemReason(error);
}

function bytesIn(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

/** Standard output: one article and no other. */
export class StreamDestination implements Destination {
  readonly #output: Output;
  #only: Result | undefined;

  constructor(output: Output) {
    this.#output = output;
  }

  take(result: Result): Placed {
    if (this.#only) {
      const both = `${this.#only.from} and ${result.from}`;
      throw new UsageError(
        `standard output takes one article, and there are several: ${both}; name a folder: --out DIR`,
      );
    }
    this.#only = result;
    return "written";
  }

  close(): void {
    if (this.#only) this.#output.writeBytes(this.#only.bytes);
  }
}
