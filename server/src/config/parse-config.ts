// Reads kb.config.json: JSON with comments and trailing commas, from any hand, hostile ones included.
// Gives the values that are sound and names the others; never throws, never guesses.
import { createScanner, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { RuleMeta } from "../lint/rule.ts";
import { checkConfig } from "./check-config.ts";
import { type Config, EMPTY_CONFIG } from "./config.ts";
import { configShape } from "./config-table.ts";
import type { ConfigProblem } from "./problem.ts";
import { ROOT_NAME } from "./record.ts";

/** A settings file's values and what is wrong with it. */
export interface ParsedConfig {
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
}

// A megabyte would take longer than an editor may stall; long lists belong into files. The parser is recursive,
// hence the depth.
const MAX_LENGTH = 300_000;
const MAX_DEPTH = 32;
// A text that is not JSON at all has one in every line.
const MAX_SYNTAX_PROBLEMS = 10;

/** Reads a settings file; `rules` are those whose severities it may set. */
export function parseConfig(text: string, rules: readonly RuleMeta[]): ParsedConfig {
  const tree = parseJson(text);
  if ("problems" in tree) return { config: EMPTY_CONFIG, problems: tree.problems };
  const problems: ConfigProblem[] = [];
  const config = configShape(rules).read(tree.root, ROOT_NAME, problems) ?? EMPTY_CONFIG;
  problems.push(...checkConfig(config));
  problems.sort((a, b) => a.start - b.start);
  return { config, problems };
}

/** The tree of a JSON text with comments, or why there is none. An empty text is an empty object. */
export function parseJson(
  text: string,
  maxLength: number = MAX_LENGTH,
): { readonly root: Node } | { readonly problems: readonly ConfigProblem[] } {
  const limit = limitProblem(text, maxLength);
  if (limit) return { problems: [limit] };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  if (errors.length > 0) return { problems: errors.slice(0, MAX_SYNTAX_PROBLEMS).map(syntaxProblem) };
  return { root: root ?? { type: "object", offset: 0, length: 0, children: [] } };
}

function limitProblem(text: string, maxLength: number): ConfigProblem | undefined {
  if (text.length > maxLength) {
    return {
      message: `The file is longer than ${maxLength} characters; put long lists into files of their own.`,
      severity: "error",
      start: 0,
      end: 0,
    };
  }
  const scanner = createScanner(text, true);
  let depth = 0;
  for (let kind: number = scanner.scan(); kind !== END_OF_FILE; kind = scanner.scan()) {
    if (kind === OPEN_BRACE || kind === OPEN_BRACKET) depth++;
    if (kind === CLOSE_BRACE || kind === CLOSE_BRACKET) depth--;
    if (depth <= MAX_DEPTH) continue;
    const start = scanner.getTokenOffset();
    return { message: `Nested deeper than ${MAX_DEPTH} levels.`, severity: "error", start, end: start + 1 };
  }
  return undefined;
}

// The library's own names for these are a const enum, which exists in its types only.
const OPEN_BRACE = 1;
const CLOSE_BRACE = 2;
const OPEN_BRACKET = 3;
const CLOSE_BRACKET = 4;
const END_OF_FILE = 17;

const SYNTAX_MESSAGES: ReadonlyMap<string, string> = new Map([
  ["InvalidSymbol", "This is not JSON: words stand in double quotes"],
  ["InvalidNumberFormat", "This number is not written as in JSON"],
  ["PropertyNameExpected", "A key in double quotes is missing here"],
  ["ValueExpected", "A value is missing here"],
  ["ColonExpected", "A colon is missing here"],
  ["CommaExpected", "A comma is missing before this"],
  ["CloseBraceExpected", "A closing } is missing here"],
  ["CloseBracketExpected", "A closing ] is missing here"],
  ["EndOfFileExpected", "The file should end here"],
  ["UnexpectedEndOfComment", "A comment does not end: */ is missing"],
  ["UnexpectedEndOfString", "A text does not end: the closing double quote is missing"],
  ["InvalidEscapeCharacter", "A text has a \\ that JSON does not know; write \\\\ for the character itself"],
  ["InvalidCharacter", "A text has a character that JSON does not allow"],
]);

function syntaxProblem(error: ParseError): ConfigProblem {
  const name = printParseErrorCode(error.error);
  const message = `${SYNTAX_MESSAGES.get(name) ?? `This is not JSON (${name})`}.`;
  return { message, severity: "error", start: error.offset, end: error.offset + Math.max(1, error.length) };
}
