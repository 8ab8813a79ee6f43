// `npm run bench [-- --pages N] [--rounds N] [--dir ARCHIVE]`: measures kblint beside the floor and the peers that are
// there, interleaved in one run, and prints ratios. Different tools do different work on the same files: the table
// says what a pass over the archive costs, not who does more.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { generateArchive } from "../bench/generate-archive.mjs";
import { ensureInstalled } from "./setup.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const { values } = parseArgs({
  options: {
    pages: { type: "string", default: "5000" },
    rounds: { type: "string", default: "5" },
    dir: { type: "string" },
  },
});

await ensureInstalled();
const { build } = await import("./build.mjs");
await build();

const out = join(root, "out", "bench");
mkdirSync(out, { recursive: true });
const archive = values.dir ?? prepareArchive(Number(values.pages));
const files = pagesOf(archive);
const list = join(out, "files.txt");
writeFileSync(list, files.join("\n"));

function prepareArchive(pages) {
  const folder = join(out, `archive-${pages}`);
  if (!existsSync(join(folder, "kb"))) {
    const bytes = generateArchive(folder, pages);
    console.log(`generated ${pages} pages, ${(bytes / 1e6).toFixed(1)} MB`);
  }
  return folder;
}

function pagesOf(folder) {
  const found = [];
  for (const name of readdirSync(join(folder, "kb")).filter((entry) => /^\d{3}$/.test(entry))) {
    for (const id of readdirSync(join(folder, "kb", name)))
      if (/^Q\d+$/.test(id)) found.push(join(folder, "kb", name, id, "README.md"));
  }
  return found;
}

/** What is run: a name, a program, and whether findings (exit 1) are a good end. */
const contenders = [
  {
    name: "floor: node, read + one expression",
    program: process.execPath,
    args: [join(root, "bench", "floor.mjs"), list],
  },
  { name: "rg -c (walks)", program: "rg", args: ["-c", "-j2", "\\bQ[0-9]{5,6}\\b", join(archive, "kb")] },
  {
    name: "rumdl check --no-cache --silent",
    program: "rumdl",
    args: ["check", "--no-cache", "--silent", join(archive, "kb")],
  },
  {
    name: "kblint lint --format json",
    program: process.execPath,
    args: [join(root, "dist", "kblint.js"), "lint", "--format", "json", join(archive, "kb")],
  },
].filter(({ program }) => program === process.execPath || spawnSync(program, ["--version"]).status === 0);

/** Runs a contender once; wall milliseconds. Throws where it fails. */
function measure({ program, args }) {
  const started = performance.now();
  const ended = spawnSync(program, args, { stdio: ["ignore", "ignore", "pipe"], maxBuffer: 1e9 });
  if (ended.status === null || ended.status > 1)
    throw new Error(`${program} ended with ${ended.status}: ${ended.stderr}`);
  return performance.now() - started;
}

const times = new Map(contenders.map(({ name }) => [name, []]));
for (let round = 0; round < Number(values.rounds); round++) {
  for (const contender of contenders) times.get(contender.name).push(measure(contender));
}
const median = (list_) => [...list_].sort((a, b) => a - b)[Math.floor(list_.length / 2)];
const floor = median(times.get(contenders[0].name));
console.log(`\n${files.length} pages, ${values.rounds} rounds, ${cpus().length} cores, Node ${process.version}\n`);
console.log("| what | wall s, median | × floor |\n|---|---|---|");
for (const [name, list_] of times)
  console.log(`| ${name} | ${(median(list_) / 1000).toFixed(2)} | ${(median(list_) / floor).toFixed(2)} |`);
