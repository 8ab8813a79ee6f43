// Titles quoted behind references: what differs, where they wrap, and that writing one is the inverse of reading it.
import { describe, expect, it } from "vitest";
import { buildExample } from "../../src/lint/examples/build-example.ts";
import { quotedTitle, writeTitle } from "../../src/model/quoted-title.ts";
import { findReferences } from "../../src/model/references.ts";
import { titleDifference } from "../../src/model/title-difference.ts";
import { parseArticle } from "../../src/syntax/parse-article.ts";
import { applyEdits } from "../../src/text/text-edit.ts";

const LONG = "FIX: The Second Printer of a Host Print Session Stays Silent While the First One Prints";

function quotedIn(passage: string, expected: string): { text: string; wrapped: boolean }[] {
  return buildExample({ title: "", replace: "The queue stops.", by: passage }).map(({ text, container }) => {
    const article = parseArticle(text, container);
    const [reference] = findReferences(article);
    const quoted = reference && quotedTitle(article, reference, expected);
    return { text: quoted?.text ?? "", wrapped: quoted?.wrapped ?? false };
  });
}

describe("quotedTitle", () => {
  it("reads a title on its line, without what stands before it", () => {
    for (const passage of [
      "   Q900107 A Title",
      "   Q900107 : A Title",
      "   Q900107 Title: A Title",
      "Q900107: A Title",
    ]) {
      for (const quoted of quotedIn(passage, "A Title")) expect(quoted).toEqual({ text: "A Title", wrapped: false });
    }
  });

  it("reads on where the line was full", () => {
    const passage = `   Q900107 ${LONG.slice(0, 66).trimEnd()}\n   ${LONG.slice(66).trimStart()}`;
    for (const quoted of quotedIn(passage, "")) expect(quoted).toEqual({ text: LONG, wrapped: true });
  });

  it("stops at another reference and at text that had room above", () => {
    for (const quoted of quotedIn("   Q900107 One\n   Q900108 Two", "One")) expect(quoted.text).toBe("One");
    for (const quoted of quotedIn("   Q900107 One\n   and more", "One")) expect(quoted.text).toBe("One");
  });
});

describe("writeTitle", () => {
  it("wraps a long title so that it is read again", () => {
    for (const { text, container } of buildExample({
      title: "",
      replace: "The queue stops.",
      by: "   Q900107 Short",
    })) {
      const article = parseArticle(text, container);
      const [reference] = findReferences(article);
      const quoted = reference && quotedTitle(article, reference, "");
      if (!quoted) throw new Error("no title");
      const changed = applyEdits(text, [{ span: quoted.span, newText: writeTitle(article, quoted, LONG) }]);
      const again = parseArticle(changed, container);
      for (let line = 0; line < again.source.lineCount; line++) {
        if (again.source.lineText(line).includes("Printer of"))
          expect(again.source.lineText(line).length).toBeLessThan(82);
      }
      const [found] = findReferences(again);
      expect(found && quotedTitle(again, found, "")?.text).toBe(LONG);
    }
  });
});

describe("titleDifference", () => {
  it.each([
    ["FIX: A Queue Stops", "FIX: A Queue Stops", "same"],
    ["FIX: a queue stops.", "FIX: A Queue Stops", "typographic"],
    ["BUG: A Queue Stops", "FIX: A Queue Stops", "tag"],
    ["A Queue Stops", "FIX: A Queue Stops", "tag"],
    ["FIX: A Queue", "FIX: A Queue Stops", "cut"],
    ["FIX: A Queue Stops at Night", "FIX: A Queue Stops", "longer"],
    ["FIX: A Printer Queue Halts", "FIX: A Queue Stops", "reworded"],
    ["INFO: New Colors of the Ribbon", "FIX: A Queue Stops", "another"],
  ] as const)("%s / %s: %s", (quoted, target, difference) => {
    expect(titleDifference(quoted, target)).toBe(difference);
  });

  it("takes no offence at the whole of a title that the archive cut", () => {
    expect(titleDifference(LONG, LONG.slice(0, 64).trimEnd())).toBe("same");
  });
});
