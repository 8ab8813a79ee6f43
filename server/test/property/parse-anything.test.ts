// The parser on damaged and random texts: it never throws, loses nothing, and takes time in proportion to length.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildExample } from "../../src/lint/examples/build-example.ts";
import { fixAll } from "../../src/lint/fix-all.ts";
import { RULES } from "../../src/lint/registry.generated.ts";
import { runRules } from "../../src/lint/run-rules.ts";
import { findReferences } from "../../src/model/references.ts";
import type { Container } from "../../src/syntax/article.ts";
import { detectContainer } from "../../src/syntax/detect-container.ts";
import { parseArticle } from "../../src/syntax/parse-article.ts";
import { articleNodes } from "../../src/syntax/tree.ts";
import { SourceText } from "../../src/text/source-text.ts";

const seed = Number(process.env.KB_SEED ?? Date.now() % 1_000_000_000);
const runs = Number(process.env.KB_RUNS ?? 300);
const SETTINGS = { profile: "authoring", levels: new Map(), today: { year: 2026, month: 11, day: 21 } } as const;
const sound = [...buildExample({ title: "bug" }), ...buildExample({ title: "how-to", base: "howto" })];

// A sound article with lines cut, doubled, swapped or replaced by pieces that articles are made of.
const pieces = [
  "",
  "\t",
  "\t\t",
  "=".repeat(70),
  "-".repeat(79),
  "SYMPTOMS",
  "\tCAUSE",
  "=====",
  "{% raw %}",
  "---",
  "Q123456 x",
  "\tKeywords          : kb",
  "<<<<<<< a",
  "\u00e9\ud800",
  "\r",
  "Version : ;:,|",
];
const damage = fc.record({
  base: fc.integer({ min: 0, max: sound.length - 1 }),
  cuts: fc.array(fc.record({ at: fc.nat(200), what: fc.nat(pieces.length + 2), char: fc.nat(90) }), { maxLength: 8 }),
});

function damaged({ base, cuts }: { base: number; cuts: readonly { at: number; what: number; char: number }[] }): {
  text: string;
  container: Container;
} {
  const built = sound[base] ?? sound[0];
  if (!built) throw new Error("no sound article");
  const lines = built.text.split("\n");
  for (const { at, what, char } of cuts) {
    const line = at % lines.length;
    if (what === pieces.length) lines.splice(line, 1);
    else if (what === pieces.length + 1) lines.splice(line, 0, lines[line] ?? "");
    else if (what === pieces.length + 2)
      lines[line] = (lines[line] ?? "").slice(0, char) + (lines[line] ?? "").slice(char + 1);
    else lines[line] = pieces[what] ?? "";
  }
  return { text: lines.join("\n"), container: built.container };
}

function checkAll(text: string, container: Container): void {
  const article = parseArticle(text, container);
  let end = 0;
  for (const node of articleNodes(article)) {
    expect(node.span.start).toBe(end);
    end = node.span.end;
  }
  expect(end).toBe(text.length);
  for (const finding of runRules(RULES, { article }, SETTINGS)) {
    expect(finding.span.start).toBeGreaterThanOrEqual(0);
    expect(finding.span.end).toBeGreaterThanOrEqual(finding.span.start);
    expect(finding.span.end).toBeLessThanOrEqual(text.length);
  }
  findReferences(article);
  detectContainer(text);
}

describe(`any text (seed ${seed})`, () => {
  it("parses, lints and tiles without loss: damaged articles", () => {
    fc.assert(
      fc.property(damage, (value) => {
        const { text, container } = damaged(value);
        checkAll(text, container);
      }),
      { seed, numRuns: runs },
    );
  });

  it("parses, lints and tiles without loss: random strings", () => {
    const anything = fc.string({ unit: "binary", maxLength: 300 });
    fc.assert(fc.property(anything, fc.constantFrom<Container>("page", "text"), checkAll), { seed, numRuns: runs });
  });

  it("comes to rest under its safe fixes", () => {
    fc.assert(
      fc.property(damage, (value) => {
        const { text, container } = damaged(value);
        const fixed = fixAll(RULES, { article: parseArticle(text, container) }, SETTINGS, { unsafe: false });
        const again = fixAll(RULES, { article: parseArticle(fixed.text, container) }, SETTINGS, { unsafe: false });
        expect(again.text).toBe(fixed.text);
      }),
      { seed, numRuns: runs },
    );
  });

  it("converts offsets to positions and back", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "\r", "\n", "\ud83d\ude00", "\u2028", "\t") }), (text) => {
        const source = new SourceText(text);
        for (let offset = 0; offset <= text.length; offset++) {
          const position = source.positionAt(offset);
          const inBreak = offset > source.end(position.line) && offset < source.start(position.line + 1);
          expect(source.offsetAt(position)).toBe(inBreak ? source.end(position.line) : offset);
        }
      }),
      { seed, numRuns: runs },
    );
  });
});

describe("time", () => {
  it("grows in proportion to the article's length", () => {
    const body = "\tThe queue stops, see Q123456 and 1. a list\n\tSTATUS\n\t======\n\n";
    const time = (copies: number): number => {
      const text = (sound[1]?.text ?? "").replace("\tThe queue stops.\n", body.repeat(copies));
      let best = Number.POSITIVE_INFINITY;
      for (let round = 0; round < 9; round++) {
        const started = performance.now();
        const article = parseArticle(text, "page");
        articleNodes(article);
        runRules(RULES, { article }, SETTINGS);
        best = Math.min(best, performance.now() - started);
      }
      return best;
    };
    time(1000);
    // Four times the text may take eight times as long before it counts as more than linear: machines are busy.
    expect(time(4000) / time(1000)).toBeLessThan(8);
  });
});
