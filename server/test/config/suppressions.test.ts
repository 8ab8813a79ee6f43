// Suppressions: marks that survive moves, entries that match, and a file that reads back as it was written.
import { describe, expect, test } from "vitest";
import { markFindings } from "../../src/config/fingerprint.ts";
import { applySuppressions, groupSuppressions } from "../../src/config/suppressions.ts";
import { parseSuppressions, writeSuppressions } from "../../src/config/suppressions-file.ts";
import type { Finding } from "../../src/lint/rule.ts";
import type { Article } from "../../src/syntax/article.ts";
import { parseArticle } from "../../src/syntax/parse-article.ts";
import { page } from "../cli/articles.ts";

const ID = "Q990100";

function articleOf(more: readonly string[]): Article {
  return parseArticle(page({ id: ID, more }), "page");
}

// A finding of a test rule at every place where the word stands.
function findingsOf(article: Article, word: string): Finding[] {
  const found: Finding[] = [];
  const { text } = article.source;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    found.push({ rule: "doubled-word", severity: "warning", message: "", span: { start: at, end: at + word.length } });
  }
  return found;
}

function marks(more: readonly string[]): string[] {
  const article = articleOf(more);
  return markFindings(findingsOf(article, "lamp lamp"), article, ID).map(({ fingerprint }) => fingerprint);
}

describe("marks", () => {
  test("stay when the line moves or its blanks change, and change with its words", () => {
    const [before] = marks(["The lamp lamp is on."]);
    expect(
      marks(["Another line first.", "", "   The  lamp lamp is on. "].map((line) => line.replace("  ", " "))),
    ).toEqual([before]);
    expect(marks(["The lamp lamp is off."])).not.toEqual([before]);
  });

  test("tell equal lines apart by their order", () => {
    const same = marks(["The lamp lamp is on.", "", "The lamp lamp is on."]);
    expect(new Set(same).size).toBe(2);
  });

  test("are part of the format: they never change", () => {
    expect(marks(["The lamp lamp is on."])).toEqual(["ce092b4a5edc21a3"]);
  });
});

describe("applying", () => {
  const article = articleOf(["The lamp lamp is on.", "", "The other lamp lamp is on."]);
  const findings = findingsOf(article, "lamp lamp");
  const [first] = markFindings(findings, article, ID);
  const entry = { rule: "doubled-word", id: ID, fingerprint: first?.fingerprint ?? "", reason: "a name" };

  test("silences what matches and says what was used", () => {
    const { kept, suppressed, used } = applySuppressions(findings, article, ID, [entry]);
    expect([kept.length, suppressed.length, used.length]).toEqual([1, 1, 1]);
  });

  test("matches rule and article, not the mark alone", () => {
    const others = [
      { ...entry, rule: "permalink" },
      { ...entry, id: "Q990101" },
    ];
    expect(applySuppressions(findings, article, ID, others).kept).toHaveLength(2);
    expect(applySuppressions(findings, article, ID, undefined).kept).toBe(findings);
  });

  test("entries are found by article", () => {
    expect(groupSuppressions([entry, { ...entry, id: "Q1" }]).get(ID)).toEqual([entry]);
  });
});

describe("the file", () => {
  const entries = [
    { rule: "b", id: "Q100000", fingerprint: "02", reason: undefined },
    { rule: "a", id: "Q100000", fingerprint: "01", reason: 'said "so"' },
    { rule: "a", id: "Q99999", fingerprint: "03", reason: undefined },
  ];

  test("reads back sorted by article and rule", () => {
    const text = writeSuppressions(entries);
    expect(text.split("\n")).toHaveLength(9);
    const { suppressions, problems } = parseSuppressions(text);
    expect(problems).toEqual([]);
    expect(suppressions).toEqual([entries[2], entries[1], entries[0]]);
    expect(writeSuppressions(suppressions)).toBe(text);
    expect(parseSuppressions(writeSuppressions([])).problems).toEqual([]);
  });

  test.each([
    ['{ "version": 2, "suppressions": [] }', "version must be 1"],
    ['{ "suppressions": [] }', "lacks “version”"],
    ['{ "version": 1, "suppressions": [{ "rule": "a" }] }', "lacks “id”"],
    ['{ "version": 1, "suppresions": [] }', "Did you mean “suppressions”?"],
    ["{ nothing", "This is not JSON"],
  ])("%s", (text, message) => {
    expect(
      parseSuppressions(text)
        .problems.map((problem) => problem.message)
        .join("\n"),
    ).toContain(message);
  });
});
