/**
 * Compares the grammar with a second, simple reading of real articles (article-scan.ts).
 * Set KB_CORPUS to the archive; KB_SAMPLE and KB_SEED choose how many articles and which.
 */
import { describe, expect, test } from "vitest";
import { type Comparison, compareArticle } from "./corpus-compare.ts";
import { drawArticles } from "./corpus-sample.ts";
import { loadLanguage, tokenizeLines } from "./tokenize.ts";

const corpus = process.env.KB_CORPUS ?? "";
const count = Number(process.env.KB_SAMPLE ?? 500);
const seed = Number(process.env.KB_SEED ?? Date.now() % 1_000_000);

async function compareSample(): Promise<Comparison> {
  const grammars = {
    "text.kb-article": await loadLanguage("text.kb-article"),
    "text.kb-page": await loadLanguage("text.kb-page"),
  };
  const total: Comparison = {
    articles: 0,
    lines: 0,
    agreed: 0,
    disagreements: [],
    subheadings: { hit: 0, missed: 0, wrong: 0 },
  };
  for (const article of drawArticles(corpus, count, seed)) {
    compareArticle(total, article, tokenizeLines(grammars[article.language], article.lines));
  }
  return total;
}

async function agreeOnSample(): Promise<void> {
  const total = await compareSample();
  const { hit, missed, wrong } = total.subheadings;
  console.info(
    `seed ${seed}: ${total.articles} articles, ${total.lines} lines, ${total.agreed} agreements, ` +
      `${total.disagreements.length} disagreements; subheadings ${hit} hit, ${missed} missed, ${wrong} wrong`,
  );
  expect(total.articles).toBe(count);
  expect(total.agreed).toBeGreaterThan(count * 10);
  expect(total.disagreements).toEqual([]);
  expect(hit / (hit + missed)).toBeGreaterThan(0.7);
  expect(hit / (hit + wrong)).toBeGreaterThan(0.8);
}

describe("real articles", () => {
  if (corpus === "") {
    test("their absence is stated", () => {
      console.info("corpus absent: set KB_CORPUS to a folder with kb/ and txt/");
      expect(process.env.CI ?? "", "CI must set KB_CORPUS").toBe("");
    });
  } else {
    test("all that the scan finds is scoped, and nothing else", { timeout: 600_000 }, agreeOnSample);
  }
});
