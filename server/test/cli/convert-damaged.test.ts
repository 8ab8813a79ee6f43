// Conversion of damaged articles: it always gives an article, and no line of the author's is dropped in silence.
import fc from "fast-check";
import { expect, test } from "vitest";
import { builtInTaxonomy } from "../../src/model/built-in-taxonomy.ts";
import { lossesOfPage, lossesOfText } from "../../src/model/convert-losses.ts";
import { convertPageToText } from "../../src/model/convert-page-to-text.ts";
import { convertTextToPage } from "../../src/model/convert-text-to-page.ts";
import type { Article, Container } from "../../src/syntax/article.ts";
import { parseIfArticle } from "../../src/syntax/parse-article.ts";
import { page, rawText } from "../harness/articles.ts";

// A failing run prints its seed; KB_SEED repeats it, KB_RUNS does more.
const SEED = Number(process.env.KB_SEED ?? Date.now() % 1_000_000_000);
const RUNS = Number(process.env.KB_RUNS ?? 500);
const STRAY = "A stray lamp.";
const DISCLAIMER =
  "THE INFORMATION IN THIS ARTICLE IS GIVEN AS IT IS, FOR THE SAKE OF\nEXAMPLE ONLY, WITHOUT A PROMISE OF ANY KIND.";
const AROUND = { taxonomy: builtInTaxonomy(), disclaimer: DISCLAIMER };

const aDamage = fc.record({
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  how: fc.constantFrom("remove", "double", "stray", "cut"),
});
const damages = fc.array(aDamage, { minLength: 1, maxLength: 4 });

function damaged(text: string, places: readonly { readonly at: number; readonly how: string }[], tab: string): string {
  const lines = text.split("\n");
  for (const { at, how } of places) {
    const line = Math.floor(at * lines.length);
    const own = lines[line] ?? "";
    if (how === "remove") lines.splice(line, 1);
    else if (how === "double") lines.splice(line, 0, own);
    else if (how === "stray") lines.splice(line, 0, tab + STRAY);
    else lines[line] = own.slice(0, Math.floor(own.length / 2));
  }
  return lines.join("\n");
}

function strays(text: string): number {
  return text.split(STRAY).length - 1;
}

function read(text: string, container: Container): Article | undefined {
  const article = parseIfArticle(text);
  return article?.container === container ? article : undefined;
}

function toPage(text: string): string {
  const article = read(text, "text");
  return article ? convertTextToPage(article) : "no raw text";
}

test("a damaged page becomes a raw text that becomes the same page ever after", () => {
  fc.assert(
    fc.property(damages, (places) => {
      const source = read(damaged(page({ id: "Q990101" }), places, "\t"), "page");
      if (!source) return;
      const text = convertPageToText(source, AROUND);
      const losses = lossesOfPage(source, AROUND).filter(({ kind }) => kind === "unplaced-line");
      expect(strays(source.source.text) - strays(text)).toBeLessThanOrEqual(losses.length);
      const made = toPage(text);
      const again = read(made, "page");
      expect(again && toPage(convertPageToText(again, AROUND))).toBe(made);
    }),
    { seed: SEED, numRuns: RUNS },
  );
});

test("a damaged raw text becomes a page, and says what it leaves out", () => {
  fc.assert(
    fc.property(damages, (places) => {
      const source = read(damaged(rawText({ id: "Q990101" }), places, ""), "text");
      if (!source) return;
      const made = convertTextToPage(source);
      const losses = lossesOfText(source, AROUND).filter(({ kind }) => kind === "unplaced-line");
      expect(strays(source.source.text) - strays(made)).toBeLessThanOrEqual(losses.length);
      expect(read(made, "page")).toBeDefined();
    }),
    { seed: SEED, numRuns: RUNS },
  );
});
