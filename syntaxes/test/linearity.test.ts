/**
 * Proves that no line can freeze the editor: recheck judges every pattern, and a stopwatch judges the whole.
 * Only ratios between a length and its double are asserted; the times printed are those of this machine.
 */

import { checkSync } from "recheck";
import { beforeAll, describe, expect, test } from "vitest";
import oniguruma from "vscode-oniguruma";
import textmate, { type IGrammar, type StateStack } from "vscode-textmate";
import { lineOf, lineShapes } from "./adversarial-lines.ts";
import { configurationPatterns, grammarPatterns } from "./grammar-patterns.ts";
import { loadLanguage } from "./tokenize.ts";

/** Twice the length may take twice the time; the rest is room for the noise of a busy machine. */
const tolerated = 3.5;
/** Above this a pair is timed again. */
const suspicious = 2.2;
/** Below this many milliseconds a ratio says nothing. */
const measurable = 0.5;

/** Lines that bring the grammar into each of its states. */
const states: Readonly<Record<string, readonly string[]>> = {
  "start of the file": [],
  "after a blank line": [""],
  "under a heading": ["SUMMARY"],
  "applies-to block": ["The information in this article applies to:"],
  "header of a raw text": ["DOCUMENT:Q990001"],
  "header of a page": ["\tArticle: Q990001"],
  "front matter": ["---"],
  reference: ["   Q990001 Title"],
  footer: ["=".repeat(70)],
  disclaimer: ["=".repeat(70), "=".repeat(77)],
  conflict: ["<<<<<<< one"],
};

/** The shortest time of a few runs: other programs can only make a run longer. */
function bestOf(runs: number, work: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** Times two jobs; a suspicious ratio is measured again, as only a real one survives that. */
function compare(short: () => void, long: () => void): { readonly time: number; readonly ratio: number } {
  let times = { short: bestOf(2, short), long: bestOf(2, long) };
  for (let round = 0; round < 12 && times.long > measurable && times.long / times.short > suspicious; round += 1) {
    times = { short: Math.min(times.short, bestOf(12, short)), long: Math.min(times.long, bestOf(12, long)) };
  }
  return { time: times.long, ratio: times.long / times.short };
}

describe("patterns", () => {
  const patterns = [...grammarPatterns(), ...configurationPatterns()];

  test("all of them are found", () => {
    expect(patterns.length).toBeGreaterThan(80);
  });

  test.each(patterns)("$place is linear", ({ source }) => {
    const { status } = checkSync(source, source.includes("\\p{") ? "u" : "", { timeout: 20_000 });
    expect(status).toBe("safe");
  });

  test("each one alone, on lines the whole grammar would skip, doubles at most", { timeout: 120_000 }, async () => {
    await loadLanguage("text.kb-article");
    const worst = { ratio: 0, place: "" };
    for (const { place, source } of grammarPatterns()) {
      const scanner = new oniguruma.OnigScanner([source]);
      const linesOf = (length: number): oniguruma.OnigString[] =>
        lineShapes.map((shape) => new oniguruma.OnigString(`${lineOf(shape, length)}\n`));
      const search = (lines: readonly oniguruma.OnigString[]): void => {
        for (const line of lines) {
          scanner.findNextMatchSync(line, 0);
        }
      };
      const [short, long] = [linesOf(10_000), linesOf(20_000)];
      const { time, ratio } = compare(
        () => search(short),
        () => search(long),
      );
      for (const line of [...short, ...long]) {
        line.dispose();
      }
      scanner.dispose();
      if (time > measurable && ratio > worst.ratio) {
        Object.assign(worst, { ratio, place });
      }
    }
    console.info(`worst pattern: ${worst.place}, ratio ${worst.ratio.toFixed(2)} from 10,000 to 20,000 characters`);
    expect(worst.ratio, worst.place).toBeLessThan(tolerated);
  });
});

describe.each(["text.kb-article", "text.kb-page"] as const)("whole grammar %s", (scope) => {
  let grammar: IGrammar;
  beforeAll(async () => {
    grammar = await loadLanguage(scope);
  });

  function stateAfter(before: readonly string[]): StateStack {
    return before.reduce<StateStack>((state, line) => grammar.tokenizeLine2(line, state).ruleStack, textmate.INITIAL);
  }

  test.each([
    [500, 1_000],
    [1_000, 1_999],
    [20_000, 40_000],
  ])("lines of %i and %i characters", { timeout: 120_000 }, (short, long) => {
    const cases = Object.entries(states).flatMap(([name, before]) => {
      const state = stateAfter(before);
      return lineShapes.map((shape) => {
        const [shortLine, longLine] = [lineOf(shape, short), lineOf(shape, long)];
        const result = compare(
          () => grammar.tokenizeLine2(shortLine, state),
          () => grammar.tokenizeLine2(longLine, state),
        );
        return { name: `${shape.name}, ${name}`, ...result };
      });
    });
    const slowest = cases.reduce((a, b) => (b.time > a.time ? b : a));
    const steep = cases.filter(({ time, ratio }) => time > measurable && ratio > tolerated);
    const top = cases.filter(({ time }) => time > measurable).reduce((max, { ratio }) => Math.max(max, ratio), 0);
    console.info(
      `${scope}, ${long} characters: slowest ${slowest.time.toFixed(2)} ms (${slowest.name}), ` +
        `highest ratio ${top.toFixed(2)}`,
    );
    expect(steep).toEqual([]);
  });
});
