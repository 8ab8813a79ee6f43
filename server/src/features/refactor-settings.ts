// Article numbers in the archive's own files: kb.config.json and the registry of numbers.
// Comments, layout and everything else in them stay as they are.
import { type Node, parseTree } from "jsonc-parser";
import { members } from "../config/shape.ts";
import { folderOf } from "../syntax/article-id.ts";
import { span } from "../text/span.ts";
import { change, type ReasonedEdit } from "./refactor-edit.ts";
import type { Renumbering } from "./refactor-number.ts";

const PATTERN_KEYS: ReadonlySet<string> = new Set(["include", "exclude", "overrides"]);
const IN_PATTERN = /(?:(?<![0-9])(\d{3})\/)?(?<![A-Za-z0-9])(Q\d{5,6})(?![A-Za-z0-9])/g;

/** The edits of a kb.config.json: its registry, its superseded numbers, and patterns that name an article's files. */
export function renumberSettings(text: string, numbers: Renumbering): ReasonedEdit[] {
  const tree = parseTree(text, [], { allowTrailingComma: true });
  const edits: ReasonedEdit[] = [];
  for (const { offset, length, path } of tree ? strings(tree, []) : []) {
    const written = text.slice(offset, offset + length);
    const newText = isPattern(path) ? renumberPattern(written, numbers) : renumberLiteral(written, path, numbers);
    if (newText !== written) edits.push(change(span(offset, offset + length), newText, "archive"));
  }
  return edits;
}

interface PlacedString {
  readonly offset: number;
  readonly length: number;
  /** The keys that lead to it; for a key those of its object, and itself. */
  readonly path: readonly string[];
}

function* strings(node: Node, path: readonly string[]): Generator<PlacedString> {
  if (node.type === "string") yield { offset: node.offset, length: node.length, path };
  if (node.type === "array") for (const child of node.children ?? []) yield* strings(child, path);
  if (node.type !== "object") return;
  for (const { key, word, value } of members(node)) {
    yield { offset: key.offset, length: key.length, path: [...path, word] };
    yield* strings(value, [...path, word]);
  }
}

function isPattern([key = ""]: readonly string[]): boolean {
  return PATTERN_KEYS.has(key);
}

// Ranges are where new numbers come from; they do not move with an article that happens to stand at their end.
function renumberLiteral(written: string, [key, inner]: readonly string[], numbers: Renumbering): string {
  const isNumber = key === "superseded" || (key === "ids" && inner === "registry");
  const number = isNumber ? numbers.get(written.slice(1, -1)) : undefined;
  return number === undefined ? written : `"${number}"`;
}

function renumberPattern(written: string, numbers: Renumbering): string {
  return written.replace(IN_PATTERN, (whole, folder: string | undefined, id: string) => {
    const number = numbers.get(id);
    if (number === undefined) return whole;
    if (folder === undefined) return number;
    return `${folder === folderOf(id) ? folderOf(number) : folder}/${number}`;
  });
}

const REGISTRY_LINE = /^\s*(Q[1-9]\d{4,5})\b/gm;

/** The edits of a registry file, which has a number at the beginning of each line. */
export function renumberRegistry(text: string, numbers: Renumbering): ReasonedEdit[] {
  const edits: ReasonedEdit[] = [];
  for (const match of text.matchAll(REGISTRY_LINE)) {
    const [whole, id = ""] = match;
    const number = numbers.get(id);
    const end = match.index + whole.length;
    if (number !== undefined) edits.push(change(span(end - id.length, end), number, "archive"));
  }
  return edits;
}
