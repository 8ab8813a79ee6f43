// What is to become of one file: the bytes it had, the bytes it gets, and how many repairs of which rule that is.
import { createHash } from "node:crypto";
import { decodeText } from "../../host/decode.ts";
import { encodingOf, type TextEncoding } from "../../host/encode.ts";

/** A file's bytes as they were read: remembered by their hash, so that a later change by others is noticed. */
export interface Original {
  readonly encoding: TextEncoding;
  readonly hash: string;
}

/** A file that changes. */
export interface PlannedFile {
  /** Relative to the archive's root. */
  readonly path: string;
  readonly original: Original;
  readonly bytes: Uint8Array;
  /** The number of repairs by rule. */
  readonly applied: ReadonlyMap<string, number>;
}

/** What a file's bytes were; `undefined` where they do not say the text. */
export function originalOf(bytes: Uint8Array, text: string): Original | undefined {
  return decodeText(bytes) === text ? { encoding: encodingOf(bytes), hash: hashOf(bytes) } : undefined;
}

/** Whether bytes are still those that the plan was made from. */
export function isOriginal({ hash }: Original, bytes: Uint8Array): boolean {
  return hashOf(bytes) === hash;
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("base64");
}

/** Adds up repairs by rule. */
export function addCounts(sum: Map<string, number>, more: ReadonlyMap<string, number>): void {
  for (const [rule, count] of more) sum.set(rule, (sum.get(rule) ?? 0) + count);
}

/** The number of repairs in a file. */
export function editsIn({ applied }: PlannedFile): number {
  return [...applied.values()].reduce((total, count) => total + count, 0);
}
