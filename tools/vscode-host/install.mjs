// Installs the VS Code server and the browser driver of this folder, and joins the two halves of the server.
// Nothing is compiled and nothing is done when both lock files are as they were at the last run.
import { existsSync } from "node:fs";
import { rm, symlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { installWhenChanged } from "../../scripts/setup.mjs";
import { hostFolder, modulesFolder, serverFolder } from "./lib/places.mjs";

/** Makes the host ready to start; returns true when something had to be installed. */
export async function ensureHost() {
  const outer = await installWhenChanged(hostFolder, "a VS Code server and browser driver");
  const inner = await installWhenChanged(modulesFolder, "the VS Code server's modules");
  const link = join(serverFolder, "node_modules");
  if (!existsSync(link)) {
    await rm(link, { force: true });
    // code-server leaves the modules of its inner VS Code to an install script that wants a compiler.
    await symlink(join(modulesFolder, "node_modules"), link, "junction");
  }
  return outer || inner;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await ensureHost();
