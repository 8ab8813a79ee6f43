// Finds a Chromium for the headless workbench, and installs Debian's where that is allowed.
// On a desktop it never installs anything: it says what to install.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { loadPlaywright } from "./places.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
const fixedPlaces = {
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: [
    ...["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].map((name) =>
      join(process.env[name] ?? "", "Google", "Chrome", "Application", "chrome.exe"),
    ),
    join(process.env["ProgramFiles(x86)"] ?? "", "Microsoft", "Edge", "Application", "msedge.exe"),
  ],
};

const flags = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-proxy-server",
  // Whatever a page asks for, no name but 127.0.0.1 is ever looked up or reached.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/** Starts a headless Chromium that reaches nothing but this machine, and has `lifetime` close it. */
export async function launchChromium(executablePath, lifetime) {
  // Chromium's own sandbox is off (Playwright's default): it does not start as root, and every page is ours.
  // The driver's signal handlers are off as well, since `lifetime` handles signals for all processes at once.
  const handlers = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  const browser = await loadPlaywright().chromium.launch({ executablePath, headless: true, args: flags, ...handlers });
  lifetime.add(() => browser.close());
  return browser;
}

/** The path of a Chromium; installs Debian's package as root, else fails with what to do. */
export function ensureChromium() {
  const found = findChromium();
  if (found !== undefined) return found;
  if (process.platform === "linux" && process.getuid?.() === 0 && onPath("apt-get") !== undefined) {
    console.log("Installing Chromium with apt-get …");
    aptGet("update", "-qq");
    aptGet("install", "-y", "-qq", "--no-install-recommends", "chromium");
    const installed = findChromium();
    if (installed !== undefined) return installed;
  }
  throw new Error(
    "No Chromium or Chrome was found. Install one (on Debian or Ubuntu: sudo apt-get install chromium), " +
      "or name its program in the environment variable CHROME_PATH.",
  );
}

/** The path of a Chromium that is already here, or undefined. */
export function findChromium() {
  const named = process.env.CHROME_PATH;
  if (named !== undefined && named !== "") {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_PATH names ${named}, which does not exist.`);
  }
  return names.map(onPath).find(Boolean) ?? (fixedPlaces[process.platform] ?? []).find((path) => existsSync(path));
}

function onPath(name) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

function aptGet(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const run = spawnSync("apt-get", args, { stdio: ["ignore", "ignore", "pipe"], env, encoding: "utf8" });
  if (run.status !== 0) throw new Error(`apt-get ${args[0]} failed:\n${run.stderr}`);
}
