// A sample by number is the same whatever the index was made of: columns, changes before them, or both.
import { expect, it } from "vitest";
import { boilerplateSample } from "../../src/config/learn-boilerplate.ts";
import { ArticleIndex } from "../../src/index/article-index.ts";
import { ArticleStore } from "../../src/index/article-store.ts";
import { ColumnsBuilder } from "../../src/index/columns-builder.ts";
import type { ArticleSummary } from "../../src/model/article-summary.ts";

const ROOT = "test:/archive";
const IDS = Array.from({ length: 200 }, (_, at) => `Q${99_900 + ((at * 37) % 200)}`);

function summary(id: string, container: "page" | "text" = "text"): ArticleSummary {
  return { id, title: id, container, product: "", citations: [] };
}

function storeOf(ids: readonly string[], folder: string): ArticleStore {
  const builder = new ColumnsBuilder();
  for (const id of ids) {
    builder.add(`${id}.TXT`, summary(id));
    builder.add(`${id}.md`, summary(id, "page"));
  }
  return new ArticleStore(`${ROOT}/${folder}`, builder.finish());
}

it("takes texts evenly, in the order of their numbers", () => {
  const stores = [storeOf(IDS.slice(0, 90), "one"), storeOf(IDS.slice(90, 150), "two")];
  const changes = new Map(IDS.slice(150).map((id) => [`${ROOT}/one/${id}.TXT`, summary(id)] as const));
  const sample = ArticleIndex.of(stores, changes).sampleByNumber("text", 31);
  const expected = boilerplateSample(IDS.map((id) => ({ id, uri: id })));
  expect(sample.map((entry) => entry.summary.id)).toEqual(expected.map(({ id }) => id));
});

it("takes all where there are few", () => {
  const index = ArticleIndex.of([storeOf(["Q900300", "Q900100", "Q900200"], "one")]);
  expect(index.sampleByNumber("text", 31).map(({ summary: { id } }) => id)).toEqual(["Q900100", "Q900200", "Q900300"]);
  expect(ArticleIndex.empty.sampleByNumber("page", 31)).toEqual([]);
});
