// Puts new bytes in a file's place: whole or not at all, whatever interrupts us, and only where nobody else wrote.
// A draft beside the file is renamed over it. A link is followed: the file that it leads to is replaced, the link stays.
import {
  closeSync,
  fchmodSync,
  fchownSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { RunFailure, systemCode, systemReason } from "../exit.ts";

const DRAFT = /^\.kblint-(\d{1,10})-[a-z0-9]+\.tmp$/;
const WRITE_BITS = 0o222;
const MODE_BITS = 0o7777;

/** Replaces a file; throws {@link RunFailure} where `isSame` does not know the bytes that are in it now. */
export function replaceFile(path: string, bytes: Uint8Array, isSame: (current: Uint8Array) => boolean): void {
  try {
    const target = realpathSync(path);
    const draft = writeDraft(target, bytes);
    try {
      if (!isSame(readFileSync(target))) throw new RunFailure("changed by another program meanwhile; run kblint again");
      renameSync(draft, target);
    } catch (error) {
      rmSync(draft, { force: true });
      throw error;
    }
  } catch (error) {
    throw error instanceof RunFailure ? error : new RunFailure(systemReason(error));
  }
}

/** Why a file must not be replaced, as far as can be told beforehand. */
export function whyNotReplaceable(path: string): string | undefined {
  try {
    return (statSync(path).mode & WRITE_BITS) === 0 ? "the file is read-only" : undefined;
  } catch (error) {
    return systemReason(error);
  }
}

// A name that nobody can foresee, opened only if it is new: a link laid in its place would lead elsewhere.
function writeDraft(target: string, bytes: Uint8Array): string {
  const stats = statSync(target);
  const word = Math.random().toString(36).slice(2, 10) || "0";
  const draft = join(dirname(target), `.kblint-${process.pid}-${word}.tmp`);
  const descriptor = openSync(draft, "wx", stats.mode & MODE_BITS);
  try {
    writeFileSync(descriptor, bytes);
    keepRights(descriptor, stats);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
  return draft;
}

// Rights beyond the user's own can be kept by an administrator only; another's file in our folder becomes ours.
function keepRights(descriptor: number, { mode, uid, gid }: Stats): void {
  try {
    if (uid !== process.getuid?.() || gid !== process.getgid?.()) fchownSync(descriptor, uid, gid);
  } catch (error) {
    if (systemCode(error) !== "EPERM") throw error;
  }
  fchmodSync(descriptor, mode & MODE_BITS);
}

/** Whether a file of this name is the draft of a run that is over: killed before it could rename it. */
export function isAbandonedDraft(name: string): boolean {
  const pid = Number(DRAFT.exec(name)?.[1] ?? Number.NaN);
  return pid === process.pid || (pid > 0 && !isAlive(pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) !== "ESRCH";
  }
}
