// Reading settings: sound values come through, wrong ones are named with their place, hostile files do no harm.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseConfig } from "../../src/config/parse-config.ts";
import type { RuleMeta } from "../../src/lint/rule.ts";

function rule(id: string): RuleMeta {
  return {
    id,
    category: "text",
    levels: { archive: "warning", authoring: "error" },
    fix: "no",
    summary: `${id}.`,
    rationale: "",
    remedy: "",
    source: "",
    frequency: "",
    examples: { bad: [], good: [] },
  };
}

const RULES = ["permalink", "title-length"].map(rule);
const parse = (text: string) => parseConfig(text, RULES);
const problemsOf = (text: string): string[] =>
  parse(text).problems.map(({ message, start, end }) => `${text.slice(start, end).slice(0, 30)} ← ${message}`);

describe("sound files", () => {
  test("every key, with comments and trailing commas", () => {
    const { config, problems } = parse(`{
      "$schema": "./schema.json",
      "profile": "authoring", // strict
      "include": ["kb/**"], "exclude": ["kb/000", "**/old-*",],
      "rules": { "permalink": "off", "title-length": "hint" },
      "overrides": [{ "files": ["kb/9*/**"], "profile": "archive", "rules": { "permalink": "error" } }],
      "taxonomy": { "keywords": { "extend": ["kbLamp"] }, "products": { "replace": ["Lamp 1.0"] } },
      "ids": { "ranges": [{ "from": "Q900000", "to": "Q900999", "product": "lamp", "author": "Ada" }], "registry": "ids.txt" },
      "superseded": { "Q900100": "Q900101" },
      "boilerplate": "notice.txt", "suppressions": "ok.json",
    }`);
    expect(problems).toEqual([]);
    expect(config.profile?.value).toBe("authoring");
    expect(config.exclude?.value.map((glob) => glob.pattern)).toEqual(["kb/000", "**/old-*"]);
    expect([...config.rules].map(([id, { value }]) => `${id} ${value}`)).toEqual([
      "permalink off",
      "title-length hint",
    ]);
    expect(config.overrides[0]?.profile?.value).toBe("archive");
    expect(config.taxonomy.get("keywords")?.value).toEqual({ extend: ["kbLamp"], replace: undefined });
    expect(config.taxonomy.get("products")?.value).toEqual({ extend: [], replace: ["Lamp 1.0"] });
    expect(config.ranges?.value).toEqual([{ from: "Q900000", to: "Q900999", product: "lamp", author: "Ada" }]);
    expect(config.registry?.value).toBe("ids.txt");
    expect(config.superseded.get("Q900100")?.value).toBe("Q900101");
    expect([config.boilerplate?.value, config.suppressions?.value]).toEqual(["notice.txt", "ok.json"]);
  });

  test.each(["", "{}", "// nothing\n", "\n"])("%j says nothing", (text) => {
    expect(parse(text).problems).toEqual([]);
  });

  test("a registry can be a list", () => {
    expect(parse('{ "ids": { "registry": ["Q10022"] } }').config.registry?.value).toEqual(["Q10022"]);
  });
});

