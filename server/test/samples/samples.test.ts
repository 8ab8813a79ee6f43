// The five articles that the project started from. The list of findings was written by reading the articles as a
// careful editor would, before the linter ran over them; each article must also parse without loss.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ArticleIndex } from "../../src/index/article-index.ts";
import { fixAll } from "../../src/lint/fix-all.ts";
import { RULES } from "../../src/lint/registry.generated.ts";
import { type LintInput, type LintSettings, runRules } from "../../src/lint/run-rules.ts";
import { summarizeArticle } from "../../src/model/article-summary.ts";
import { findReferences } from "../../src/model/references.ts";
import { parseIfArticle } from "../../src/syntax/parse-article.ts";
import { articleNodes } from "../../src/syntax/tree.ts";

const folder = process.env.KB_SAMPLES ?? join(import.meta.dirname, "..", "..", "..", "..", "shared", "samples");

// What a careful editor would list, profile `archive`, Information and above, with only these files at hand.
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  // Keywords glued before kbfixlist: the archive's own doing (FORMAT §5.2). No type; SYMPTOMS is there.
  "Q158644.TXT": [],
  // STATUS stands behind MORE INFORMATION.
  "Q192868.page.md": ["66 warning section-order"],
  // A sound article.
  "Q243681.TXT": [],
  // The first historical form: no raw pair. Keywords cut at 87 characters are the archive's own doing.
  "Q263681.page.md": ["7 information raw-wrapper"],
  // The earliest form: no slash before the permalink, no raw pair.
  "Q307434.page.md": ["4 information permalink", "7 information raw-wrapper"],
};

const SETTINGS: LintSettings = { profile: "archive", levels: new Map(), today: { year: 2026, month: 11, day: 21 } };

function inputOf(name: string): LintInput {
  const article = parseIfArticle(readFileSync(join(folder, name), "latin1"));
  if (!article) throw new Error(`${name} is not taken for an article`);
  return { article, path: `samples/${name}` };
}

if (existsSync(folder)) {
  describe.each(Object.keys(EXPECTED))("%s", (name) => {
    it("parses without loss, every line of known kind", () => {
      const { article } = inputOf(name);
      const { text } = article.source;
      const nodes = articleNodes(article);
      expect(nodes.map((node) => text.slice(node.span.start, node.span.end)).join("")).toBe(text);
      expect(nodes.filter((node) => node.kind === "unknown")).toEqual([]);
    });

    it("has exactly the findings that a careful editor lists", () => {
      const input = inputOf(name);
      const findings = runRules(RULES, input, SETTINGS).filter((finding) => finding.severity !== "hint");
      const listed = findings.map(({ span, severity, rule }) => {
        return `${input.article.source.positionAt(span.start).line + 1} ${severity} ${rule}`;
      });
      expect(listed).toEqual(EXPECTED[name]);
    });

    it("settles under its safe fixes", () => {
      const input = inputOf(name);
      const fixed = fixAll(RULES, input, SETTINGS, { unsafe: false });
      const article = parseIfArticle(fixed.text);
      expect(article).toBeDefined();
      if (article) expect(fixAll(RULES, { ...input, article }, SETTINGS, { unsafe: false }).repaired).toBe(0);
      if (EXPECTED[name]?.length === 0) expect(fixed.text).toBe(input.article.source.text);
    });
  });

  describe("references among the samples", () => {
    it("leads from Q263681 and Q243681 to Q236325, and not from the file name Q243681.exe", () => {
      for (const name of ["Q263681.page.md", "Q243681.TXT"]) {
        const references = findReferences(inputOf(name).article).map(({ id, form }) => `${id} ${form}`);
        expect(references).toEqual(["Q236325 own-line"]);
      }
    });

    it("resolves once the cited article is there", () => {
      const citing = summarizeArticle(inputOf("Q263681.page.md").article);
      const cited = { ...citing, id: "Q236325", title: "How to Obtain the Latest Service Pack", citations: [] };
      if (!citing) throw new Error("no summary");
      const index = ArticleIndex.empty.with(
        new Map([
          ["a", citing],
          ["b", { ...citing, ...cited }],
        ]),
      );
      expect(index.find("Q236325").map((entry) => entry.uri)).toEqual(["b"]);
      expect(index.citing("Q236325").map((place) => place.entry.uri)).toEqual(["a"]);
    });
  });
} else {
  it("finds the samples", () => {
    const message = "SAMPLES ABSENT: set KB_SAMPLES to the folder of the five articles.";
    if (process.env.CI) throw new Error(message);
    console.warn(message);
  });
}
