// The disclaimer against the one that the archive agrees on. Rule examples cannot show it: their archive has none.
import { describe, expect, it } from "vitest";
import { buildExample } from "../../src/lint/examples/build-example.ts";
import { fixAll } from "../../src/lint/fix-all.ts";
import type { ArchiveView, RuleExample } from "../../src/lint/rule.ts";
import { boilerplate } from "../../src/lint/rules/boilerplate.ts";
import { type LintSettings, runRules } from "../../src/lint/run-rules.ts";
import { parseArticle } from "../../src/syntax/parse-article.ts";

const SETTINGS: LintSettings = {
  profile: "archive",
  levels: new Map(),
  today: { year: 2026, month: 11, day: 21 },
};

function soundText(example: Omit<RuleExample, "title"> = {}): { text: string; sound: string } {
  const [built] = buildExample({ title: "raw text", container: "text", ...example });
  if (!built) throw new Error("no raw text was built");
  return built;
}

function disclaimerOf(sound: string): string {
  const lines = sound.split("\r\n");
  return lines
    .slice(
      lines.findIndex((line) => line.startsWith("THE INFORMATION IN THIS")),
      -2,
    )
    .join("\n");
}

function archiveWith(text: string | undefined): ArchiveView {
  return {
    find: () => [],
    isRegistered: () => undefined,
    supersededBy: () => undefined,
    boilerplate: () => text,
  };
}

describe("boilerplate: the disclaimer", () => {
  const { sound } = soundText();
  const archive = archiveWith(disclaimerOf(sound));

  it("is silent where it is the archive's word for word", () => {
    expect(runRules([boilerplate], { article: parseArticle(sound, "text"), archive }, SETTINGS)).toEqual([]);
  });

  it("is silent where the archive's disclaimer is not known", () => {
    const { text } = soundText({ replace: "EXPRESS OR IMPLIED", by: "EXPRESS" });
    const input = { article: parseArticle(text, "text"), archive: archiveWith(undefined) };
    expect(runRules([boilerplate], input, SETTINGS)).toEqual([]);
  });

  it.each([
    ["a word is lost", "EXPRESS OR IMPLIED", "EXPRESS"],
    ["a line is lost", "THAT COMES OF ITS USE.\n", ""],
    ["a line is added", "THAT COMES OF ITS USE.\n", "THAT COMES OF ITS USE.\nNO ONE WILL.\n"],
  ])("restores it to the byte where %s", (_, replace, by) => {
    const { text } = soundText({ replace, by });
    const input = { article: parseArticle(text, "text"), archive };
    const findings = runRules([boilerplate], input, SETTINGS);
    expect(findings.map((finding) => finding.severity)).toEqual(["error"]);
    expect(fixAll([boilerplate], input, SETTINGS, { unsafe: false }).text).toBe(sound);
  });
});
