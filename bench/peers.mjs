// Finds the programs that kblint is compared with: ripgrep on the PATH or as VS Code brings it along, rumdl from npm.
// What has to be installed goes below out/, never into the project.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";

const RUMDL = "0.2.75";
const windows = process.platform === "win32";
const suffix = windows ? ".exe" : "";
const kind = `${process.platform}-${process.arch}`;

/** The path of ripgrep; undefined where there is none. */
export function findRipgrep(root) {
  const bundled = join(root, "tools/vscode-host/vscode-modules/node_modules/@vscode");
  return [
    ...(process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, `rg${suffix}`)),
    join(bundled, "ripgrep-universal/bin", kind, `rg${suffix}`),
    join(bundled, "ripgrep/bin", `rg${suffix}`),
  ].find((path) => existsSync(path));
}

/** The path of rumdl's own program (not its start script), installed with npm where it is missing; undefined where that fails. */
export function findRumdl(root) {
  const folder = join(root, "out", "bench", "peers");
  const program = join(folder, "node_modules", "@rumdl", `cli-${kind}`, `rumdl${suffix}`);
  if (existsSync(program)) return program;
  console.log(`Installing rumdl ${RUMDL} below out/bench/peers …`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), `${JSON.stringify({ private: true, dependencies: { rumdl: RUMDL } })}\n`);
  const flags = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"];
  // Windows starts npm.cmd through a shell only; the flags are fixed words, so nothing needs quoting.
  const done = spawnSync(windows ? "npm.cmd" : "npm", flags, { cwd: folder, stdio: "inherit", shell: windows });
  if (done.status !== 0) console.log("rumdl could not be installed: its rows are left out.");
  return existsSync(program) ? program : undefined;
}

/** What a program says of its version. */
export function versionOf(program) {
  const { stdout } = spawnSync(program, ["--version"], { encoding: "utf8" });
  return stdout?.split("\n", 1)[0].replace(/ \(rev.*/, "") ?? "";
}
