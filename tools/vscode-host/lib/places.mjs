// The folders and programs of this tool, in one place.
// The server wants Node 24, which comes from npm unless the Node at hand is new enough.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const hostFolder = dirname(dirname(fileURLToPath(import.meta.url)));
export const projectFolder = dirname(dirname(hostFolder));
export const modulesFolder = join(hostFolder, "vscode-modules");
export const serverFolder = join(hostFolder, "node_modules", "code-server", "lib", "vscode");

const oldestNode = 24;

/** The Node program that runs the VS Code server. */
export function serverNode() {
  if (Number.parseInt(process.versions.node, 10) >= oldestNode) return process.execPath;
  const program = join("bin", process.platform === "win32" ? "node.exe" : "node");
  for (const name of [`node-${platformName()}-${process.arch}`, `node-bin-${platformName()}-${process.arch}`]) {
    const path = join(hostFolder, "node_modules", name, program);
    if (existsSync(path)) return path;
  }
  throw new Error(
    `VS Code's server needs Node ${oldestNode}, and there is none for ${process.platform}-${process.arch} to install. ` +
      `Please run this with Node ${oldestNode} or newer.`,
  );
}

/** The browser driver, loaded late because it may have been installed only just now. */
export function loadPlaywright() {
  return createRequire(join(hostFolder, "package.json"))("playwright-core");
}

function platformName() {
  return process.platform === "win32" ? "win" : process.platform;
}