describe("wrong files", () => {
  test.each([
    ['{ "ruls": {} }', '"ruls" ← The settings file has no key “ruls”. Did you mean “rules”?'],
    ['{ "x": 1 }', '"x" ← The settings file has no key “x”. Known keys: include, exclude, profile, rules'],
    ['{ "rules": { "permalnk": "off" } }', '"permalnk" ← “rules”: “permalnk” is not a rule. Did you mean “permalink”?'],
    ['{ "rules": { "permalink": "warn" } }', '"warn" ← “rules” → permalink must be one of error'],
    ['{ "rules": [] }', "[] ← “rules” must be an object of rule ids and severities, but is of type array."],
    ['{ "profile": 5 }', "5 ← “profile” must be one of archive, authoring, but is of type number."],
    ['{ "profile": "archive", "profile": "archive" }', '"profile" ← The settings file: “profile” is written twice'],
    ['{ "exclude": "kb" }', '"kb" ← “exclude” must be a list of patterns, but is “kb”.'],
    ['{ "exclude": [1] }', "1 ← “exclude” must be a pattern such as “kb/**”"],
    ['{ "exclude": ["*/*/**/!"] }', undefined],
    ['{ "overrides": [{ "rules": {} }] }', '{ "rules": {} } ← “overrides” lacks “files”; add it.'],
    ['{ "superseded": { "900": "Q900101" } }', '"900" ← “superseded”: “900” is not an article number'],
    ['{ "superseded": { "Q900100": "x" } }', '"x" ← “superseded” → Q900100: “x” is not an article number'],
    ['{ "ids": { "ranges": [{ "from": "Q900999", "to": "Q900000" }] } }', "Q900999 lies behind Q900000"],
    ['{ "ids": { "ranges": [{ "from": "Q900999" }] } }', "lacks “to”; add it."],
    ['{ "ids": { "registry": 5 } }', "“ids” → registry must be a path to a file or a list of article numbers"],
    ['{ "boilerplate": "/etc/passwd" }', "leaves the settings file's folder"],
    ['{ "boilerplate": "a/../../b" }', "leaves the settings file's folder"],
    ['{ "suppressions": "C:/x" }', "leaves the settings file's folder"],
    ["{ profile: 1 }", "This is not JSON: words stand in double quotes."],
    ["[1]", "[1] ← The settings file must be an object, but is of type array."],
    ["{", "A closing } is missing here."],
  ])("%s", (text, expected) => {
    const problems = problemsOf(text);
    if (expected === undefined) expect(problems).toEqual([]);
    else expect(problems.join("\n")).toContain(expected);
  });

  test("sound values beside wrong ones count", () => {
    const { config, problems } = parse(
      '{ "profile": "authoring", "rules": { "permalink": "off", "x": "off" }, "y": 1 }',
    );
    expect(problems).toHaveLength(2);
    expect(config.profile?.value).toBe("authoring");
    expect(config.rules.size).toBe(1);
  });

  test("rings and chains of superseded articles", () => {
    const { problems } = parse(
      '{ "superseded": { "Q10000": "Q10001", "Q10001": "Q10000", "Q20000": "Q20001", "Q20001": "Q20002" } }',
    );
    expect(problems.map(({ severity }) => severity)).toEqual(["error", "error", "warning"]);
  });
});

describe("hostile files", () => {
  const huge = 15_000;
  const numbers = Array.from({ length: huge }, (_, at) => `"Q${100000 + at}"`);

  test.each([
    ["deep nesting", "[".repeat(100_000)],
    ["one long text", `{ "profile": "${"x".repeat(290_000)}" }`],
    ["a file beyond the limit", " ".repeat(2_000_000)],
    ["wrong items without end", `{ "exclude": [${"1,".repeat(140_000)}1] }`],
    ["unknown rules without end", `{ "rules": {${numbers.map((key) => `${key}:"off"`).join()}} }`],
    [
      "a chain through everything",
      `{ "superseded": {${numbers
        .slice(0, 12_000)
        .map((key, at) => `${key}:${numbers[at + 1]}`)
        .join()}} }`,
    ],
  ])("%s ends soon", (_name, text) => {
    parse("{}");
    const began = performance.now();
    const { problems } = parse(text);
    // The goal is 50 ms; the limit leaves room for a busy machine.
    expect(performance.now() - began).toBeLessThan(500);
    expect(problems.length).toBeGreaterThan(0);
    for (const { message } of problems.slice(0, 100)) expect(message.length).toBeLessThan(400);
  });

  test("keys that mean something to JavaScript are unknown like others", () => {
    const text =
      '{ "__proto__": { "profile": "x" }, "constructor": 1, "rules": { "__proto__": "off", "toString": "off" } }';
    const { config, problems } = parse(text);
    expect(problems).toHaveLength(4);
    expect(config.rules.size).toBe(0);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
    expect("profile" in {}).toBe(false);
  });

  test("control characters do not get into messages", () => {
    const { problems } = parse('{ "\\u001b[31mred": 1, "profile": "\\u0007" }');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
    for (const { message } of problems) expect(message).not.toMatch(/[\u0000-\u001f]/);
  });

  test("no text and no JSON makes it throw, and places lie in the text", () => {
    const keys = fc.constantFrom(
      "profile",
      "rules",
      "overrides",
      "include",
      "files",
      "ids",
      "ranges",
      "registry",
      "superseded",
      "taxonomy",
      "__proto__",
      "extend",
    );
    const json = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: "small" },
        fc.constantFrom("archive", "off", "permalink", "kb/**", "Q10000", "", 1, null, true),
        fc.array(tie("value"), { maxLength: 4 }),
        fc.array(fc.tuple(keys, tie("value")), { maxLength: 4 }).map((entries) => new Map(entries)),
      ),
    })).value;
    const write = (value: unknown): string => {
      if (value instanceof Map)
        return `{${[...value].map(([key, inner]) => `${JSON.stringify(key)}:${write(inner)}`).join()}}`;
      return Array.isArray(value) ? `[${value.map(write).join()}]` : JSON.stringify(value);
    };
    fc.assert(
      fc.property(fc.oneof(fc.string(), json.map(write)), (text) => {
        for (const { start, end } of parse(text).problems) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(start).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
