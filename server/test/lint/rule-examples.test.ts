// Every rule's own examples, run as tests: bad ones report exactly their rule, good ones nothing,
// safe fixes give back the sound article to the byte, and a second fix finds nothing to do.
import { describe, expect, it } from "vitest";
import { type BuiltExample, buildExample } from "../../src/lint/examples/build-example.ts";
import { exampleArchive, exampleUri } from "../../src/lint/examples/example-archive.ts";
import { fixAll } from "../../src/lint/fix-all.ts";
import { RULES } from "../../src/lint/registry.generated.ts";
import type { Finding, Profile, Rule, RuleExample } from "../../src/lint/rule.ts";
import { type LintInput, type LintSettings, runRules } from "../../src/lint/run-rules.ts";
import { parseArticle } from "../../src/syntax/parse-article.ts";

function settings(profile: Profile): LintSettings {
  return { profile, levels: new Map(), today: { year: 2026, month: 11, day: 21 } };
}

function inputOf(example: RuleExample, built: BuiltExample, text = built.text): LintInput {
  const article = parseArticle(text, built.container);
  return { article, path: built.path, uri: exampleUri(built), archive: exampleArchive(example) };
}

function lint(example: RuleExample, built: BuiltExample): Finding[] {
  return runRules(RULES, inputOf(example, built), settings(example.profile ?? "archive"));
}

function describeFindings(built: BuiltExample, findings: readonly Finding[]): string[] {
  const { source } = parseArticle(built.text, built.container);
  return findings.map((finding) => {
    const { line, character } = source.positionAt(finding.span.start);
    return `${line + 1}:${character + 1} ${finding.severity} ${finding.rule}: ${finding.message}`;
  });
}

function each(
  rule: Rule,
  examples: readonly RuleExample[],
  run: (example: RuleExample, built: BuiltExample) => void,
): void {
  for (const example of examples) {
    for (const built of buildExample(example))
      it(`${rule.id}: ${example.title} (${built.container})`, () => run(example, built));
  }
}

describe.each(RULES.map((rule) => [rule.id, rule] as const))("%s", (_, rule) => {
  describe("is reported on", () => {
    each(rule, rule.examples.bad, (example, built) => {
      const findings = lint(example, built);
      const reported = describeFindings(built, findings);
      expect(findings.length, reported.join("\n")).toBeGreaterThan(0);
      expect([...new Set(findings.map((finding) => finding.rule))], reported.join("\n")).toEqual([rule.id]);
      for (const finding of findings) {
        expect(finding.span.start).toBeLessThanOrEqual(finding.span.end);
        expect(finding.span.end).toBeLessThanOrEqual(built.text.length);
      }
    });
  });
  describe("is silent, with all other rules, on", () => {
    each(rule, rule.examples.good, (example, built) => {
      expect(describeFindings(built, lint(example, built))).toEqual([]);
    });
  });
  describe("is fixed on", () => {
    each(rule, rule.examples.bad, (example, built) => {
      const profile = example.profile ?? "archive";
      const fixable = lint(example, built).some((finding) => finding.fixes?.some((fix) => fix.safety === "safe"));
      const fixed = fixAll(RULES, inputOf(example, built), settings(profile), { unsafe: false });
      if (fixable && example.restores !== false) expect(fixed.text).toBe(built.sound);
      if (!fixable) expect(fixed.text).toBe(built.text);
      const again = fixAll(RULES, inputOf(example, built, fixed.text), settings(profile), { unsafe: false });
      expect(again).toEqual({ text: fixed.text, repaired: 0 });
    });
  });
});
