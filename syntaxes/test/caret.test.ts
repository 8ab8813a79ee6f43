/**
 * Holds the grammars against fixtures that mark the expected scopes below the text.
 * One fixture covers one part of an article; each of its marks must hold.
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkClaim, parseCaretFixture } from "./caret-fixture.ts";
import { loadLanguage, tokenizeLines } from "./tokenize.ts";

const folder = new URL("./fixtures/carets/", import.meta.url);

describe("scopes under carets", () => {
  for (const name of readdirSync(folder)) {
    const fixture = parseCaretFixture(readFileSync(new URL(name, folder), "utf8"));
    test(`${name}: ${fixture.title}`, async () => {
      const pieces = tokenizeLines(await loadLanguage(fixture.language), fixture.lines);
      expect(fixture.claims.length).toBeGreaterThan(0);
      expect(fixture.claims.flatMap((claim) => checkClaim(claim, pieces[claim.line] ?? []) ?? [])).toEqual([]);
    });
  }

  test("a wrong mark is reported", () => {
    const fixture = parseCaretFixture('# SYNTAX TEST "text.kb-page" "x"\nabcdef\n# ^^ one - two\n# <~-- one\n');
    const pieces = [
      { start: 0, end: 3, scopes: ["one"] },
      { start: 3, end: 6, scopes: ["two"] },
    ];
    expect(fixture.lines).toEqual(["abcdef"]);
    expect(fixture.claims.map((claim) => checkClaim(claim, pieces))).toEqual([
      "line 3: one missing, two not wanted; found one | two",
      undefined,
    ]);
  });
});
