// The command line beside the floor and its peers on one archive: every round runs all of them one after the other, so
// that noise of the machine meets all alike, and ratios are taken within a round.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findRipgrep, findRumdl, versionOf } from "./peers.mjs";
import { figure, median, tableOf } from "./table.mjs";
import { runMeasured } from "./usage.mjs";

// What takes longer than this is run in the first and the last round only.
const LONG = 4;
const PATTERN = "\\bQ[0-9]{5,6}\\b";

/** Measures everything on an archive; the tables as Markdown. */
export async function benchCommandLine({ root, archive, rounds, log }) {
  const contenders = contendersFor(root, archive).map((one) => ({ files: archive.files.length, ...one }));
  const runs = new Map(contenders.map(({ key }) => [key, new Map()]));
  for (let round = 0; round < rounds; round++) {
    for (const contender of contenders) {
      const own = runs.get(contender.key);
      if (round > 0 && round < rounds - 1 && (own.get(0)?.wall ?? 0) > LONG) continue;
      log(`round ${round + 1} of ${rounds}: ${contender.name}`);
      own.set(round, await runMeasured(contender));
    }
  }
  return [resultTable(contenders, runs), "", goalTable(contenders, runs), "", findingsLine(contenders)].join("\n");
}

function contendersFor(root, { folders, files, list, folder, out }) {
  const output = join(out, "output.txt");
  const rg = findRipgrep(root);
  const rumdl = findRumdl(root);
  const peer = (key, program, name, args) =>
    program ? [{ key, program, args, output, name: `${name} (${versionOf(program)})` }] : [];
  const pages = files.filter((file) => file.endsWith(".md")).length;
  // Raw texts are no Markdown.
  const pagesOnly = (rows) =>
    pages === files.length ? rows : rows.map((one) => ({ ...one, files: pages, name: `${one.name}, pages only` }));
  return [
    {
      key: "floor",
      name: "floor: Node, read + one expression",
      program: process.execPath,
      args: [join(root, "bench", "floor.mjs"), list],
      output,
    },
    ...peer("rg", rg, "rg -c", ["-c", "-j2", PATTERN, ...folders]),
    ...peer("rgAll", rg, "rg -uuu -c", ["-uuu", "-c", "-j2", PATTERN, ...folders]),
    ...pagesOnly(peer("rumdl", rumdl, "rumdl check", ["check", "--no-cache", "--silent", ...folders])),
    ...kblintRows(root, folder, out),
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
  return [
    ...rows,
    row("kblint1", "kblint lint --threads 1", ["--threads", "1"]),
    row("kblint2", "kblint lint --threads 2", ["--threads", "2"]),
  ];
}

function resultTable(contenders, runs) {
  const head = ["what", "runs", "wall s: median (min–max)", "CPU s", "peak MB", "wall × floor", "CPU × floor"];
  const floor = runs.get("floor");
  const rows = contenders.map(({ key, name }) => {
    const own = runs.get(key);
    const of = (what) => [...own.values()].map((run) => run[what]);
    const walls = of("wall");
    return [
      name,
      own.size,
      `${figure(median(walls))} (${figure(Math.min(...walls))}–${figure(Math.max(...walls))})`,
      figure(median(of("cpu"))),
      figure(Math.max(...of("peak")), 0),
      figure(ratio(own, floor, "wall")),
      figure(ratio(own, floor, "cpu")),
    ];
  });
  return tableOf(head, rows);
}

/** The median over the rounds in which both ran of one's figure by the other's. */
function ratio(one, other, what) {
  const rounds = [...(one?.keys() ?? [])].filter((round) => other?.has(round));
  return median(rounds.map((round) => one.get(round)[what] / other.get(round)[what]));
}

function goalTable(contenders, runs) {
  const best = contenders
    .filter(({ key }) => key.startsWith("kblint"))
    .sort(
      (a, b) => ratio(runs.get(a.key), runs.get("floor"), "wall") - ratio(runs.get(b.key), runs.get("floor"), "wall"),
    );
  const ours = runs.get(best[0].key);
  const peak = Math.max(...[...ours.values()].map((run) => run.peak));
  const perFile = best[0].files / (contenders.find(({ key }) => key === "rumdl")?.files ?? Number.NaN);
  const rows = [
    ["wall, against rg -c", "≤ 2.0 ×", ratio(ours, runs.get("rg"), "wall"), (n) => n <= 2, "×"],
    ["CPU a file, rumdl's against ours", "≥ 6 ×", perFile * ratio(runs.get("rumdl"), ours, "cpu"), (n) => n >= 6, "×"],
    ["peak memory", "≤ 120 MB", peak, (n) => n <= 120, "MB"],
  ];
  return tableOf(
    [`goal, for ${best[0].name}`, "goal", "measured", "verdict"],
    rows.map(([name, goal, n, met, unit]) => [
      name,
      goal,
      Number.isFinite(n) ? `${figure(n)} ${unit}` : "–",
      verdict(n, met),
    ]),
  );
}

function verdict(n, met) {
  if (!Number.isFinite(n)) return "not measured";
  return met(n) ? "met" : "not met";
}

// Says that all rows of ours found the same: speed by finding less would be none.
function findingsLine(contenders) {
  const ours = contenders.filter(({ findings }) => findings);
  const found = ours.map(({ findings }) => JSON.parse(readFileSync(findings, "utf8")));
  const texts = new Set(found.map(({ results }) => JSON.stringify(results)));
  const { files, errors, warnings, informations } = found[0].summary;
  const same = texts.size === 1 ? "the same findings by every row of kblint" : "DIFFERENT findings by rows of kblint";
  return `${files} files linted: ${errors} errors, ${warnings} warnings, ${informations} informations; ${ours.length > 1 ? same : "all rules on"}.`;
}

/** Writes the list of files for the floor. */
export function writeList(file, files) {
  writeFileSync(file, files.join("\n"));
}
