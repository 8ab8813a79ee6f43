// Puts a new file in its place, and never over another one: of two runs at the same moment one gets the name.
// The text is written under another name first, so that no half of it is ever seen.
import { constants, copyFileSync, linkSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { RunFailure, systemCode, systemReason } from "../exit.ts";
import { join } from "../files/paths.ts";

/** Writes the file; says whether it got the name. Throws {@link RunFailure} where nothing can be written. */
export function claimPlace(path: string, bytes: Uint8Array): boolean {
  const folder = dirname(path);
  const draft = join(folder, `.kblint-${process.pid}-new.tmp`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(draft, bytes, { flag: "wx" });
    return takeName(draft, path);
  } catch (error) {
    const reason = systemCode(error) === "EEXIST" ? "a file stands where a folder is needed" : systemReason(error);
    throw new RunFailure(`${path} cannot be written: ${reason}`);
  } finally {
    rmSync(draft, { force: true });
  }
}

// A second name for the same file is given only if it is free; disks without such names copy, as exclusively.
function takeName(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (systemCode(error) === "EEXIST") return false;
  }
  try {
    copyFileSync(draft, path, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (systemCode(error) === "EEXIST") return false;
    throw error;
  }
}
