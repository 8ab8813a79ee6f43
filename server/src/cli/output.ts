// Where text goes: standard output, standard error or a file, in large synchronous writes.
// Synchronous, so that a reader that went away is noticed at once and nothing piles up in memory.
import { closeSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { BrokenPipe, RunFailure, systemCode, systemReason } from "./exit.ts";

const BLOCK = 1 << 16;
const WAIT_MS = 5;

/** A sink for text. */
export interface Output {
  write(text: string): void;
  /** Writes bytes as they are, behind all text so far. */
  writeBytes(bytes: Uint8Array): void;
  /** Writes what is still held back; for a file, puts it in its place. */
  close(): void;
}

/** Swallows everything. */
export const SILENT_OUTPUT: Output = { write: () => undefined, writeBytes: () => undefined, close: () => undefined };

/** Writes to an open file descriptor. */
export class StreamOutput implements Output {
  readonly #descriptor: number;
  readonly #name: string;
  readonly #before: () => void;
  #held = "";

  /** The name is what messages call it; `before` is called before bytes go out, where a terminal has to be tidied. */
  constructor(descriptor: number, name = "standard output", before: () => void = () => undefined) {
    this.#descriptor = descriptor;
    this.#name = name;
    this.#before = before;
  }

  write(text: string): void {
    this.#held += text;
    if (this.#held.length >= BLOCK) this.flush();
  }

  writeBytes(bytes: Uint8Array): void {
    this.flush();
    this.#writeAll(bytes);
  }

  flush(): void {
    const bytes = Buffer.from(this.#held, "utf8");
    this.#held = "";
    this.#writeAll(bytes);
  }

  #writeAll(bytes: Uint8Array): void {
    if (bytes.length > 0) this.#before();
    try {
      for (let at = 0; at < bytes.length; ) at += writeSome(this.#descriptor, bytes, at);
    } catch (error) {
      throw error instanceof BrokenPipe ? error : cannotWrite(this.#name, error);
    }
  }

  close(): void {
    this.flush();
  }
}

// A pipe that is full and shared with a non-blocking owner answers EAGAIN; waiting a moment is all there is to do.
function writeSome(descriptor: number, bytes: Uint8Array, at: number): number {
  try {
    return writeSync(descriptor, bytes, at);
  } catch (error) {
    if (systemCode(error) === "EPIPE" || systemCode(error) === "EOF") throw new BrokenPipe();
    if (systemCode(error) !== "EAGAIN") throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS);
    return 0;
  }
}

/** Writes to a file that appears, whole, when it is closed. A device or pipe is written to as it is. */
export class FileOutput implements Output {
  readonly #path: string;
  readonly #target: string;
  readonly #draft: string | undefined;
  readonly #descriptor: number;
  readonly #stream: StreamOutput;

  constructor(path: string) {
    this.#path = path;
    const { target, isWhole } = targetOf(path);
    this.#target = target;
    this.#draft = isWhole ? `${target}.${process.pid}.tmp` : undefined;
    try {
      this.#descriptor = openSync(this.#draft ?? target, "w");
    } catch (error) {
      throw cannotWrite(path, error);
    }
    this.#stream = new StreamOutput(this.#descriptor, path);
    if (this.#draft !== undefined) drafts.add(this.#draft);
  }

  write(text: string): void {
    this.#stream.write(text);
  }

  writeBytes(bytes: Uint8Array): void {
    this.#stream.writeBytes(bytes);
  }

  close(): void {
    this.#stream.close();
    try {
      closeSync(this.#descriptor);
      if (this.#draft === undefined) return;
      renameSync(this.#draft, this.#target);
      drafts.delete(this.#draft);
    } catch (error) {
      throw cannotWrite(this.#path, error);
    }
  }
}

// Renaming something over /dev/null would put a file in the device's place, for every program of the machine.
function targetOf(path: string): { readonly target: string; readonly isWhole: boolean } {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return { target: path, isWhole: true };
  if (stats.isDirectory()) throw new RunFailure(`cannot write ${path}: it is a folder`);
  // A link is followed, as by every program: the file that it leads to is replaced.
  return stats.isFile() ? { target: realpathSync(path), isWhole: true } : { target: path, isWhole: false };
}

function cannotWrite(name: string, error: unknown): RunFailure {
  return new RunFailure(`cannot write ${name}: ${systemReason(error)}`);
}

const drafts = new Set<string>();

/** Removes what an interrupted run would leave behind. */
export function removeDrafts(): void {
  for (const draft of drafts) rmSync(draft, { force: true });
  drafts.clear();
}

/** Writes a whole file, or leaves the old one as it is. */
export function writeFileWhole(path: string, text: string): void {
  const output = new FileOutput(path);
  output.write(text);
  output.close();
}
