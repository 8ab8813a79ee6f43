// `npm start [-- DIR]`: installs and builds what is missing, then opens VS Code with the extension on an archive.
// The desktop VS Code is used where there is one, else VS Code is served to the browser on this machine only.
import { spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Lifetime } from "../tools/vscode-host/lib/lifetime.mjs";
import { ensureInstalled } from "./setup.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const windows = process.platform === "win32";
const once = process.env.KB_START_ONCE === "1";

try {
  process.exit(await start(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function start(args) {
  const folder = resolve(args.find((arg) => !arg.startsWith("-")) ?? join(root, "examples"));
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    console.error(`There is no folder ${folder}.`);
    return 2;
  }
  await ensureInstalled();
  const { build } = await import("./build.mjs");
  await build();
  if (!once && !args.includes("--browser") && (await openDesktop(folder))) return 0;
  return serveInBrowser(folder);
}

/** Opens the desktop VS Code; false where there is none that could show a window. */
async function openDesktop(folder) {
  const code = desktopCode();
  if (code === undefined) return false;
  const flags = [`--extensionDevelopmentPath=${root}`, folder];
  const exitCode = await new Promise((done) => {
    // Windows starts code.cmd through a shell only, which takes arguments apart at blanks unless they are quoted.
    const child = windows
      ? spawn(
          `"${code}"`,
          flags.map((flag) => `"${flag}"`),
          { stdio: "inherit", shell: true },
        )
      : spawn(code, flags, { stdio: "inherit" });
    child.on("error", () => done(1));
    child.on("exit", done);
  });
  if (exitCode === 0) console.log(`VS Code opens ${folder} with KB Author, in a window of its own.`);
  return exitCode === 0;
}

function desktopCode() {
  // In a terminal of a remote VS Code, `code` speaks to that window and cannot load an extension from a folder.
  if (process.env.VSCODE_IPC_HOOK_CLI !== undefined) return undefined;
  const screen = process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY ?? "";
  if (process.platform === "linux" && (screen === "" || process.getuid?.() === 0)) return undefined;
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const places = folders.map((each) => join(each, windows ? "code.cmd" : "code"));
  places.push("/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code");
  return places.find((place) => existsSync(place));
}

/** Serves VS Code until Ctrl+C; with KB_START_ONCE=1 only long enough to see that it answers. */
async function serveInBrowser(folder) {
  const { ensureHost } = await import("../tools/vscode-host/install.mjs");
  const { serveExtension } = await import("../tools/vscode-host/lib/served.mjs");
  const { folderUrl } = await import("../tools/vscode-host/lib/workbench.mjs");
  await ensureHost();
  const lifetime = new Lifetime();
  // Ctrl+C is how a person ends it, so that is no failure.
  lifetime.endOnSignals({ SIGINT: 0 });
  lifetime.endWithParent();
  try {
    const settings = existsSync(join(folder, "README.md")) ? { "workbench.startupEditor": "readme" } : {};
    const server = await serveExtension({ lifetime, extension: root, settings });
    const address = folderUrl(server, folder);
    console.log(`VS Code is at ${address}\nOpen it in a browser on this machine; press Ctrl+C here to stop.`);
    if (once) return (await answers(address)) ? 0 : 1;
    const { code, signal } = await server.exited;
    if (lifetime.isEnding) return 0;
    console.error(`VS Code's server ended (${signal ?? code}).\n${server.log.text()}`);
    return 1;
  } finally {
    await lifetime.end();
  }
}

/** Asks for the page as a browser does: the first answer sets a cookie from the token and leads to the page. */
async function answers(address) {
  const first = await fetch(address, { redirect: "manual" });
  const cookie = (first.headers.get("set-cookie") ?? "").split(";")[0];
  const page = await fetch(new URL(first.headers.get("location") ?? "", address), { headers: { cookie } });
  console.log(`The workbench answers ${page.status}.`);
  return page.status === 200;
}
