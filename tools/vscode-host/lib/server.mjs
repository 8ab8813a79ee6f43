// Starts the VS Code server that code-server ships, on 127.0.0.1 and a free port.
// It runs in a process group of its own, so that its extension hosts and their children end with it.
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { hostFolder, serverFolder, serverNode } from "./places.mjs";

const startLimit = 60_000;
const linesKept = 40;
const readyLine = /Extension host agent listening on (\d+)/;
const hostExitLine = /Extension Host Process exited with code: (\S+), signal: (\S+?)\.?$/;

/**
 * Starts the server, has `lifetime` stop it, and waits until it listens.
 *
 * `options`: `lifetime`, `dataFolder`, `userFolder`, `extensionsFolder`, and optionally `flags` (more server flags)
 * and `onExtensionHostExit(code, signal)`.
 */
export async function startServer(options) {
  await mkdir(options.dataFolder, { recursive: true });
  // Without a token any web page that the user has open could speak to the server, which runs programs.
  const token = randomBytes(12).toString("hex");
  const program = [
    "--require",
    join(hostFolder, "lib", "follow-parent.cjs"),
    join(serverFolder, "out", "server-main.js"),
  ];
  const child = spawn(serverNode(), [...program, ...serverFlags(options, token)], {
    detached: process.platform !== "win32",
    env: serverEnvironment(options),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const log = new Log();
  const exited = once(child, "exit").then(([code, signal]) => ({ code, signal }));
  options.lifetime.add(() => stopGroup(child, exited));
  const port = await listening(child, log, options);
  return { address: `http://127.0.0.1:${port}/`, token, log, exited };
}

/** The last lines that the server said, for messages about what went wrong. */
class Log {
  #lines = [];

  add(line) {
    this.#lines.push(line);
    if (this.#lines.length > linesKept) this.#lines.shift();
  }

  text() {
    return this.#lines.map((line) => `  | ${line}`).join("\n");
  }
}

function serverFlags({ dataFolder, userFolder, extensionsFolder, flags = [] }, token) {
  return [
    "--accept-server-license-terms",
    ...["--telemetry-level", "off"],
    ...["--server-data-dir", dataFolder],
    ...["--user-data-dir", userFolder],
    ...["--extensions-dir", extensionsFolder],
    ...["--host", "127.0.0.1"],
    ...["--port", "0"],
    ...["--connection-token", token],
    "--disable-workspace-trust",
    "--disable-experiments",
    ...flags,
  ];
}

/** Without a gallery no extension is looked for on the network; what an outer VS Code set must not leak in. */
function serverEnvironment({ dataFolder }) {
  const foreign = /^(VSCODE_|ELECTRON_|NODE_OPTIONS$|VITEST)/;
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  // Sockets go where everything is removed at the end.
  const own = { VSCODE_CLI: "1", EXTENSIONS_GALLERY: "{}", XDG_RUNTIME_DIR: dataFolder };
  return { ...Object.fromEntries(kept), ...own };
}

function listening(child, log, { onExtensionHostExit }) {
  return new Promise((done, fail) => {
    const limit = setTimeout(() => fail(serverError("did not start in time", log)), startLimit);
    const read = (line) => {
      log.add(line);
      const port = readyLine.exec(line);
      if (port !== null) done(Number(port[1]));
      const exit = hostExitLine.exec(line);
      if (exit !== null) onExtensionHostExit?.(exit[1], exit[2]);
    };
    createInterface({ input: child.stdout }).on("line", read);
    createInterface({ input: child.stderr }).on("line", read);
    child.once("error", (error) => fail(serverError(`could not be started: ${error.message}`, log)));
    child.once("exit", (code, signal) => fail(serverError(`ended with ${signal ?? code}`, log)));
    child.once("exit", () => clearTimeout(limit));
    limit.unref();
  });
}

function serverError(what, log) {
  return new Error(`The VS Code server ${what}.\n${log.text()}`);
}

async function stopGroup(child, exited) {
  if (child.pid === undefined) return;
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/PID", String(child.pid), "/T", "/F"], { stdio: "ignore" });
    return;
  }
  try {
    // The group outlives its leader while an extension host or language server still runs.
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // Nothing of the group is left.
  }
  if (child.exitCode === null && child.signalCode === null) await exited;
}
