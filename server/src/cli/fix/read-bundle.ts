// Reads an undo bundle line by line, so that it may be larger than memory, and believes nothing that it has not checked.
// A bundle that was cut short or changed is refused before any file is touched.
import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { RunFailure, systemReason } from "../exit.ts";
import { BUNDLE_FORMAT, BUNDLE_SCHEMA, hashOf } from "./undo-bundle.ts";

/** A file of a bundle. */
export interface Kept {
  readonly path: string;
  readonly mode: number;
  /** The hash of the bytes that the file had. */
  readonly was: string;
  /** The hash of the bytes that the run gave it. */
  readonly now: string;
}

/** A file of a bundle with the bytes that it had. */
export interface KeptFile extends Kept {
  readonly bytes: Buffer;
}

const CHUNK = 1 << 20;
// The largest article in base64 has 5.4 MB.
const LONGEST_LINE = 1 << 24;
const LF = 10;
const HASH = /^[0-9a-f]{64}$/;

/** Checks a whole bundle; each step is a file of it. Throws {@link RunFailure} where anything in it is not sound. */
export function* checkBundle(bundle: string, found: Kept[]): Generator<void> {
  const checksum = createHash("sha256");
  let foot: unknown;
  let number = 0;
  for (const line of linesOf(bundle)) {
    if (foot !== undefined) throw damaged(bundle, number, "something follows the last line");
    number++;
    const value = parsed(line);
    if (number === 1) checkHead(bundle, value);
    else if (isRecord(value) && "sha256" in value) foot = value;
    else {
      const { path, mode, was, now } = decodeFile(bundle, number, value);
      found.push({ path, mode, was, now });
    }
    if (foot === undefined) checksum.update(line);
    yield;
  }
  if (number === 0) throw noBundle(bundle);
  if (!isRecord(foot)) throw damaged(bundle, number, "it ends too early");
  const isWhole = foot.files === found.length && foot.sha256 === checksum.digest("hex");
  if (!isWhole) throw damaged(bundle, number, "its checksum is not that of its contents");
}

/** The files of a bundle that was checked. */
export function* filesIn(bundle: string): Generator<KeptFile> {
  let number = 0;
  for (const line of linesOf(bundle)) {
    number++;
    const value = parsed(line);
    if (number === 1) continue;
    if (isRecord(value) && "sha256" in value) return;
    yield decodeFile(bundle, number, value);
  }
}

function checkHead(bundle: string, value: unknown): void {
  if (!isRecord(value) || value.format !== BUNDLE_FORMAT) throw noBundle(bundle);
  if (value.schema === BUNDLE_SCHEMA) return;
  throw new RunFailure(`${bundle} was written by another version of kblint (${String(value.version)}); use that one`);
}

function decodeFile(bundle: string, line: number, value: unknown): KeptFile {
  if (!isRecord(value)) throw damaged(bundle, line, "the line is not whole");
  const { path, mode, was, now, bytes } = value;
  const isSound = typeof path === "string" && path !== "" && typeof mode === "number" && typeof bytes === "string";
  if (!isSound || typeof was !== "string" || typeof now !== "string" || !HASH.test(now)) {
    throw damaged(bundle, line, "the line is not whole");
  }
  const original = Buffer.from(bytes, "base64");
  if (hashOf(original) !== was) throw damaged(bundle, line, `the bytes of ${path} are not the ones that were kept`);
  return { path, mode, was, now, bytes: original };
}

function damaged(bundle: string, line: number, reason: string): RunFailure {
  return new RunFailure(`${bundle} is damaged, so nothing was restored: line ${line}: ${reason}`);
}

function noBundle(bundle: string): RunFailure {
  return new RunFailure(`${bundle} is no undo bundle; kblint fix --backup FILE writes one`);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function parsed(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString("utf8"));
  } catch {
    return undefined;
  }
}

// With their line ends; a last line without one was cut short and comes as it is.
function* linesOf(bundle: string): Generator<Buffer> {
  const file = open(bundle);
  try {
    let held = Buffer.alloc(0);
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const count = readSync(file, chunk, 0, CHUNK, null);
      if (count === 0) break;
      held = Buffer.concat([held, chunk.subarray(0, count)]);
      for (let end = held.indexOf(LF); end >= 0; end = held.indexOf(LF)) {
        yield held.subarray(0, end + 1);
        held = held.subarray(end + 1);
      }
      if (held.length > LONGEST_LINE) throw noBundle(bundle);
    }
    if (held.length > 0) yield held;
  } catch (error) {
    throw error instanceof RunFailure ? error : new RunFailure(`${bundle} cannot be read: ${systemReason(error)}`);
  } finally {
    closeSync(file);
  }
}

function open(bundle: string): number {
  try {
    return openSync(bundle, "r");
  } catch (error) {
    throw new RunFailure(`${bundle} cannot be read: ${systemReason(error)}`);
  }
}
