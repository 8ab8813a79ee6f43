// What a VS Code workbench is given when it opens: its address with what to load, and its settings.
// The same settings serve tests and pictures: quiet, no welcome, nothing that asks the network.
import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";

const quietSettings = {
  "chat.disableAIFeatures": true,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "git.enabled": false,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "window.commandCenter": false,
  "workbench.enableExperiments": false,
  "workbench.layoutControl.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.welcomePage.walkthroughs.openOnInstall": false,
};

/** Writes the user's settings before VS Code reads them; those that are there already win. */
export async function seedSettings(userFolder, settings = {}) {
  const file = join(userFolder, "User", "settings.json");
  await mkdir(join(userFolder, "User"), { recursive: true });
  const present = await readFile(file, "utf8").then(JSON.parse, () => ({}));
  await writeFile(file, `${JSON.stringify({ ...quietSettings, ...settings, ...present }, null, 2)}\n`);
}

/** Puts an extension under development into an extensions folder, as if it were installed. */
export async function linkExtension(extensionsFolder, extension) {
  const { publisher, name, version } = JSON.parse(await readFile(join(extension, "package.json"), "utf8"));
  await mkdir(extensionsFolder, { recursive: true });
  await symlink(resolve(extension), join(extensionsFolder, `${publisher}.${name}-${version}`), "junction");
}

/** The page of `server`'s workbench that opens `folder`; it needs nothing else in its address. */
export function folderUrl(server, folder) {
  const url = new URL(server.address);
  const kind = folder.endsWith(".code-workspace") ? "workspace" : "folder";
  // Slashes may stand in a query as they are, and a path is read more easily with them.
  url.search = `${kind}=${encodeURIComponent(slashed(folder)).replaceAll("%2F", "/")}&tkn=${server.token}`;
  return url.href;
}

/** The page that also loads the extensions under development and runs `tests` in them. */
export function testUrl(server, { folder, extensions, tests }) {
  const remote = (path) => `vscode-remote://${new URL(server.address).host}${slashed(path)}`;
  const payload = [["skipWelcome", "true"]];
  for (const extension of extensions) payload.push(["extensionDevelopmentPath", remote(extension)]);
  payload.push(["extensionTestsPath", remote(tests)]);
  const url = new URL(folder === undefined ? `${server.address}?tkn=${server.token}` : folderUrl(server, folder));
  url.searchParams.set("payload", JSON.stringify(payload));
  return url.href;
}

/** A path as a URL has it: `C:\a b` becomes `/C:/a b`. */
function slashed(path) {
  const forward = resolve(path).replaceAll("\\", "/");
  return forward.startsWith("/") ? forward : `/${forward}`;
}
