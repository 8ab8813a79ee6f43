// The parser over every real article: nothing lost, nothing unknown, nothing thrown.
import { describe, expect, it } from "vitest";
import { parseIfArticle } from "../../src/syntax/parse-article.ts";
import { articleNodes } from "../../src/syntax/tree.ts";
import { corpusFolder, corpusIsAbsent, corpusPaths, readCorpusFile } from "../harness/corpus.ts";

describe("all real articles", () => {
  it("parse without loss, and every line that is not blank has a known kind", { timeout: 180_000 }, () => {
    if (corpusFolder === undefined) return corpusIsAbsent("the parser over all real articles");
    const paths = corpusPaths(corpusFolder);
    expect(paths.length).toBeGreaterThan(1000);
    const wrong: string[] = [];
    for (const path of paths) wrong.push(...faults(path, readCorpusFile(corpusFolder, path)));
    console.log(`${paths.length} articles, ${wrong.length} wrong`);
    expect(wrong).toEqual([]);
  });
});

function faults(path: string, text: string): string[] {
  const article = parseIfArticle(text);
  if (!article) return [`${path}: not taken for an article`];
  const wrong: string[] = [];
  let end = 0;
  for (const node of articleNodes(article)) {
    if (node.span.start !== end) wrong.push(`${path}:${node.firstLine + 1}: a gap or overlap`);
    if (node.kind === "unknown") wrong.push(`${path}:${node.firstLine + 1}: unknown`);
    end = node.span.end;
  }
  if (end !== text.length) wrong.push(`${path}: ends at ${end} of ${text.length}`);
  return wrong;
}
