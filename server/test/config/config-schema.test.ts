// The JSON schema that editors get: made from the table, every key and rule described.
// That the shipped file is up to date is checked with all generated files (scripts/check.mjs).
import { describe, expect, test } from "vitest";
import { configSchema } from "../../src/config/config-schema.ts";
import { parseConfig } from "../../src/config/parse-config.ts";
import { RULES } from "../../src/lint/registry.generated.ts";

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly description?: string;
}

describe("schema", () => {
  const schema: Schema = configSchema(RULES);

  test("describes every key and every rule", () => {
    for (const property of Object.values(schema.properties ?? {})) expect(property.description).toMatch(/\.$/);
    expect(Object.keys(schema.properties?.rules?.properties ?? {})).toEqual(RULES.map((rule) => rule.id));
  });

  test("knows the keys that the reader knows", () => {
    for (const key of Object.keys(schema.properties ?? {})) {
      const { problems } = parseConfig(`{ "${key}": null }`, RULES);
      expect(problems.map((problem) => problem.message).join()).not.toContain("has no key");
    }
  });
});
