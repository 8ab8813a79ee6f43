// The command line beside the floor and its peers on one archive: every round runs all of them one after the other, so
// that noise of the machine meets all alike, and ratios are taken within a round.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findRipgrep, findRumdl, versionOf } from "./peers.mjs";
import { figure, median, tableOf, verdict } from "./table.mjs";
import { isLoud, runMeasured } from "./usage.mjs";

// Peers that take longer than this are run in the first and the last round only.
const LONG = 4;
// What everything is compared with is run so often in each round: a slow run of it would make all others look fast.
const ANCHOR_RUNS = 3;
const PATTERN = "\\bQ[0-9]{5,6}\\b";

/** Measures everything on an archive; the tables as Markdown. */
export async function benchCommandLine({ root, archive, rounds, log }) {
  const contenders = contendersFor(root, archive).map((one) => ({ files: archive.files.length, ...one }));
  const runs = new Map(contenders.map(({ key }) => [key, []]));
  for (let round = 0; round < rounds; round++) {
    for (const contender of contenders) {
      const own = runs.get(contender.key);
      if (!contender.anchor && round > 0 && round < rounds - 1 && own[0].wall > LONG) continue;
      log(`round ${round + 1} of ${rounds}: ${contender.name}`);
      for (let run = 0; run < (contender.anchor ? ANCHOR_RUNS : 1); run++) own.push(await runMeasured(contender));
    }
  }
  return [resultTable(contenders, runs), "", goalTable(contenders, runs), "", findingsLine(contenders)].join("\n");
}

function contendersFor(root, { folders, files, list, folder, out, times }) {
  const output = join(out, "output.txt");
  const rg = findRipgrep(root);
  const rumdl = findRumdl(root);
  const peer = (key, program, name, args) =>
    program ? [{ key, program, args, output, name: `${name} (${versionOf(program)})` }] : [];
  const pages = files.filter((file) => file.endsWith(".md")).length;
  // Raw texts are no Markdown.
  const pagesOnly = (rows) =>
    pages === files.length ? rows : rows.map((one) => ({ ...one, files: pages, name: `${one.name}, pages only` }));
  const anchors = (rows) => rows.map((one) => ({ ...one, anchor: true }));
  return [
    {
      key: "floor",
      anchor: true,
      name: "floor: Node, read + one expression",
      program: process.execPath,
      args: [join(root, "bench", "floor.mjs"), list],
      output,
    },
    ...anchors(peer("rg", rg, "rg -c", ["-c", "-j2", PATTERN, ...folders])),
    ...anchors(peer("rgAll", rg, "rg -uuu -c", ["-uuu", "-c", "-j2", PATTERN, ...folders])),
    ...pagesOnly(peer("rumdl", rumdl, "rumdl check", ["check", "--no-cache", "--silent", ...folders])),
    // Of pages several times over every title has namesakes, which profile authoring would report.
    ...kblintRows(root, folder, out).filter(({ key }) => times === 1 || key !== "authoring"),
  ];
}

function kblintRows(root, folder, out) {
  const program = join(root, "dist", "kblint.js");
  const help = spawnSync(process.execPath, [program, "lint", "--help"], { encoding: "utf8" }).stdout ?? "";
  const row = (key, name, options) => {
    const findings = join(out, `${key}.json`);
    return {
      key,
      name,
      findings,
      program: process.execPath,
      output: join(out, "output.txt"),
      args: [program, "lint", "--format", "json", "--output", findings, ...options, folder],
    };
  };
  const rows = [row("kblint", "kblint lint", [])];
  if (!help.includes("--threads")) return rows;
  const hints = ["--min-severity", "hint"];
  return [
    ...rows,
    row("kblint1", "kblint lint --threads 1", ["--threads", "1"]),
    row("kblint3", "kblint lint --threads 3", ["--threads", "3"]),
    row("hints", "kblint lint, with hints", hints),
    row("authoring", "kblint lint, with hints, profile authoring", ["--profile", "authoring", ...hints]),
  ];
}

function resultTable(contenders, runs) {
  const head = [
    "what",
    "runs",
    "wall s: best, median, worst",
    "CPU s: best",
    "peak MB",
    "wall × floor",
    "CPU × floor",
    "others",
  ];
  const floor = runs.get("floor");
  const rows = contenders.map(({ key, name }) => {
    const own = runs.get(key);
    const walls = own.map(({ wall }) => wall);
    return [
      name,
      own.length,
      [best(own, "wall"), median(walls), Math.max(...walls)].map((n) => figure(n)).join(" / "),
      figure(best(own, "cpu")),
      figure(Math.max(...own.map(({ peak }) => peak)), 0),
      figure(ratio(own, floor, "wall")),
      figure(ratio(own, floor, "cpu")),
      `${figure(100 * othersIn(own), 0)} %`,
    ];
  });
  return tableOf(head, rows);
}

// Noise only ever adds, so the best run is the one nearest to what a program costs.
function best(runs, what) {
  return Math.min(...runs.map((run) => run[what]));
}

function ratio(one, other, what) {
  return one && other ? best(one, what) / best(other, what) : Number.NaN;
}

// How much others took of the machine in a program's runs.
function othersIn(runs) {
  return median(runs.map(({ others }) => others));
}

function goalTable(contenders, runs) {
  // As users start it; other numbers of threads, and hints, are there for comparison.
  const chosen = contenders.find(({ key }) => key === "kblint");
  const [ours, rg, rumdl] = [chosen.key, "rg", "rumdl"].map((key) => runs.get(key));
  const perFile = chosen.files / (contenders.find(({ key }) => key === "rumdl")?.files ?? Number.NaN);
  const wall = ratio(ours, rg, "wall");
  const cpu = perFile * ratio(rumdl, ours, "cpu");
  const peak = Math.max(...ours.map((run) => run.peak));
  const loud = (...all) => all.some((list) => list && isLoud(othersIn(list)));
  const rows = [
    ["wall, against rg -c", "≤ 2.0 ×", `${figure(wall)} ×`, judge(wall, wall <= 2, loud(ours, rg))],
    ["CPU a file, rumdl's against ours", "≥ 6 ×", `${figure(cpu)} ×`, judge(cpu, cpu >= 6, loud(ours, rumdl))],
    ["peak memory", "≤ 120 MB", `${figure(peak, 0)} MB`, judge(peak, peak <= 120, false)],
  ];
  return tableOf([`goal, for ${chosen.name}`, "goal", "measured", "verdict"], rows);
}

function judge(value, met, loud) {
  return Number.isFinite(value) ? verdict(met, loud) : "not measured";
}

// Says that rows of ours which differ in threads only found the same: speed by finding less would be none.
function findingsLine(contenders) {
  const found = contenders
    .filter(({ findings }) => findings)
    .map(({ key, name, findings }) => ({ key, name, ...JSON.parse(readFileSync(findings, "utf8")) }));
  const alike = found.filter(({ key }) => key.startsWith("kblint"));
  const same = new Set(alike.map(({ results }) => JSON.stringify(results))).size === 1;
  const others = found.filter((one) => !alike.includes(one)).map((one) => `${one.name}: ${countsOf(one)}.`);
  const first = `${alike[0].summary.files} files linted: ${countsOf(alike[0])}; ${same ? "the same" : "DIFFERENT"} findings with any number of threads.`;
  return [first, ...others].join(" ");
}

function countsOf({ summary: { errors, warnings, informations, hints } }) {
  return `${errors} errors, ${warnings} warnings, ${informations} informations, ${hints} hints`;
}

/** Writes the list of files for the floor. */
export function writeList(file, files) {
  writeFileSync(file, files.join("\n"));
}
