/**
 * Collects every regular expression that the editor will run for these languages.
 * The linearity gate must miss none, so it walks the JSON instead of knowing its shape.
 */
import { readFileSync } from "node:fs";
import { readGrammar } from "./tokenize.ts";

/** A pattern and where it stands, as a JSON path. */
export interface PlacedPattern {
  readonly place: string;
  readonly source: string;
}

const patternKeys: ReadonlySet<string> = new Set(["match", "begin", "end", "while"]);
const configurationKeys: ReadonlySet<string> = new Set(["pattern", "beforeText", "afterText", "previousLineText"]);

function* walk(node: unknown, place: string, keys: ReadonlySet<string>): Generator<PlacedPattern> {
  if (typeof node !== "object" || node === null) {
    return;
  }
  for (const [key, value] of Object.entries(node)) {
    if (keys.has(key) && typeof value === "string") {
      yield { place: `${place}/${key}`, source: value };
    } else {
      yield* walk(value, `${place}/${key}`, keys);
    }
  }
}

/** Every pattern of the three grammars. */
export function grammarPatterns(): PlacedPattern[] {
  return ["text.kb-body", "text.kb-article", "text.kb-page"].flatMap((scope) => [
    ...walk(JSON.parse(readGrammar(scope)), scope, patternKeys),
  ]);
}

/** Every pattern of the language configuration. */
export function configurationPatterns(): PlacedPattern[] {
  const file = new URL("../language-configuration.json", import.meta.url);
  return [...walk(JSON.parse(readFileSync(file, "utf8")), "language-configuration", configurationKeys)];
}
