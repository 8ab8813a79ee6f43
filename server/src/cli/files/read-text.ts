// Reads files into one reused buffer: the fastest way there is on Node (PERF §4), and the memory does not grow.
// The bytes are valid until the next file is read.
import { closeSync, constants, openSync, readSync } from "node:fs";
import { decodeText } from "../../host/decode.ts";
import { LARGEST_FILE } from "../../host/host.ts";
import type { KnownText } from "../../text/source-text.ts";
import { aligned, BINARY, NOT_NOTED, OTHER, PLAIN, TextBuffer } from "./text-buffer.ts";

// Windows has neither flag.
const FOLLOWING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
/** How a file is opened where a link to one does not count. */
export const UNLINKED: number = FOLLOWING | (constants.O_NOFOLLOW ?? 0);
const FIRST_SIZE = 256 * 1024;

/** Why a file has no text. */
export type NoText = "binary" | "too large";

/** A file's bytes within a buffer. */
export interface TextBytes {
  readonly buffer: TextBuffer;
  /** Where they begin. */
  readonly start: number;
  readonly length: number;
  /** What kind of text they are (text-buffer.ts). */
  readonly kind: number;
  /** Where in the buffer's line feeds its own begin, and how many there are, or {@link NOT_NOTED}. */
  readonly feedsFrom: number;
  readonly feeds: number;
}

/** Reads files one after the other. */
export class TextReader {
  #own: TextBuffer = new TextBuffer(new ArrayBuffer(FIRST_SIZE));
  #read: TextBytes = { buffer: this.#own, start: 0, length: 0, kind: PLAIN, feedsFrom: 0, feeds: 0 };

  /**
   * Reads a file; throws the system's error. Gives the reason where the file has no text. A link is followed only where
   * that is asked for, and a pipe that nobody writes to is not waited for.
   */
  open(path: string, followsLinks = false): NoText | undefined {
    const file = openSync(path, followsLinks ? FOLLOWING : UNLINKED);
    try {
      const length = this.#readAll(file);
      if (length > LARGEST_FILE) return "too large";
      return this.#judge(length);
    } finally {
      closeSync(file);
    }
  }

  /** Takes a copy of bytes from elsewhere instead of a file. */
  take(bytes: Uint8Array): NoText | undefined {
    if (bytes.length >= this.#own.size) this.#own = new TextBuffer(new ArrayBuffer(aligned(bytes.length + 1)));
    this.#own.bytes.set(bytes);
    return this.#judge(bytes.length);
  }

  /** Takes the bytes of a file that was read elsewhere, without a copy. */
  adopt(read: TextBytes): NoText | undefined {
    this.#read = read;
    return read.kind === BINARY ? "binary" : undefined;
  }

  /** Whether every byte is a character of its own. */
  get isAscii(): boolean {
    return this.#read.kind > OTHER;
  }

  /** What the bytes tell of the text, which are looked through faster than characters; valid until the next file. */
  get known(): KnownText {
    const { buffer, kind, feedsFrom, feeds } = this.#read;
    const isNoted = kind === PLAIN && feeds !== NOT_NOTED;
    return {
      isPlain: kind === PLAIN,
      lineFeeds: isNoted ? { at: buffer.feeds, from: feedsFrom, count: feeds } : undefined,
    };
  }

  /** What was read; valid until the next file. */
  get bytes(): Uint8Array {
    const { buffer, start, length } = this.#read;
    return buffer.bytes.subarray(start, start + length);
  }

  /** The whole text. */
  text(): string {
    const { buffer, length } = this.#read;
    if (this.isAscii) return this.slice(0, length);
    // Decoders take no memory that threads share.
    return decodeText(buffer === this.#own ? this.bytes : Buffer.from(this.bytes)) ?? "";
  }

  /** A part of an ASCII text, as a string of its own that keeps no other alive. */
  slice(start: number, end: number): string {
    const { buffer, start: first, length } = this.#read;
    return buffer.bytes.toString("latin1", first + start, first + Math.min(end, length));
  }

  #judge(length: number): NoText | undefined {
    const kind = this.#own.kindOf(0, length);
    return this.adopt({ buffer: this.#own, start: 0, length, kind, feedsFrom: 0, feeds: this.#own.noted });
  }

  #readAll(file: number): number {
    let length = 0;
    for (;;) {
      const room = this.#own.size - length;
      const count = readSync(file, this.#own.bytes, length, room, null);
      length += count;
      // A regular file is at its end where it gives less than asked for.
      if (count < room || length > LARGEST_FILE) return length;
      const larger = new TextBuffer(new ArrayBuffer(this.#own.size * 2));
      larger.bytes.set(this.#own.bytes);
      this.#own = larger;
    }
  }
}
