// Accepted findings and fixes: what is accepted stays as it is, even while the lines around it are repaired.
import { describe, expect, it } from "vitest";
import { acceptedIn, carried, isAccepted } from "../../src/lint/accepted-places.ts";
import { buildExample } from "../../src/lint/examples/build-example.ts";
import { repairArticle } from "../../src/lint/fix-all.ts";
import { RULES } from "../../src/lint/registry.generated.ts";
import { parseArticle } from "../../src/syntax/parse-article.ts";

const SETUP = {
  rules: RULES,
  settings: { profile: "archive", levels: new Map(), today: { year: 2026, month: 11, day: 21 } },
} as const;

describe("accepted findings", () => {
  const built = buildExample({ title: "a page", container: "page" })[0];
  const text = (built?.text ?? "").replace(/^\t={4,20}$/gm, "\t====");

  it("are not fixed, and their fellows are", () => {
    const article = parseArticle(text, "page");
    let rounds = 0;
    const repaired = repairArticle(
      SETUP,
      { article },
      {
        unsafe: false,
        // Goes by order, as marks of equal lines do: a repair before it would move the acceptance to another line.
        keep: (findings) => {
          rounds++;
          return rounds === 1 ? findings.filter((_finding, at) => at !== 1) : findings;
        },
      },
    );
    const lines = repaired.article.source.text.split("\n");
    expect(lines.filter((line) => line === "\t====")).toHaveLength(1);
    expect([...repaired.applied.keys()]).toEqual(["heading-underline"]);
    expect(repaired.left).toEqual([]);
  });

  it("are carried along by the edits around them", () => {
    const finding = { rule: "a", severity: "error", message: "", span: { start: 10, end: 14 } } as const;
    const accepted = acceptedIn([finding], []);
    const edits = [
      { span: { start: 0, end: 0 }, newText: "12345" },
      { span: { start: 12, end: 20 }, newText: "x" },
    ];
    expect(carried(accepted, edits)).toEqual([{ rule: "a", span: { start: 15, end: 18 } }]);
    expect(isAccepted({ ...finding, span: { start: 15, end: 16 } }, carried(accepted, edits))).toBe(true);
    expect(isAccepted({ ...finding, rule: "b" }, accepted)).toBe(false);
  });
});
