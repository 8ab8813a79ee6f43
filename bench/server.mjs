// The language server on one archive, as an editor meets it: starting, indexing, typing, asking. One table of measure,
// goal, figure and verdict; what the server does not have yet is said instead of measured.
import { statSync } from "node:fs";
import { join } from "node:path";
import { surveyArchive } from "./archive.mjs";
import { Random } from "./random.mjs";
import { benchRumdlServer } from "./rumdl-server.mjs";
import { coldRun, steadyRun, typingRun, warmRun } from "./server-runs.mjs";
import { figure, median, percentile, spread, tableOf, verdict } from "./table.mjs";
import { isLoud } from "./usage.mjs";

const ENOUGH_KEYS = 60;

/** Measures the server; the table as Markdown. */
export async function benchServer({ root, archive, rounds, peers, log }) {
  log("surveying the archive");
  const setting = settingFor(root, archive);
  const cold = [];
  for (let round = 0; round < rounds; round++) {
    log(`start without an index, ${round + 1} of ${rounds}`);
    cold.push(await coldRun(setting));
  }
  log("requests on a ready index");
  const steady = await steadyRun(setting);
  const expected = { references: steady.found, symbols: steady.exact };
  const warm = [];
  for (let round = 0; round < rounds && cold.at(-1).index > 0; round++) {
    log(`start with an index, ${round + 1} of ${rounds}`);
    warm.push(await warmRun(setting, expected));
  }
  const typing = [];
  for (let run = 0, keys = 0; run < 4 && keys < ENOUGH_KEYS; run++) {
    log(`typing while indexing, ${keys} keys so far`);
    typing.push(await typingRun(setting));
    keys += typing.at(-1).waits.length;
  }
  const rumdl = peers ? await benchRumdlServer({ root, archive, log }) : undefined;
  return [
    serverTable({ cold, warm, steady, typing, rumdl, hub: setting.hub }),
    "",
    notes({ cold, steady, setting }),
  ].join("\n");
}

/** What is asked about: a page of middle size, the most cited article, ordinary ones, and 15 searches key by key. */
function settingFor(root, archive) {
  const { titles, cited } = surveyArchive(archive);
  const random = new Random(7);
  const pages = archive.files.filter((file) => file.endsWith(".md") && statSync(file).size > 2_000);
  const bySize = pages.slice(0, 2_001).sort((a, b) => statSync(a).size - statSync(b).size);
  const ordinary = random.shuffle(cited.filter(({ times }) => times <= 5)).slice(0, 60);
  const list = join(archive.out, "files.txt");
  return {
    root,
    archive,
    hub: cited[0],
    places: ordinary,
    file: bySize[bySize.length >> 1],
    queries: keystrokes(random, titles),
    floor: { name: "floor", program: process.execPath, args: [join(root, "bench", "floor.mjs"), list] },
  };
}

