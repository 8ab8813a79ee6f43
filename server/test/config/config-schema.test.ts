// The JSON schema that editors get: made from the table, and the same as the file that ships.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { configSchema } from "../../src/config/config-schema.ts";
import { parseConfig } from "../../src/config/parse-config.ts";
import { RULES } from "../../src/lint/registry.generated.ts";

const SHIPPED = join(import.meta.dirname, "../../../schemas/kb.config.schema.json");

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly description?: string;
}

describe("schema", () => {
  const schema: Schema = configSchema(RULES);

  test("is the one that ships (npm run codegen)", () => {
    expect(JSON.parse(readFileSync(SHIPPED, "utf8"))).toEqual(JSON.parse(JSON.stringify(schema)));
  });

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
