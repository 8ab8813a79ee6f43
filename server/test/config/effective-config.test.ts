// Merging settings: who wins, where a value comes from, and that asking is cheap for a whole archive.
import { describe, expect, test } from "vitest";
import { readConfigFile } from "../../src/config/config-file.ts";
import { ConfigTree } from "../../src/config/config-tree.ts";
import { type RunOverrides, toLintSettings } from "../../src/config/effective-config.ts";
import { RULES } from "../../src/lint/registry.generated.ts";

function treeOf(files: Readonly<Record<string, object>>, run: RunOverrides = {}): ConfigTree {
  const read = Object.entries(files).map(([path, value]) => readConfigFile(path, JSON.stringify(value), RULES));
  for (const file of read) expect(file.problems).toEqual([]);
  return new ConfigTree(read, run);
}

const OUTER = {
  profile: "authoring",
  rules: { permalink: "off", "raw-wrapper": "hint" },
  overrides: [
    { files: ["kb/9*/**"], profile: "archive", rules: { permalink: "warning" } },
    { files: ["kb/99*/**"], rules: { permalink: "error" } },
  ],
  taxonomy: { keywords: { extend: ["a"] }, products: { extend: ["p"] } },
  superseded: { Q10000: "Q10001" },
  boilerplate: "notice.txt",
};
const INNER = {
  rules: { "raw-wrapper": "error" },
  taxonomy: { keywords: { extend: ["b"] }, products: { replace: ["q"] } },
  superseded: { Q10001: "Q10002" },
  ids: { registry: "ids.txt" },
};

describe("what is in force", () => {
  const tree = treeOf({ "kb.config.json": OUTER, "kb/991/kb.config.json": INNER });

  test("the defaults where nothing is said", () => {
    const { profile, levels, suppressions, boilerplate } = treeOf({}).effective("a.md");
    expect([profile, levels.size, suppressions.value, boilerplate]).toEqual([
      { value: "archive", source: { kind: "default" } },
      0,
      ".kb/suppressions.json",
      undefined,
    ]);
  });

  test("of overrides that match, the last counts; inner files win over outer overrides", () => {
    expect(tree.effective("txt/a.TXT").profile.value).toBe("authoring");
    expect(tree.effective("kb/900/a.md").profile.value).toBe("archive");
    expect(tree.effective("kb/900/a.md").levels.get("permalink")?.value).toBe("warning");
    expect(tree.effective("kb/991/a.md").levels.get("permalink")?.value).toBe("error");
    expect(tree.effective("kb/991/a.md").levels.get("raw-wrapper")?.value).toBe("error");
    expect(tree.effective("kb/990/a.md").levels.get("raw-wrapper")?.value).toBe("hint");
  });

  test("the run's own settings win over all files", () => {
    const run = { profile: "authoring" as const, levels: new Map([["permalink", "hint" as const]]) };
    const effective = treeOf({ "kb.config.json": OUTER }, run).effective("kb/990/a.md");
    expect(effective.profile).toEqual({ value: "authoring", source: { kind: "command-line" } });
    const settings = toLintSettings(effective, { year: 2001, month: 1, day: 1 });
    expect(settings.levels.get("permalink")).toBe("hint");
  });

  test("sources name file, line and override", () => {
    const source = tree.effective("kb/990/a.md").levels.get("permalink")?.source;
    expect(source).toMatchObject({ kind: "file", path: "kb.config.json", line: 0, override: ["kb/99*/**"] });
    expect(tree.effective("kb/991/a.md").registry).toMatchObject({ value: "kb/991/ids.txt" });
    expect(tree.effective("kb/991/a.md").boilerplate?.value).toBe("notice.txt");
  });

  test("word lists extend outward, replacing starts anew; chains lead to their end", () => {
    const { taxonomy, superseded } = tree.effective("kb/991/a.md");
    expect(taxonomy.get("keywords")?.value).toEqual({ replace: undefined, extend: ["a", "b"] });
    expect(taxonomy.get("products")?.value).toEqual({ replace: ["q"], extend: [] });
    expect([...superseded].map(([old, { value }]) => `${old} ${value}`)).toEqual(["Q10000 Q10002", "Q10001 Q10002"]);
  });

  test("files under the same settings share one value", () => {
    expect(tree.effective("kb/990/a.md")).toBe(tree.effective("kb/992/b.md"));
    expect(tree.effective("kb/990/a.md")).not.toBe(tree.effective("kb/900/a.md"));
  });
});

describe("what belongs to the archive", () => {
  const tree = treeOf({
    "kb.config.json": { include: ["kb", "txt"], exclude: ["kb/000"] },
    "kb/1/kb.config.json": { exclude: ["*.TXT"] },
  });

  test.each([
    ["kb/2/a.md", undefined],
    ["other/a.md", "kb.config.json"],
    ["kb/000/a.md", "kb.config.json"],
    ["kb/1/a.TXT", "kb/1/kb.config.json"],
    ["kb/1/a.md", undefined],
  ])("%s", (path, by) => {
    expect(tree.excludedBy(path)?.path).toBe(by);
  });
});
