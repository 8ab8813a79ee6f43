// The conversion against every pair of the real archive: each page must be its raw text's page to the byte.
// The exceptions are pages that were edited by hand afterwards (FORMAT §10).
import { describe, expect, it } from "vitest";
import { convertTextToPage } from "../../src/model/convert-text-to-page.ts";
import { parseIfArticle } from "../../src/syntax/parse-article.ts";
import { corpusFolder, corpusIsAbsent, corpusPaths, readCorpusFile } from "../harness/corpus.ts";

const EDITED_BY_HAND: readonly string[] = ["Q191452", "Q192582", "Q221690"];

describe("the conversion of raw texts", () => {
  it("gives the archive's pages to the byte, but for those edited by hand", { timeout: 120_000 }, () => {
    if (corpusFolder === undefined) return corpusIsAbsent("the conversion of all raw texts");
    const paths = new Set(corpusPaths(corpusFolder));
    const different: string[] = [];
    let pairs = 0;
    for (const path of paths) {
      const place = /^txt\/(\d+)\/(Q\d+)\.TXT$/.exec(path);
      const page = place && `kb/${place[1]}/${place[2]}/README.md`;
      if (!page || !paths.has(page)) continue;
      pairs++;
      if (pageOf(corpusFolder, path) !== readCorpusFile(corpusFolder, page)) different.push(place[2] ?? path);
    }
    console.log(`${pairs} pairs, ${pairs - different.length} identical`);
    expect(pairs).toBeGreaterThan(100);
    expect(different.filter((id) => !EDITED_BY_HAND.includes(id))).toEqual([]);
  });
});

function pageOf(folder: string, path: string): string {
  const article = parseIfArticle(readCorpusFile(folder, path));
  return article ? convertTextToPage(article) : `${path} is not taken for an article`;
}
