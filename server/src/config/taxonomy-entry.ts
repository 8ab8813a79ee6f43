// Where a kb.config.json declares a word of a vocabulary, in “extend” or “replace”.
// Reads the text as it is typed, so a file with a mistake further down still answers.
import { findNodeAtLocation, type Node, parseTree } from "jsonc-parser";
import { type Span, span } from "../text/span.ts";
import type { TaxonomyName } from "./config.ts";

const WITH_CODE = /^([a-z0-9_]+) *= *(.+)$/;

/** The place of a word's entry, quotation marks excluded; `undefined` where the file does not declare it. */
export function taxonomyEntry(text: string, list: TaxonomyName, word: string): Span | undefined {
  const tree = parseTree(text, [], { allowTrailingComma: true });
  if (!tree) return undefined;
  for (const change of ["replace", "extend"]) {
    const words = findNodeAtLocation(tree, ["taxonomy", list, change]);
    const entry = words?.children?.find((node) => declares(node, list, word));
    if (entry) return span(entry.offset + 1, entry.offset + entry.length - 1);
  }
  return undefined;
}

// A product is declared by name, or by code and name, and is used by either.
function declares({ value }: Node, list: TaxonomyName, word: string): boolean {
  if (typeof value !== "string") return false;
  if (value === word) return true;
  const [, code, name] = (list === "products" && WITH_CODE.exec(value)) || [];
  return code === word || name === word;
}
