// What a cache of findings holds for and for how long, seen in this process: on any day, and under any program's name.
// A clock cannot be set for a program of its own, nor can the program be another one.
import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { ArchiveRun } from "../../src/cli/archive-run.ts";
import { joined } from "../../src/cli/cache/entry.ts";
import { findingsFile, readEntries } from "../../src/cli/cache/findings-file.ts";
import { PathTable } from "../../src/cli/cache/path-table.ts";
import { updateFindings } from "../../src/cli/cache/update-findings.ts";
import { ValidityOf } from "../../src/cli/cache/validity.ts";
import { EarlyFindings } from "../../src/cli/early/early-findings.ts";
import { RULES } from "../../src/lint/registry.generated.ts";
import { openArchive, type TemporaryArchive } from "../harness/temporary-archive.ts";
import { page, pagePath } from "./articles.ts";

const EXAMPLES = resolve(import.meta.dirname, "../../../examples");
const TITLE = "HOWTO: Count the Lamps of a Cabinet to Come";

interface Circumstances {
  readonly writer?: string;
  /** Happens when all articles are learned. */
  readonly meanwhile?: () => void;
  /** Happens when a file is learned; then articles are linted while they are learned, as a run without a cache does. */
  readonly learned?: (path: string | undefined) => void;
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function runOver(root: string, today: Day): ArchiveRun {
  const targets = { root, targets: [{ written: root, path: root, kind: "folder" as const }], shallow: false };
  return new ArchiveRun(targets, { rules: RULES, overrides: {}, today });
}

/** Lints an archive on a day, in this process; gives the files that were recalled, and those with findings. */
function lintOn(
  today: Day,
  archive: TemporaryArchive,
  { writer = "test", meanwhile, learned }: Circumstances = {},
): { recalled: string[]; reported: string[] } {
  const root = archive.path;
  const run = runOver(root, today);
  const old = readEntries(findingsFile(root), writer);
  const cache = run.useCache(old);
  for (const _step of run.find()) void _step;
  cache.contents.expect(run.size);
  const early = learned && new EarlyFindings(run, () => undefined);
  for (const _step of run.learn(run.files, early)) learned?.(run.files[run.looked - 1]);
  meanwhile?.();
  const recalled: string[] = [];
  const reported: string[] = [];
  const confirmed = [...run.selectedPlaces()].filter((at) => early?.holds(at));
  for (const at of confirmed) run.confirm(at);
  const rest = [...run.selected()].filter((_path, at) => !confirmed.includes(at));
  const take = run.lint(({ path, known, findings }) => {
    if (known) recalled.push(path);
    if (findings.some(({ rule }) => rule === "invalid-date")) reported.push(path);
  }, rest);
  for (const _step of take) void _step;
  updateFindings({ root, writer, old, contents: cache.contents, fresh: joined(cache.takeFresh()) });
  return { recalled, reported };
}

describe("dates", () => {
  const PLAIN = pagePath("Q992000");
  const COMING = pagePath("Q992001");
  const files = {
    [PLAIN]: page({ id: "Q992000" }),
    [COMING]: page({ id: "Q992001", title: TITLE }).replace("07-MAY-2001", "07-MAY-2026"),
  };

  test("a date to come is in the future until the day has come", () => {
    const archive = openArchive(files);
    expect(lintOn({ year: 2026, month: 5, day: 4 }, archive)).toEqual({ recalled: [], reported: [COMING] });
    expect(lintOn({ year: 2026, month: 5, day: 4 }, archive)).toEqual({
      recalled: [PLAIN, COMING],
      reported: [COMING],
    });
    expect(lintOn({ year: 2026, month: 5, day: 8 }, archive)).toEqual({ recalled: [PLAIN], reported: [] });
  });

  test("a clock that was set back knows nothing", () => {
    const archive = openArchive(files);
    lintOn({ year: 2026, month: 5, day: 8 }, archive);
    expect(lintOn({ year: 2026, month: 5, day: 4 }, archive)).toEqual({ recalled: [], reported: [COMING] });
  });

  test("nothing holds for ever", () => {
    const validity = new ValidityOf({ year: 2026, month: 12, day: 31 });
    expect(validity.of(["In 2001."])).toEqual({ from: 20261231, until: 20351231 });
    expect(validity.of(["In 2001.", "In 2036."])).toEqual({ from: 20261231, until: 20261231 });
    expect(validity.of(["In 2037."])).toEqual({ from: 20261231, until: 20351231 });
  });

  test("only rules that are known to do so look at today", () => {
    const folder = resolve(import.meta.dirname, "../../src/lint/rules");
    const readers = readdirSync(folder).filter((name) =>
      /\btoday\b/.test(
        readFileSync(join(folder, name), "utf8").replace(/^\s*(?:summary|rationale|remedy|title|\/\/).*$/gm, ""),
      ),
    );
    // A new one is right as long as it compares years or dates that the text writes with four digits (validity.ts).
    expect(readers).toEqual(["boilerplate.ts", "invalid-date.ts"]);
  });
});

test("a table keeps paths apart, and knows nothing of what it was not told", () => {
  const table = PathTable.of(500, 4);
  for (let at = 0; at < 500; at++)
    table.set(`kb/${at}/README.md`, (bytes, place) => void bytes.writeUInt32LE(at, place));
  const seen = new PathTable(table.block, 4);
  const get = (path: string): number | undefined => seen.get(path, (bytes, place) => bytes.readUInt32LE(place));
  expect(Array.from({ length: 501 }, (_, at) => get(`kb/${at}/README.md`))).toEqual([
    ...Array.from({ length: 500 }, (_, at) => at),
    undefined,
  ]);
});

test("what a file said for a moment only, while its other half was linted, is not kept", () => {
  const archive = openArchive({});
  cpSync(EXAMPLES, archive.path, { recursive: true });
  const today = { year: 2026, month: 5, day: 4 };
  const raw = "txt/900/Q900101.TXT";
  const sound = archive.read(raw);
  const meanwhile = (): void => void archive.write(raw, sound.replaceAll(" the ", " some "));
  lintOn(today, archive, { meanwhile });
  archive.write(raw, sound);
  const { recalled } = lintOn(today, archive);
  expect(recalled.length).toBeGreaterThan(20);
  expect(recalled.filter((path) => path.includes("Q900101"))).toEqual([]);
});

test("what is found while the archive is being read is kept for the next run", () => {
  const archive = openArchive({});
  cpSync(EXAMPLES, archive.path, { recursive: true });
  const today = { year: 2026, month: 5, day: 4 };
  lintOn(today, archive, { learned: () => {} });
  const { recalled } = lintOn(today, archive);
  expect(recalled.length).toBeGreaterThan(20);
  expect(recalled.filter((path) => path.includes("Q900101"))).toHaveLength(2);
});

test("what a file said until it was learned itself, while its other half was linted early, is not kept", () => {
  const archive = openArchive({});
  cpSync(EXAMPLES, archive.path, { recursive: true });
  const today = { year: 2026, month: 5, day: 4 };
  const [page, raw] = ["kb/900/Q900101/README.md", "txt/900/Q900101.TXT"];
  const sound = archive.read(raw);
  archive.write(raw, sound.replaceAll(" the ", " some "));
  lintOn(today, archive, { learned: (path) => void (path === page && archive.write(raw, sound)) });
  const { recalled } = lintOn(today, archive);
  expect(recalled.length).toBeGreaterThan(20);
  expect(recalled).toContain(raw);
  expect(recalled).not.toContain(page);
});

test("a title that was read ahead and changed before its article was learned is not relied on", () => {
  const more = ["See this article:", "", "   Q992001 HOWTO: Count the Lamps of a Cabinet to Come"];
  const [citing, cited] = [pagePath("Q992000"), pagePath("Q992001")];
  const archive = openArchive({
    [citing]: page({ id: "Q992000", more }),
    [cited]: page({ id: "Q992001", title: TITLE }),
  });
  const heldAfter = (title: string): boolean => {
    const run = runOver(archive.path, { year: 2026, month: 5, day: 4 });
    const early = new EarlyFindings(run, () => undefined);
    for (const _step of run.find()) void _step;
    for (const _step of run.learn(run.files, early)) archive.write(cited, page({ id: "Q992001", title }));
    return early.holds(0);
  };
  expect(heldAfter(TITLE)).toBe(true);
  expect(heldAfter("HOWTO: Count the Doors of a Cabinet to Come")).toBe(false);
});

test("one of another program is not read", () => {
  const archive = openArchive({ [pagePath("Q992000")]: page({ id: "Q992000" }) });
  lintOn({ year: 2026, month: 5, day: 4 }, archive, { writer: "one program" });
  const file = findingsFile(archive.path);
  expect(readEntries(file, "one program")?.count).toBe(1);
  expect(readEntries(file, "another program")).toBeUndefined();
});