/** The beginnings of 15 searches: numbers, words of titles, and first letters of their words. */
function keystrokes(random, titles) {
  const list = [...titles];
  const queries = Array.from({ length: 15 }, (_, at) => {
    const [id, title] = random.pick(list);
    const words = title
      .replace(/&#?\w+;/g, " ")
      .split(/[^A-Za-z0-9]+/)
      .filter((word) => word.length > 2);
    if (at % 3 === 0 || words.length < 2) return `Q${id}`;
    if (at % 3 === 1) return words.slice(0, 2).join(" ").toLowerCase();
    return words
      .map((word) => word.slice(0, 2))
      .join("")
      .toLowerCase();
  });
  return queries.flatMap((query) => Array.from({ length: query.length }, (_, at) => query.slice(0, at + 1)));
}

function serverTable(results) {
  const rows = [...startRows(results), ...requestRows(results), ...memoryRows(results)];
  return tableOf(["measure", "goal", "measured (ms: p50 / p95 / max)", "n", "verdict"], rows);
}

function startRows({ cold, warm, rumdl }) {
  const floors = cold.flatMap((run) => run.floors);
  // Noise only ever adds, so the best runs are compared.
  const cpu = Math.min(...cold.map(({ ready }) => ready.cpu));
  const wall = Math.min(...cold.map(({ ready }) => ready.at)) / 1000;
  const walls = wall / Math.min(...floors.map((run) => run.wall));
  const cpus = cpu / Math.min(...floors.map((run) => run.cpu));
  const loud = isLoudIn([...cold, ...floors]);
  const first = (runs) => ({ values: runs.map(({ firstDiagnostics }) => firstDiagnostics), loud: isLoudIn(runs) });
  return [
    row("cold index: wall, × floor", ["≤", 3, "×"], walls, { loud, text: `${figure(walls)} × (${figure(wall)} s)` }),
    row("cold index: CPU, × floor", ["≤", 3, "×"], cpus, { loud, text: `${figure(cpus)} × (${figure(cpu)} s)` }),
    rumdlRow(rumdl, cpu, loud),
    spreadRow("start → diagnostics, no index", "≤ 200 ms", first(cold), { p95: 200 }),
    spreadRow("start → diagnostics, index kept", "≤ 200 ms", first(warm), { p95: 200 }),
    spreadRow(
      "start → right references and symbols, index kept",
      "≤ 500 ms",
      { values: warm.map(({ right }) => right), loud: isLoudIn(warm) },
      { p95: 500 },
    ),
  ];
}

const isLoudIn = (runs) => isLoud(median(runs.map(({ others }) => others)));

function requestRows({ steady, typing, hub }) {
  const loud = isLoudIn([steady]);
  const of = (answers) => ({ values: answers?.map(({ ms }) => ms), loud });
  const keys = { values: typing.flatMap(({ waits }) => waits), loud: isLoudIn(typing) };
  return [
    spreadRow(
      "key → diagnostics, idle",
      "p50 ≤ 1.5, p95 ≤ 4 ms",
      { values: steady.typing, loud },
      { p50: 1.5, p95: 4 },
    ),
    spreadRow("key → diagnostics, while indexing", "p95 ≤ 25, max ≤ 60 ms", keys, { p95: 25, max: 60 }),
    spreadRow("hover", "≤ 1 ms", of(steady.hover), { p95: 1 }),
    spreadRow("definition", "≤ 1 ms", of(steady.definition), { p95: 1 }),
    spreadRow("references, ordinary", "≤ 2 ms", of(steady.references), { p95: 2 }),
    spreadRow(`references, cited ${hub.times} times`, "≤ 15 ms", of(steady.hubs), { p95: 15 }),
    spreadRow("workspace symbols, each key", "≤ 10 ms", of(steady.symbols), { p95: 10 }),
  ];
}

function memoryRows({ cold, steady }) {
  return [
    row("memory, steady", ["≤", 140, "MB"], steady.usage?.rss),
    row("memory, peak while indexing", ["≤", 220, "MB"], Math.max(...cold.map(({ peak }) => peak))),
    row("index file", ["≤", 10, "MB"], cold.at(-1).index || undefined),
  ];
}

function row(name, [sign, limit, unit], value, { text, loud = false } = {}) {
  const goal = `${sign} ${limit} ${unit}`;
  if (value === undefined) return [name, goal, "–", "–", "not there yet"];
  if (!Number.isFinite(value)) return [name, goal, "–", "–", "not measured"];
  return [name, goal, text ?? `${figure(value, 1)} ${unit}`, "–", verdict(value <= limit, loud)];
}

function spreadRow(
  name,
  goal,
  { values, loud },
  { p50 = Number.POSITIVE_INFINITY, p95, max = Number.POSITIVE_INFINITY },
) {
  if (values === undefined || values.length === 0) return [name, goal, "–", 0, "not there yet"];
  const met = median(values) <= p50 && percentile(values, 0.95) <= p95 && Math.max(...values) <= max;
  return [name, goal, spread(values), values.length, verdict(met, loud)];
}

function rumdlRow(rumdl, cpu, loud) {
  const [name, goal] = ["cold index: CPU, rumdl's server against ours", "≥ 10 ×"];
  if (!rumdl) return [name, goal, "–", "–", "not measured (--peers)"];
  const times = rumdl.cpu / cpu;
  const figures = `${figure(rumdl.cpu, 1)} s CPU, ${figure(rumdl.wall, 1)} s, ${figure(rumdl.peak, 0)} MB`;
  return [name, goal, `${figure(times, 1)} × (${figures})`, 1, verdict(times >= 10, loud || isLoud(rumdl.others))];
}

// The answers are checked against the bench's own scan: fast and wrong would be worth nothing.
function notes({ cold, steady, setting }) {
  const { hub } = setting;
  const lines = [`${cold[0].ready.articles ?? "?"} files indexed.`];
  lines.push(
    `References of the most cited article: the server finds ${steady.found}, the bench's own scan ${hub.times}.`,
  );
  const share = median([...cold, steady].map(({ others }) => others));
  lines.push(`Other programs took ${figure(100 * share, 0)} % of the machine meanwhile.`);
  if (steady.empty > 0) lines.push(`${steady.empty} hover and definition requests had an empty answer.`);
  return lines.join(" ");
}
