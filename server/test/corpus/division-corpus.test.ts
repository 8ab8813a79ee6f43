// However the work over the real archive is divided, the report is the same to the byte: any number of threads, any
// order of the arguments, any shards. With every rule at full strength, so that all questions to the archive are asked.
// And a rule that is spared, because it could only find what nobody will see, is not missed.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { type JsonOutput, kblint, parseOutput } from "../cli/kblint.ts";
import { corpusFolder, corpusIsAbsent } from "../harness/corpus.ts";

const FULL = ["--format", "json", "--profile", "authoring", "--min-severity", "hint"];
const SHARDS = 3;

// A report without its running time; the folder is the archive's, or one of reports.
async function report(words: readonly string[], folder: string): Promise<string> {
  const out = join(temporaryFolder(), "report.json");
  const { code, errors } = await kblint([...words, "--output", out], { folder });
  expect({ code, errors }).toEqual({ code: 1, errors: "" });
  return readFileSync(out, "utf8").replace(/"durationMs":\d+/, `"durationMs":0`);
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "kb-reports-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

// Compared by hand: a difference of megabytes would take a test runner minutes to show.
function expectTheSame(found: string, expected: string, how: string): void {
  let at = 0;
  if (found !== expected) while (found[at] === expected[at]) at++;
  const around = (text: string): string => (found === expected ? "" : text.slice(Math.max(0, at - 300), at + 300));
  expect(`${how}: ${around(found)}`).toBe(`${how}: ${around(expected)}`);
}

function withoutHints({ results }: JsonOutput): JsonOutput["results"] {
  return results.flatMap(({ path, diagnostics }) => {
    const shown = diagnostics.filter(({ severity }) => severity !== "hint");
    return shown.length > 0 ? [{ path, diagnostics: shown }] : [];
  });
}

describe("the report on all real articles", () => {
  test("does not depend on how the work is divided", { timeout: 300_000 }, async () => {
    if (corpusFolder === undefined) return corpusIsAbsent("the comparison of runs over all real articles");
    const folder = corpusFolder;
    const whole = await report(["--threads", "1", ...FULL, "."], folder);
    expect(whole.length).toBeGreaterThan(1_000_000);
    for (const threads of ["2", "4"]) {
      expectTheSame(await report(["--threads", threads, ...FULL, "."], folder), whole, `${threads} threads`);
    }
    expectTheSame(await report([...FULL, "txt", "kb"], folder), whole, "raw texts first");
    const reports = temporaryFolder();
    const names = Array.from({ length: SHARDS }, (_, at) => `${at + 1}.json`);
    for (const [at, name] of names.entries()) {
      const words = [...FULL, "--shard", `${at + 1}/${SHARDS}`, "--output", join(reports, name), "."];
      expect((await kblint(words, { folder })).errors).toBe("");
    }
    expectTheSame(await report(["merge", ...names, "--format", "json"], reports), whole, "shards merged");
  });

  test("does not depend on which rules are spared", { timeout: 120_000 }, async () => {
    if (corpusFolder === undefined) return corpusIsAbsent("the comparison with a run of every rule");
    const all = parseOutput(await report(["--format", "json", "--min-severity", "hint", "."], corpusFolder));
    const shown = parseOutput(await report(["--format", "json", "."], corpusFolder));
    expect(all.summary.hints).toBeGreaterThan(0);
    expectTheSame(JSON.stringify(shown.results), JSON.stringify(withoutHints(all)), "without hints");
  });
});
