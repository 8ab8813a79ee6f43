// The step of the GitHub Action: turns the action's inputs into a command line of kblint and runs it.
// Inputs come in as environment variables and go on as arguments, so that no shell ever reads what a title or path says.
import { spawnSync } from "node:child_process";
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { kblintProgram, root } from "./kblint-program.mjs";

const FAILURE = 2;

const input = (name) => (process.env[`INPUT_${name.toUpperCase().replaceAll("-", "_")}`] ?? "").trim();
const lines = (name) =>
  input(name)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map((line) => line.trim());

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

console.log("::group::kblint");
const kblint = kblintProgram();
console.log("::endgroup::");
if (kblint === undefined) {
  console.log("::error title=kblint::kblint could not be built; see the log of this step.");
  process.exit(FAILURE);
}
// Annotations of the format github need no matcher; the lines of the format stylish do.
if (input("format") === "stylish") console.log(`::add-matcher::${join(root, "action", "problem-matcher.json")}`);
const { status } = spawnSync(process.execPath, [kblint, ...commandLine()], {
  cwd: input("working-directory") || ".",
  stdio: ["ignore", "inherit", "inherit"],
});
const code = status ?? FAILURE;
setOutputs(code);
process.exitCode = input("fail") === "false" && code !== FAILURE ? 0 : code;
