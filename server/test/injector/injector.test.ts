// One defect of a known kind in each of many sound articles: found, mended to the byte, and nothing else reported.
// KB_SEED repeats a run, KB_RUNS sets the number of articles a kind, KB_DETAILS=1 lists what went wrong.
import { expect, it } from "vitest";
import { RULES } from "../../src/lint/registry.generated.ts";
import { corpusFolder, corpusIsAbsent } from "../harness/corpus.ts";
import { DEFECTS } from "./defects.ts";
import { HARMLESS } from "./harmless.ts";
import { comesToRest, disturbance, type Measured, measure } from "./measure.ts";
import { Random } from "./random.ts";
import { Sheet } from "./sheet.ts";
import { RealArchive } from "./sound-articles.ts";
import { renderTable, total } from "./table.ts";

const seed = Number(process.env.KB_SEED ?? Date.now() % 1_000_000_000);
const runs = Number(process.env.KB_RUNS ?? 12);
const details = process.env.KB_DETAILS !== undefined;
const only = process.env.KB_RULE;
// Many kinds fit only some articles, so there are more articles than runs.
const SPARE = 12;

it(`finds, mends and isolates every kind of defect (seed ${seed})`, { timeout: 3_600_000 }, () => {
  if (corpusFolder === undefined) return corpusIsAbsent("the defect injector");
  const archive = new RealArchive(corpusFolder);
  const random = new Random(seed);
  const count = runs * SPARE;
  const pools = { page: archive.sound("page", count, random), text: archive.sound("text", count, random) };
  const rules = new Set(RULES.map((rule) => rule.id));
  const defects = DEFECTS.filter(
    ({ rule }) => rules.has(rule) && (only === undefined || only.split(",").includes(rule)),
  );
  const measured = defects.map((defect) => measure(defect, pools, { runs, random, archive }));
  console.log(`seed ${seed}, ${runs} articles a kind\n${renderTable(measured, details)}`);
  if (details) console.log(measured.flatMap(casesOf).join("\n"));
  const { runs: all, found, promised, restored, further } = total(measured);
  const sure = total(measured.filter(({ defect }) => defect.fix === "safe" && !defect.gone));
  expect(sure.promised / sure.found, "safe fixes where there must be one").toBeGreaterThanOrEqual(0.98);
  expect(found / all, "found").toBeGreaterThanOrEqual(0.995);
  expect(restored / promised, "restored").toBeGreaterThanOrEqual(0.99);
  expect(further / all, "further findings").toBeLessThanOrEqual(0.01);
});

it(`hears nothing of harmless changes (seed ${seed})`, { timeout: 600_000 }, () => {
  if (corpusFolder === undefined) return corpusIsAbsent("the harmless changes");
  const archive = new RealArchive(corpusFolder);
  const random = new Random(seed);
  const disturbed: string[] = [];
  const pools = [...archive.sound("page", runs, random), ...archive.sound("text", runs, random)];
  for (const { name, change } of HARMLESS) {
    for (const sound of pools) {
      const text = change(new Sheet(sound.article, sound.path, sound.id, random));
      const news = text === undefined ? [] : disturbance(sound, text, archive);
      for (const finding of news) disturbed.push(`${name}: ${sound.path}: ${finding.rule}: ${finding.message}`);
    }
  }
  expect(disturbed).toEqual([]);
});

it(`comes to rest under its safe fixes, whatever the article (seed ${seed})`, { timeout: 600_000 }, () => {
  if (corpusFolder === undefined) return corpusIsAbsent("the safe fixes on real articles");
  const archive = new RealArchive(corpusFolder);
  const random = new Random(seed);
  const count = runs * SPARE;
  const articles = [...archive.choose("page", count, random), ...archive.choose("text", count, random)];
  for (const profile of ["archive", "authoring"] as const) {
    const restless = articles.filter((article) => !comesToRest(article, profile, archive));
    expect(restless.map(({ path }) => path)).toEqual([]);
  }
});

it("has a kind of defect for every rule", () => {
  const covered = new Set(DEFECTS.map((defect) => defect.rule));
  expect(RULES.map((rule) => rule.id).filter((id) => !covered.has(id))).toEqual([]);
});

function casesOf({ defect, cases }: Measured): string[] {
  return cases.map((one) => `${defect.rule}: ${defect.name}: ${one}`);
}
