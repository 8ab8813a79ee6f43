// The step of the GitHub Action: turns the action's inputs into a command line of kblint and runs it.
// Inputs come in as environment variables and go on as arguments, so that no shell ever reads what a title or path says.
import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const kblint = join(root, "dist", "kblint.js");
const FAILURE = 2;

const input = (name) => (process.env[`INPUT_${name.toUpperCase().replaceAll("-", "_")}`] ?? "").trim();
const lines = (name) =>
  input(name)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map((line) => line.trim());

/** A release has dist/ in it; a branch is built here, once a job. */
function build() {
  if (existsSync(kblint)) return;
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const shell = process.platform === "win32";
  console.log("::group::Build kblint");
  const steps = [
    () => spawnSync(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: root, stdio: "inherit", shell }),
    () => spawnSync(process.execPath, [join(root, "scripts", "build.mjs")], { cwd: root, stdio: "inherit" }),
  ];
  const failed = steps.some((step) => step().status !== 0);
  console.log("::endgroup::");
  if (!failed && existsSync(kblint)) return;
  console.log("::error title=kblint::kblint could not be built; see the log of this step.");
  process.exit(FAILURE);
}

/** The command line that the inputs ask for. */
function commandLine() {
  const words = ["lint"];
  for (const name of ["format", "output", "profile", "shard", "max-warnings", "min-severity"]) {
    if (input(name) !== "") words.push(`--${name}=${input(name)}`);
  }
  words.push(...lines("args"));
  const paths = lines("paths");
  return [...words, "--", ...(paths.length > 0 ? paths : ["."])];
}

/** What later steps of the job can ask for. */
function setOutputs(code) {
  const file = process.env.GITHUB_OUTPUT;
  if (file) appendFileSync(file, `exit-code=${code}\nreport=${input("output")}\n`);
}

build();
// Annotations of the format github need no matcher; the lines of the format stylish do.
if (input("format") === "stylish") console.log(`::add-matcher::${join(root, "action", "problem-matcher.json")}`);
const { status } = spawnSync(process.execPath, [kblint, ...commandLine()], {
  cwd: input("working-directory") || ".",
  stdio: ["ignore", "inherit", "inherit"],
});
const code = status ?? FAILURE;
setOutputs(code);
process.exitCode = input("fail") === "false" && code !== FAILURE ? 0 : code;
