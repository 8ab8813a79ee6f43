// A word added to a vocabulary: the rest of the file, comments included, stays as it is.
import { describe, expect, it } from "vitest";
import { addToTaxonomy } from "../../src/config/add-to-taxonomy.ts";
import { parseConfig } from "../../src/config/parse-config.ts";
import { RULES } from "../../src/lint/registry.generated.ts";

describe("a word is added to the vocabulary", () => {
  it.each([
    ["of an empty file", ""],
    ["of a file without vocabularies", '{\n  // ours\n  "profile": "archive"\n}\n'],
    ["that has words", '{ "taxonomy": { "keywords": { "extend": ["kbOne"] } } }'],
    ["that is replaced", '{ "taxonomy": { "keywords": { "replace": ["kbOne"] } } }'],
  ])("%s", (_, text) => {
    const after = addToTaxonomy(text, "keywords", "kbTwo") ?? "";
    const { config, problems } = parseConfig(after, RULES);
    expect(problems).toEqual([]);
    expect(config.taxonomy.get("keywords")?.value.extend).toContain("kbTwo");
    if (text.includes("// ours")) expect(after).toContain('// ours\n  "profile": "archive"');
  });

  it("is left undone where the file cannot be read", () => {
    expect(addToTaxonomy("{ oops", "keywords", "kbTwo")).toBeUndefined();
  });
});
