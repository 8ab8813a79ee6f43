// The JSON schema of kb.config.json, for editors: completion, hovers and checks without our server.
// Made from the same table that reads the file, so that the two cannot differ.
import type { RuleMeta } from "../lint/rule.ts";
import { configShape } from "./config-table.ts";
import type { JsonSchema } from "./shape.ts";

/** The schema for these rules. */
export function configSchema(rules: readonly RuleMeta[]): JsonSchema {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "KB Author settings",
    description: "Settings of an archive of Knowledge Base articles (kb.config.json).",
    allowComments: true,
    allowTrailingCommas: true,
    ...configShape(rules).schema,
  };
}
