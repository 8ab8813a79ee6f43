// The outcome of linting one file as bytes, and back.
// What decides whether it still holds comes first, in places that are found without reading the rest.
import type { Finding } from "../../lint/rule.ts";
import { DIGEST_BYTES, digestAt } from "./digest.ts";
import type { Validity } from "./validity.ts";

/** The outcome of linting one file, and what it rests on. */
export interface Entry {
  /** Relative to the archive's root. */
  readonly path: string;
  /** The digest of the file. */
  readonly content: string;
  /** The digest of the settings in force. */
  readonly settings: string;
  readonly validity: Validity;
  /** What the rules asked the archive. */
  readonly questions: string;
  /** The digest of the answers. */
  readonly answers: string;
  /** The number that suppressions know the article by. */
  readonly id: string;
  readonly findings: readonly Finding[];
}

// Lengths of the whole and of its four texts, two days, three digests.
const LENGTHS = 20;
const DAYS = 8;
const CONTENT = LENGTHS + DAYS;
const SETTINGS = CONTENT + DIGEST_BYTES;
const ANSWERS = SETTINGS + DIGEST_BYTES;
const TEXTS = ANSWERS + DIGEST_BYTES;

/** An entry as bytes. */
export function encodeEntry({ path, id, questions, findings, validity, ...digests }: Entry): Buffer {
  const texts = [path, id, questions, findings.length === 0 ? "" : JSON.stringify(findings)];
  const lengths = texts.map((text) => Buffer.byteLength(text));
  const length = lengths.reduce((sum, one) => sum + one, TEXTS);
  const bytes = Buffer.allocUnsafe(length);
  for (const [at, number] of [length, ...lengths, validity.from, validity.until].entries()) {
    bytes.writeUInt32LE(number, at * 4);
  }
  bytes.write(digests.content, CONTENT, "latin1");
  bytes.write(digests.settings, SETTINGS, "latin1");
  bytes.write(digests.answers, ANSWERS, "latin1");
  let at = TEXTS;
  for (const text of texts) at += bytes.write(text, at);
  return bytes;
}

/** Puts the digest of the answers into an entry that was encoded without. */
export function writeAnswers(bytes: Buffer, answers: string): void {
  bytes.write(answers, ANSWERS, "latin1");
}

/** An entry that stands in bytes; its parts are read when they are asked for. */
export class StoredEntry implements Omit<Entry, "findings"> {
  readonly #bytes: Buffer;
  readonly #at: number;

  constructor(bytes: Buffer, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  /** The entry's size. */
  get length(): number {
    return this.#number(0);
  }

  get content(): string {
    return digestAt(this.#bytes, this.#at + CONTENT);
  }

  get settings(): string {
    return digestAt(this.#bytes, this.#at + SETTINGS);
  }

  get answers(): string {
    return digestAt(this.#bytes, this.#at + ANSWERS);
  }

  get validity(): Validity {
    return { from: this.#number(5), until: this.#number(6) };
  }

  get path(): string {
    return this.#text(0);
  }

  get id(): string {
    return this.#text(1);
  }

  get questions(): string {
    return this.#text(2);
  }

  /** The findings; `undefined` where they cannot be read. */
  get findings(): readonly Finding[] | undefined {
    const text = this.#text(3);
    try {
      // The digest of the file has shown that this is what a run of the same program wrote.
      return text === "" ? NONE : (JSON.parse(text) as readonly Finding[]);
    } catch {
      return undefined;
    }
  }

  #number(at: number): number {
    return this.#bytes.readUInt32LE(this.#at + at * 4);
  }

  #text(which: number): string {
    let at = this.#at + TEXTS;
    for (let before = 0; before < which; before++) at += this.#number(1 + before);
    return this.#bytes.toString("utf8", at, at + this.#number(1 + which));
  }
}

const NONE: readonly Finding[] = [];

/** Entries in one piece of memory of their own, which threads can pass on; nothing where there are none. */
export function joined(entries: readonly Uint8Array[]): Uint8Array[] {
  return entries.length === 0 ? [] : [Uint8Array.from(Buffer.concat(entries))];
}

/** The entries that stand in bytes one after the other, each with its place; `undefined` where they do not fit in. */
export function placesOf(bytes: Buffer, from = 0): number[] | undefined {
  const places: number[] = [];
  let at = from;
  while (at + TEXTS <= bytes.length) {
    places.push(at);
    at += sizeAt(bytes, at);
  }
  return at === bytes.length ? places : undefined;
}

// The size that the parts add up to; more than there can be where the whole says another one.
function sizeAt(bytes: Buffer, at: number): number {
  let size = TEXTS;
  for (let text = 1; text <= 4; text++) size += bytes.readUInt32LE(at + text * 4);
  return size === bytes.readUInt32LE(at) ? size : Number.POSITIVE_INFINITY;
}
