// The differences of two lists of lines: where they begin and end, and that replaying them gives the other list.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineDifferences } from "../../src/model/line-differences.ts";

describe("lineDifferences", () => {
  it("finds none between equal lists", () => {
    expect(lineDifferences(["a", "", "b"], ["a", "", "b"])).toEqual([]);
  });

  it("finds a changed, a lost and an added line", () => {
    const before = ["a", "b", "c", "d", "e", "f", "g"];
    const after = ["a", "B", "c", "d", "f", "g", "h"];
    expect(lineDifferences(before, after)).toEqual([
      { from: 1, to: 2, otherFrom: 1, otherTo: 2 },
      { from: 4, to: 5, otherFrom: 4, otherTo: 4 },
      { from: 7, to: 7, otherFrom: 6, otherTo: 7 },
    ]);
  });

  it("gives the other list when replayed, whatever the lists", () => {
    const lines = fc.array(fc.constantFrom("", "a", "b", "c"), { maxLength: 30 });
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const replayed: string[] = [];
        let at = 0;
        for (const { from, to, otherFrom, otherTo } of lineDifferences(before, after)) {
          replayed.push(...before.slice(at, from), ...after.slice(otherFrom, otherTo));
          at = to;
        }
        expect([...replayed, ...before.slice(at)]).toEqual(after);
      }),
    );
  });
});
