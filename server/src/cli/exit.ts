// How a run ends: the three exit codes, and the errors that lead to the third.
// Nothing here prints; the entry point turns these into messages.

/** No error, and warnings within the limit. */
export const EXIT_CLEAN = 0;
/** Findings. */
export const EXIT_FINDINGS = 1;
/** Wrong use, unreadable input, or a failure of our own. */
export const EXIT_FAILURE = 2;

/** The command line is wrong; the message names the way out. */
export class UsageError extends Error {}

/** The command line is right, but what it asks for cannot be done; the message says why. */
export class RunFailure extends Error {}

/** Whoever read our output is gone; there is nobody to tell. */
export class BrokenPipe extends Error {}

/** The code that a failed system call carries, such as `ENOENT`. */
export function systemCode(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "no such file or folder"],
  ["EACCES", "permission denied"],
  ["EPERM", "not permitted"],
  ["EISDIR", "it is a folder"],
  ["ENOTDIR", "a part of the path is no folder"],
  ["ENOSPC", "the disk is full"],
  ["EROFS", "the disk is read-only"],
  ["EMFILE", "too many open files"],
  ["EIO", "the device reports an error"],
  ["ELOOP", "links that lead to one another"],
  ["ENAMETOOLONG", "the name is too long"],
  ["EBUSY", "in use by another program"],
]);

/** Why a system call failed, in words. */
export function systemReason(error: unknown): string {
  const code = systemCode(error);
  return REASONS.get(code) ?? (code || String(error));
}
