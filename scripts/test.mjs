// `npm test`: sets up what is missing, builds, and runs everything; ends with one line, “N passed, N failed”.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled } from "./setup.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Runs one of our tools in a process of its own; true if it ended well. */
function run(module, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, module), ...args], { cwd: root, stdio: "inherit" });
    child.on("close", (code) => resolve(code === 0));
    child.on("error", () => resolve(false));
  });
}

/** Runs a step that either holds or does not, and says how long it took. */
async function step(title, work) {
  const started = Date.now();
  console.log(`\n— ${title}`);
  let outcome;
  try {
    outcome = await work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    outcome = false;
  }
  const counts = typeof outcome === "object" ? outcome : { passed: outcome ? 1 : 0, failed: outcome ? 0 : 1 };
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${title}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`);
  return counts;
}

async function unitTests() {
  const report = join(root, "out", "vitest.json");
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const well = await run("node_modules/vitest/vitest.mjs", [
    "run",
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  // A run that dies before it reports is a failure, whatever it printed.
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, "utf8"));
  return { passed: numPassedTests, failed: well ? numFailedTests : Math.max(1, numFailedTests) };
}

async function editorTests(options) {
  const { runVsCodeSuite } = await import("./vscode-suite.mjs");
  return runVsCodeSuite(options);
}

/** The steps of `npm run check`; `npm test` adds the suite in VS Code. */
export async function runAll({ editor }) {
  await ensureInstalled();
  const { build } = await import("./build.mjs");
  const { codegen } = await import("./codegen.mjs");
  const all = [
    await step("Generated files are up to date", async () => {
      const stale = await codegen({ check: true });
      for (const path of stale) console.error(`stale: ${path} (run: npm run codegen)`);
      return stale.length === 0;
    }),
    await step("Build", async () => Boolean(await build({ tests: true }))),
    await step("Types", () => run("node_modules/typescript/bin/tsc", ["-b"])),
    await step("Lint and format", () => run("node_modules/@biomejs/biome/bin/biome", ["ci", "--reporter=summary"])),
    await step("Tests", unitTests),
  ];
  if (editor) {
    all.push(await step("Suite in VS Code", () => editorTests({})));
    all.push(await step("Suite in VS Code for the Web", () => editorTests({ web: true })));
  }
  const passed = all.reduce((sum, counts) => sum + counts.passed, 0);
  const failed = all.reduce((sum, counts) => sum + counts.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runAll({ editor: true });
