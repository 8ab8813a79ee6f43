// Where text goes: standard output, standard error or a file, in large synchronous writes.
// Synchronous, so that a reader that went away is noticed at once and nothing piles up in memory.
import { closeSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
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

/** Writes to an open file descriptor. */
export class StreamOutput implements Output {
  readonly #descriptor: number;
  #held = "";

  constructor(descriptor: number) {
    this.#descriptor = descriptor;
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
    for (let at = 0; at < bytes.length; ) at += writeSome(this.#descriptor, bytes, at);
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

/** Writes to a file that appears, whole, when it is closed. */
export class FileOutput implements Output {
  readonly #path: string;
  readonly #draft: string;
  readonly #descriptor: number;
  readonly #stream: StreamOutput;

  constructor(path: string) {
    this.#path = path;
    this.#draft = `${path}.${process.pid}.tmp`;
    try {
      this.#descriptor = openSync(this.#draft, "w");
    } catch (error) {
      throw new RunFailure(`cannot write ${path}: ${systemReason(error)}`);
    }
    this.#stream = new StreamOutput(this.#descriptor);
    drafts.add(this.#draft);
  }

  write(text: string): void {
    this.#stream.write(text);
  }

  writeBytes(bytes: Uint8Array): void {
    this.#stream.writeBytes(bytes);
  }

  close(): void {
    this.#stream.close();
    closeSync(this.#descriptor);
    renameSync(this.#draft, this.#path);
    drafts.delete(this.#draft);
  }
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
