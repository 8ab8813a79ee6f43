// Checks documents against the schemas in schemas/ and gives the first faults in words.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";

const compiled = new Map<string, ValidateFunction>();

/** The faults of a document; empty where it is valid. */
export function schemaFaults(schema: "sarif-2.1.0" | "gitlab-code-quality", document: unknown): string[] {
  const validate = compiled.get(schema) ?? compile(schema);
  compiled.set(schema, validate);
  if (validate(document)) return [];
  return (validate.errors ?? []).slice(0, 20).map(({ instancePath, message }) => `${instancePath}: ${message ?? ""}`);
}

function compile(schema: string): ValidateFunction {
  const text = readFileSync(join(import.meta.dirname, "schemas", `${schema}.schema.json`), "utf8");
  return new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false }).compile(
    JSON.parse(text),
  );
}
