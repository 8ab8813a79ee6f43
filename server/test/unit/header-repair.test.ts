// Which of header and footer is put right where they differ: the one that is damaged.
import { describe, expect, it } from "vitest";
import { BUG_ARTICLE, HOWTO_ARTICLE } from "../../src/lint/examples/sound-articles.ts";
import { builtInTaxonomy } from "../../src/model/built-in-taxonomy.ts";
import { headerKeywordsMatch } from "../../src/model/keyword-rule.ts";
import { restoreKeywords, withoutRepeats } from "../../src/model/restore-keywords.ts";
import { restoreVersion } from "../../src/model/restore-version.ts";
import { parseArticle } from "../../src/syntax/parse-article.ts";

const { keywords } = builtInTaxonomy();

function restored(footer: string, header: string): string | undefined {
  const repair = restoreKeywords(footer, header, keywords);
  return repair && footer.slice(0, repair.span.start) + repair.newText + footer.slice(repair.span.end);
}

describe("a footer's keywords", () => {
  it.each([
    ["kbnetwrok kbprint ", "kbnetwork kbprint", "kbnetwork kbprint "],
    ["kbnetwork kbprint kbfixlst", "kbnetwork kbprintkbfixlist", "kbnetwork kbprint kbfixlist"],
    ["kbnetworkkbprint ", "kbnetwork kbprint", "kbnetwork kbprint "],
    ["kb network kbprint ", "kbnetwork kbprint", "kbnetwork kbprint "],
    ["kbnetwork  kbprint ", "kbnetwork kbprint", "kbnetwork kbprint "],
    ["kbNetwork kbprint ", "kbnetwork kbprint", "kbnetwork kbprint "],
    ["kbnetwork kbbuglistkbfixlist", "kbnetworkkbbuglist kbfixlist", "kbnetwork kbbuglist kbfixlist"],
  ])("“%s” under “%s” are mended", (footer, header, right) => {
    expect(restored(footer, header)).toBe(right);
  });

  it.each([
    ["kbnetwork kbprint ", "kbnetwrok kbprint"],
    ["kbnetwork kbprint ", "kbnetwork"],
    ["kbnetwork ", "kbnetwork kbprint"],
    ["kbnetwork kbfaq ", "kbnetwork kbusage"],
    ["kbnetwork spooling ", "kbnetwork"],
    ["kbnetwork spooling ", "kbnetwork kbprint"],
  ])("“%s” stay under “%s”", (footer, header) => {
    expect(restored(footer, header)).toBeUndefined();
  });

  it("lose their repeats", () => {
    expect(withoutRepeats("kbprint kbnetwork kbPrint ")).toBe("kbprint kbnetwork ");
    expect(withoutRepeats(" kbfaq")).toBe(" kbfaq");
  });

  it("match a header that is cut at 87", () => {
    const footer = `${"kbnetwork ".repeat(9)}kbprint `;
    expect(headerKeywordsMatch(footer.slice(0, 87), footer)).toBe(true);
    expect(headerKeywordsMatch(footer.trimEnd(), footer)).toBe(false);
  });
});

describe("a footer's version", () => {
  const text = parseArticle(BUG_ARTICLE, "text");
  const sound = "winnt:3.0,4.0,4.0 SP1";

  it.each([["winnt:3.0,4.0"], ["winnt:3.1,4.0,4.0 SP1"], ["wint:3.0,4.0,4.0 SP1"], ["winnt:4.0,3.0,4.0 SP1"], [""]])(
    "“%s” is mended by a sound header",
    (footer) => {
      expect(restoreVersion(text, sound, footer)).toBe(sound);
    },
  );

  it.each([["winnt:3.0,4.0"], ["wint:3.0,4.0,4.0 SP1"], [""]])("stays above the damaged header “%s”", (header) => {
    expect(restoreVersion(text, header, sound)).toBeUndefined();
  });

  it("gets back the colon that a page's header has lost", () => {
    const page = parseArticle(HOWTO_ARTICLE, "page");
    expect(restoreVersion(page, "4.0", ":4.1")).toBe(":4.0");
    expect(restoreVersion(page, "4.0", "")).toBe(":4.0");
  });
});
