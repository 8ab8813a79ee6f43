// Takes the command line of VS Code desktop and runs an extension's tests in a VS Code served to a headless browser.
// It exits with the tests' exit code, so that test runners can use it in place of a desktop VS Code.
import { join } from "node:path";
import { ensureHost } from "./install.mjs";
import { ensureChromium, launchChromium } from "./lib/chromium.mjs";
import { readCommandLine } from "./lib/command-line.mjs";
import { Lifetime } from "./lib/lifetime.mjs";
import { startServer } from "./lib/server.mjs";
import { openTestPage } from "./lib/test-page.mjs";
import { startWebProxy } from "./lib/web-proxy.mjs";
import { folderUrl, seedSettings, testUrl } from "./lib/workbench.mjs";

const limitSeconds = Number(process.env.KB_HOST_LIMIT_SECONDS ?? 180);

/** Runs the tests that the command line names and returns their exit code. */
async function runTests(options, chromium, lifetime) {
  const scratch = await lifetime.temporaryFolder("kb-host-");
  const userFolder = options.userFolder ?? join(scratch, "user");
  await seedSettings(userFolder);
  const hostDeath = deferred();
  const [server, browser] = await Promise.all([
    startServer({
      dataFolder: join(scratch, "server"),
      userFolder,
      extensionsFolder: options.extensionsFolder ?? join(scratch, "extensions"),
      flags: ["--enable-smoke-test-driver"],
      onExtensionHostExit: (code, signal) => {
        if (code !== "0") hostDeath.fail(new Error(`The extension host died (code ${code}, signal ${signal}).`));
      },
      lifetime,
    }),
    launchChromium(chromium, lifetime),
  ]);
  const page = await openTestPage(browser, await pageToOpen(options, server, lifetime));
  const serverEnd = server.exited.then(({ code, signal }) => {
    throw new Error(`The VS Code server ended with ${signal ?? code}.\n${server.log.text()}`);
  });
  serverEnd.catch(() => {});
  return Promise.race([page.exitCode, hostDeath.promise, serverEnd]);
}

/** In the Node extension host the page names the paths; a web one needs the files on the page's own origin. */
async function pageToOpen(options, server, lifetime) {
  if (!options.web) return testUrl(server, options);
  const [extension] = options.extensions;
  const proxy = await startWebProxy({ lifetime, server, extension, tests: options.tests });
  return folderUrl(proxy, options.folder);
}

function timeLimit() {
  const { promise, fail } = deferred();
  const message = `The tests did not end within ${limitSeconds} s (KB_HOST_LIMIT_SECONDS), so VS Code was stopped.`;
  setTimeout(() => fail(new Error(message)), limitSeconds * 1000).unref();
  return promise;
}

function deferred() {
  const parts = {};
  parts.promise = new Promise((done, fail) => Object.assign(parts, { done, fail }));
  // A failure that nobody waits for any more is no failure of the program.
  parts.promise.catch(() => {});
  return parts;
}

// Whoever reads the output may go first; that must not keep the clean-up from happening.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
const lifetime = new Lifetime();
lifetime.endOnSignals();
lifetime.endWithParent();
let exitCode = 1;
try {
  const options = readCommandLine(process.argv.slice(2));
  if (options.tests === undefined) throw new Error("Nothing to run: --extensionTestsPath is missing.");
  await ensureHost();
  const chromium = ensureChromium();
  // The limit starts after the installation of what is missing, which may take long the first time.
  exitCode = await Promise.race([runTests(options, chromium, lifetime), timeLimit()]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
}
await lifetime.end();
process.exit(exitCode);
