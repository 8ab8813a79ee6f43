// Gives a file the bytes that it had before a fix run, unless somebody has changed it since.
import { mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { RunFailure, systemCode, systemReason } from "../exit.ts";
import { DraftFile } from "../files/draft-file.ts";
import { replaceFile, whyNotReplaceable } from "../files/replace-file.ts";
import type { Kept, KeptFile } from "./read-bundle.ts";
import { hashOf } from "./undo-bundle.ts";

/** What stands where a kept file stood: what the run wrote, what was there before it, or something else. */
export type State = "fixed" | "restored" | "changed" | "missing";

/** How a kept file's place looks now. Throws {@link RunFailure}. */
export function stateOf({ path, was, now }: Kept): State {
  try {
    const hash = hashOf(readFileSync(path));
    if (hash === was) return "restored";
    return hash === now ? "fixed" : "changed";
  } catch (error) {
    if (systemCode(error) === "ENOENT") return "missing";
    throw new RunFailure(systemReason(error));
  }
}

/** Puts a kept file back over what stands there in this state. Throws {@link RunFailure}. */
export function restore(file: KeptFile, state: State): void {
  if (state === "missing") return makeAgain(file);
  const reason = whyNotReplaceable(file.path);
  if (reason !== undefined) throw new RunFailure(reason);
  replaceFile(file.path, file.bytes, (current) => state === "changed" || hashOf(current) === file.now);
}

function makeAgain({ path, mode, bytes }: KeptFile): void {
  let draft: DraftFile | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true });
    draft = new DraftFile(dirname(path), mode);
    draft.write(bytes);
    draft.putInPlace(path);
  } catch (error) {
    draft?.discard();
    throw new RunFailure(systemReason(error));
  }
}
