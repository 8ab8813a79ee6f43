// The quick look at a pair: it must never say yes where the closer look finds a difference, nor no for a true pair.
import { describe, expect, it } from "vitest";
import { BUG_ARTICLE, HOWTO_ARTICLE } from "../../src/lint/examples/sound-articles.ts";
import { convertTextToPage } from "../../src/model/convert-text-to-page.ts";
import { isConverted } from "../../src/model/is-converted.ts";
import { pairDifferences } from "../../src/model/pair-differences.ts";
import { parseArticle } from "../../src/syntax/parse-article.ts";

const pageOf = (text: string): string => convertTextToPage(parseArticle(text, "text"));

describe("isConverted", () => {
  it.each([BUG_ARTICLE, HOWTO_ARTICLE, BUG_ARTICLE.replaceAll("\n", "\r\n")])("knows a pair", (text) => {
    expect(isConverted(text, pageOf(text))).toBe(true);
  });

  it("agrees with the closer look on every single change of a line", () => {
    const page = pageOf(BUG_ARTICLE);
    const text = parseArticle(BUG_ARTICLE, "text");
    const lines = page.split("\n");
    for (const [at, line] of lines.entries()) {
      if (line.trim() === "") continue;
      const changed = lines.map((own, other) => (other === at ? `${line}x` : own)).join("\n");
      const differs = pairDifferences(parseArticle(changed, "page"), text).length > 0;
      if (differs) expect(isConverted(BUG_ARTICLE, changed), line).toBe(false);
    }
  });

  it("sees one change as one difference", () => {
    const page = pageOf(BUG_ARTICLE).replace("The queue stops.", "The queue halts.");
    const differences = pairDifferences(parseArticle(page, "page"), parseArticle(BUG_ARTICLE, "text"));
    expect(differences.map(({ part, page: { lines } }) => [part, lines])).toEqual([["body", ["The queue halts."]]]);
  });
});
