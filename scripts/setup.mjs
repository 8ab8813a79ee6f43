// Installs a folder's npm packages when they are missing or no longer match its lock file, and otherwise does nothing.
// It runs before anything is installed, so it uses only what Node itself brings.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Installs the project's own packages when that is needed; says whether it was. */
export function ensureInstalled() {
  return installWhenChanged(root, "the project's packages");
}

/** Runs `npm ci --ignore-scripts` in `folder` unless what is installed there already matches its lock file. */
export async function installWhenChanged(folder, what) {
  const stamp = join(folder, "node_modules", ".kb-setup");
  const lock = await readFile(join(folder, "package-lock.json"), "utf8");
  const wanted = createHash("sha256").update(lock).digest("hex");
  if ((await readOr(stamp, "")) === wanted) return false;
  const agrees = await installedAgrees(folder, JSON.parse(lock));
  if (!agrees) {
    console.log(`Installing ${what} …`);
    const began = Date.now();
    await npmCi(folder);
    console.log(`Installed ${what} in ${((Date.now() - began) / 1000).toFixed(1)} s.`);
  }
  await writeFile(stamp, wanted);
  return !agrees;
}

/** Somebody may have run npm by hand: npm notes what it installed, so compare that note with the lock file. */
async function installedAgrees(folder, lock) {
  const note = await readOr(join(folder, "node_modules", ".package-lock.json"), "");
  if (note === "") return false;
  const installed = JSON.parse(note).packages;
  return Object.entries(lock.packages).every(([path, entry]) => {
    if (path === "") return true;
    const found = installed[path];
    return found === undefined ? mayBeAbsent(entry) : found.version === entry.version;
  });
}

/** npm leaves out what is optional and meant for another platform, or would not build; ours must be there. */
function mayBeAbsent(entry) {
  if (entry.optional !== true) return false;
  const here = entry.os?.includes(process.platform) === true && entry.cpu?.includes(process.arch) !== false;
  return !here || entry.libc !== undefined;
}

function npmCi(folder) {
  const windows = process.platform === "win32";
  const flags = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  return new Promise((done, fail) => {
    // Windows starts npm.cmd through a shell only; the flags are fixed words, so nothing needs quoting.
    const npm = spawn(windows ? "npm.cmd" : "npm", flags, { cwd: folder, stdio: "inherit", shell: windows });
    npm.on("error", (error) =>
      fail(new Error(`npm could not be started (${error.message}). Is Node.js with npm installed?`)),
    );
    npm.on("exit", (code) =>
      code === 0 ? done() : fail(new Error(`npm ci failed in ${folder} (exit code ${code}).`)),
    );
  });
}

async function readOr(path, fallback) {
  try {
    return await readFile(path, "utf8");
  } catch {
    return fallback;
  }
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  await ensureInstalled();
