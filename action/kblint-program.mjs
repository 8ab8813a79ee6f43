// Where kblint is in a checkout of this project: a release has dist/ in it, a branch is built here when first used.
// Nothing is built when packages are installed: whoever installs runs nothing of ours.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const program = join(root, "dist", "kblint.js");

/** The path of kblint; undefined where it is not there and cannot be built. What building says goes to standard error. */
export function kblintProgram() {
  if (existsSync(program)) return program;
  const isWindows = process.platform === "win32";
  const options = { cwd: root, stdio: ["ignore", 2, 2] };
  const npm = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
  const steps = [
    () => spawnSync(isWindows ? "npm.cmd" : "npm", npm, { ...options, shell: isWindows }),
    () => spawnSync(process.execPath, [join(root, "scripts", "build.mjs")], options),
  ];
  const failed = steps.some((step) => step().status !== 0);
  return !failed && existsSync(program) ? program : undefined;
}
