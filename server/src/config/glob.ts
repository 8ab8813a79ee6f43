// File patterns of kb.config.json and of the command line, matched without regular expressions.
// Time is bounded by pattern length times path length, so that no pattern from an untrusted folder can hang anybody.

/** A compiled pattern. */
export interface Glob {
  readonly pattern: string;
  /** Whether the pattern names the path, or a folder that the path lies in. The path is relative, with `/`. */
  matches(path: string): boolean;
}

/** A pattern that was refused, with the reason and the way out. */
export interface GlobProblem {
  readonly problem: string;
}

/** The longest pattern that is accepted. */
export const GLOB_MAX_LENGTH = 500;
// No sensible pattern comes near; more of them is a mistake or an attack.
const MAX_WILDCARDS = 24;
const MAX_ALTERNATIVES = 64;

const WILDCARD = /[*?[{]/;

/** Whether a command-line argument is a pattern rather than a path. */
export function hasWildcard(text: string): boolean {
  return WILDCARD.test(text);
}

/**
 * Compiles a pattern: `*` and `?` stay within a path segment, `**` crosses them, `[a-z]` and `{a,b}` choose.
 * A pattern that matches a folder matches all that the folder holds.
 */
export function compileGlob(pattern: string): Glob | GlobProblem {
  const refused = refuse(pattern);
  if (refused !== undefined) return { problem: refused };
  const expanded = expandBraces(pattern.replace(/^(?:\.?\/)+/, "").replace(/\/+$/, ""));
  if (expanded === undefined) {
    return { problem: `has an unclosed { or more than ${MAX_ALTERNATIVES} alternatives; write several patterns` };
  }
  const alternatives: Segment[][] = [];
  for (const one of expanded) {
    const segments = one.split("/").map(compileSegment);
    if (segments.includes(undefined)) return { problem: "has an unclosed [; write [[] for the character itself" };
    alternatives.push(segments.filter((segment) => segment !== undefined));
  }
  return {
    pattern,
    matches: (path) => {
      const parts = path.split("/");
      return alternatives.some((segments) => matchSegments(segments, parts));
    },
  };
}

function refuse(pattern: string): string | undefined {
  if (pattern.trim() === "") return "is empty; write a pattern such as kb/**, or leave it out";
  if (pattern.length > GLOB_MAX_LENGTH) return `is longer than ${GLOB_MAX_LENGTH} characters; shorten it`;
  if (pattern.startsWith("!")) return "starts with !; patterns only name files, so use “include” and “exclude” instead";
  if (pattern.includes("\\")) return "has a \\; write / between folders, on Windows too";
  if (pattern.split("/").includes("..")) return "leaves its folder by ..; name files below the folder only";
  const wildcards = pattern.match(/\*+|\?|\[/g)?.length ?? 0;
  if (wildcards > MAX_WILDCARDS) return `has more than ${MAX_WILDCARDS} wildcards; simplify it`;
  return undefined;
}

// Innermost braces first, so that nested ones come out right; `undefined` past the limit or when one stays open.
function expandBraces(pattern: string): string[] | undefined {
  const done: string[] = [];
  const waiting = [pattern];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const open = next.lastIndexOf("{");
    if (open < 0) {
      done.unshift(next);
      continue;
    }
    const close = next.indexOf("}", open);
    if (close < 0) return undefined;
    for (const choice of next.slice(open + 1, close).split(",")) {
      waiting.push(next.slice(0, open) + choice + next.slice(close + 1));
    }
    if (done.length + waiting.length > MAX_ALTERNATIVES) return undefined;
  }
  return done;
}

// A token is one character, one of the two wildcards, or a set. The wildcards' names are longer than one character.
type Token = string | CharacterSet;
const ANY = "any";
const STAR = "star";

interface CharacterSet {
  readonly negated: boolean;
  readonly ranges: readonly (readonly [from: string, to: string])[];
}

/** A segment's tokens, or "globstar" for any run of segments. */
type Segment = "globstar" | readonly Token[];

function compileSegment(text: string): Segment | undefined {
  if (text === "**") return "globstar";
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === "*") {
      if (tokens[tokens.length - 1] !== STAR) tokens.push(STAR);
    } else if (character === "?") tokens.push(ANY);
    else if (character === "[") {
      const close = text.indexOf("]", at + 2);
      if (close < 0) return undefined;
      tokens.push(compileSet(text.slice(at + 1, close)));
      at = close;
    } else tokens.push(character);
  }
  return tokens;
}

function compileSet(text: string): CharacterSet {
  const negated = text.startsWith("!") || text.startsWith("^");
  const ranges: (readonly [string, string])[] = [];
  for (let at = negated ? 1 : 0; at < text.length; at++) {
    const from = text.charAt(at);
    const isRange = text.charAt(at + 1) === "-" && at + 2 < text.length;
    ranges.push([from, isRange ? text.charAt(at + 2) : from]);
    if (isRange) at += 2;
  }
  return { negated, ranges };
}

// Going back to the last star is enough: an earlier one could take no more than the last can.
function matchSegments(pattern: readonly Segment[], parts: readonly string[]): boolean {
  let at = 0;
  let star = -1;
  let retry = 0;
  let part = 0;
  while (part < parts.length) {
    const segment = pattern[at];
    if (segment === "globstar") {
      star = at++;
      retry = part;
    } else if (segment !== undefined && matchTokens(segment, parts[part] ?? "")) {
      at++;
      part++;
    } else if (at === pattern.length) return true;
    else if (star < 0) return false;
    else {
      at = star + 1;
      part = ++retry;
    }
  }
  while (pattern[at] === "globstar") at++;
  return at === pattern.length;
}

function matchTokens(tokens: readonly Token[], text: string): boolean {
  let at = 0;
  let star = -1;
  let retry = 0;
  let position = 0;
  while (position < text.length) {
    const token = tokens[at];
    if (token === STAR) {
      star = at++;
      retry = position;
    } else if (token !== undefined && matchesToken(token, text.charAt(position))) {
      at++;
      position++;
    } else if (star < 0) return false;
    else {
      at = star + 1;
      position = ++retry;
    }
  }
  while (tokens[at] === STAR) at++;
  return at === tokens.length;
}

function matchesToken(token: Token, character: string): boolean {
  if (token === ANY) return true;
  if (typeof token === "string") return token === character;
  return token.negated !== token.ranges.some(([from, to]) => from <= character && character <= to);
}
