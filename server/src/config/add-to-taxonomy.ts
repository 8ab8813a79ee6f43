// Adds a word to a vocabulary of kb.config.json; comments and layout of the file stay as they are.
import { applyEdits, modify, type ParseError, parseTree } from "jsonc-parser";
import type { TaxonomyName } from "./config.ts";

const LAYOUT = { formattingOptions: { insertSpaces: true, tabSize: 2 } };
const AT_END = -1;

/** The file's text with the word added; `undefined` where the text is not JSON with comments. An empty text is taken for `{}`. */
export function addToTaxonomy(text: string, list: TaxonomyName, word: string): string | undefined {
  const source = text.trim() === "" ? "{}\n" : text;
  const errors: ParseError[] = [];
  const tree = parseTree(source, errors, { allowTrailingComma: true });
  if (errors.length > 0 || tree?.type !== "object") return undefined;
  const edits = modify(source, ["taxonomy", list, "extend", AT_END], word, { ...LAYOUT, isArrayInsertion: true });
  return applyEdits(source, edits);
}
