// Opens the workbench page in a headless browser and waits until the tests in it have ended.
// The workbench reports through two functions that its smoke-test driver looks for on the page.
import { format } from "node:util";

/** Starts the page at `url`; `exitCode` is what the tests end with, or a failure of the page itself. */
export async function openTestPage(browser, url) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  let ended;
  const exitCode = new Promise((done, fail) => {
    ended = done;
    page.on("crash", () => fail(new Error("The workbench page crashed.")));
    page.on("close", () => fail(new Error("The workbench page was closed.")));
    browser.on("disconnected", () => fail(new Error("Chromium ended before the tests did.")));
  });
  // Nobody may be waiting any more when the page closes at the end.
  exitCode.catch(() => {});
  await page.exposeFunction("codeAutomationLog", print);
  await page.exposeFunction("codeAutomationExit", (code) => ended(code));
  await page.goto(url, { waitUntil: "commit" });
  return { exitCode };
}

/** What this version of VS Code says on every start here. */
const everyday = [
  /^(Resolving|Resolved) connection token/,
  /^Creating a socket \(renderer-/,
  /^\[(reconnection-grace-time|AgentHost:remote|AccountPolicyGate|DefaultAccount|Service Worker)\]/,
  /^Ignoring fetching additional builtin extensions/,
  /^No search provider registered for scheme/,
  // Tests that end early stop the workbench in the middle of its start.
  /^Canceled: Canceled: Canceled\n.*\/workbench\.js/s,
  /^Loading development extension at/,
  /^Request to '.*package\.nls\.json' failed with status code 404/,
];

/** The workbench sends the extension host's console, and its own log with it. */
function print(type, args) {
  const text = format(...args);
  if (process.env.KB_HOST_VERBOSE !== "1" && everyday.some((pattern) => pattern.test(text))) return;
  (type === "error" || type === "warn" ? process.stderr : process.stdout).write(`${text}\n`);
}
