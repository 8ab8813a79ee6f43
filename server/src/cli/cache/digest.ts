// Digests of contents: equal ones stand for equal bytes, so that an unchanged file need not be looked at again.
// A cryptographic hash costs no more here than a quick one would, and nobody can make two articles that share one.
import { hash } from "node:crypto";

/** The size of a digest in bytes. */
export const DIGEST_BYTES = 16;

/** The digest of some bytes or a text: a string of 16 characters that stand for a byte each. */
export function digestOf(content: string | Uint8Array): string {
  return hash("sha256", content, "binary").slice(0, DIGEST_BYTES);
}

/** The digest that stands in bytes. */
export function digestAt(bytes: Buffer, at: number): string {
  return bytes.toString("latin1", at, at + DIGEST_BYTES);
}
