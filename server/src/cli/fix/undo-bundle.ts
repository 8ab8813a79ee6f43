// The undo bundle of a fix run: the original bytes of every file that the run changes, with what tells it undisturbed.
// JSON Lines: a head, one line a file, and a foot with the checksum of all before it (docs/CONVERT.md has the fields).
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { RunFailure, systemReason } from "../exit.ts";
import { DraftFile, sweepFolder, syncFolderOf } from "../files/draft-file.ts";
import { VERSION } from "../version.ts";

/** What the head of a bundle says. */
export const BUNDLE_FORMAT = "kblint-undo";
/** The version of the format. */
export const BUNDLE_SCHEMA = 1;

/** A file that is going to change. */
export interface Upcoming {
  /** Absolute. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Whether these bytes are what the change was worked out from. */
  isOriginal(bytes: Uint8Array): boolean;
}

const MODE_BITS = 0o7777;
// The originals may be for one pair of eyes only.
const PRIVATE = 0o600;

/** The hash that bundles know bytes by. */
export function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Throws {@link RunFailure} where a bundle cannot come to stand. */
export function checkBundlePlace(file: string): void {
  if (existsSync(file)) {
    throw new RunFailure(
      `${file} exists already; --backup replaces no file, because it may be an earlier run's way back`,
    );
  }
  if (!existsSync(dirname(file)))
    throw new RunFailure(`${file} cannot be written: there is no folder ${dirname(file)}`);
}

/**
 * Writes a bundle, and is done when the disk has it; each step is a file. Adds to `safe` the paths that are in it: others
 * are not what they were, and must be left alone. Throws {@link RunFailure}.
 */
export function* writeBundle(file: string, upcoming: Iterable<Upcoming>, safe: Set<string>): Generator<void> {
  let draft: DraftFile | undefined;
  try {
    sweepFolder(dirname(file));
    draft = new DraftFile(dirname(file), PRIVATE);
    yield* writeLines(draft, upcoming, safe);
    draft.sync();
    checkBundlePlace(file);
    draft.putInPlace(file);
    syncFolderOf(file);
  } catch (error) {
    draft?.discard();
    const reason = error instanceof RunFailure ? error.message : `${file} cannot be written: ${systemReason(error)}`;
    throw new RunFailure(`no backup, so nothing was changed: ${reason}`);
  }
}

function* writeLines(draft: DraftFile, upcoming: Iterable<Upcoming>, safe: Set<string>): Generator<void> {
  const checksum = createHash("sha256");
  const add = (line: Readonly<Record<string, unknown>>): void => {
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`, "utf8");
    checksum.update(bytes);
    draft.write(bytes);
  };
  add({ format: BUNDLE_FORMAT, schema: BUNDLE_SCHEMA, version: VERSION });
  for (const { path, bytes, isOriginal } of upcoming) {
    const original = readOriginal(path);
    if (original && isOriginal(original.bytes)) {
      const { mode, bytes: old } = original;
      add({ path, mode, was: hashOf(old), now: hashOf(bytes), bytes: old.toString("base64") });
      safe.add(path);
    }
    yield;
  }
  draft.write(Buffer.from(`${JSON.stringify({ files: safe.size, sha256: checksum.digest("hex") })}\n`, "utf8"));
}

function readOriginal(path: string): { readonly bytes: Buffer; readonly mode: number } | undefined {
  try {
    return { bytes: readFileSync(path), mode: statSync(path).mode & MODE_BITS };
  } catch {
    return undefined;
  }
}
