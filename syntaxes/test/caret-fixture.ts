/**
 * Reads fixtures in the style of vscode-tmgrammar-test: article lines, and below them lines of `#` with marks.
 * `#  ^^^ scope - other` speaks of the columns above the carets, `# <--- scope` of the first three.
 */
import type { LanguageScope, ScopedText } from "./tokenize.ts";

/** What a fixture claims about some columns of one article line. */
export interface ScopeClaim {
  readonly fixtureLine: number;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly present: readonly string[];
  readonly absent: readonly string[];
}

/** A fixture without its marks, and the claims the marks made. */
export interface CaretFixture {
  readonly language: LanguageScope;
  readonly title: string;
  readonly lines: readonly string[];
  readonly claims: readonly ScopeClaim[];
}

const firstLine = /^# SYNTAX TEST "(text\.kb-article|text\.kb-page)" "([^"]+)"$/;
const marks = /^#\s*(?:(\^+)|<(~*)(-+)) +([^ -].*?)?(?:(?:^| )?- (.+))?$/;

function words(text: string | undefined): string[] {
  return (text ?? "").split(" ").filter((word) => word !== "");
}

function readClaim(text: string, fixtureLine: number, line: number): ScopeClaim | undefined {
  const found = marks.exec(text);
  if (found === null) {
    return undefined;
  }
  const [, carets, tildes, dashes, present, absent] = found;
  const start = carets === undefined ? (tildes ?? "").length : text.indexOf("^");
  const end = start + (carets ?? dashes ?? "").length;
  return { fixtureLine, line, start, end, present: words(present), absent: words(absent) };
}

/** Parses a fixture; its first line names the language. */
export function parseCaretFixture(text: string): CaretFixture {
  const [head = "", ...rest] = text.replace(/\n$/, "").split("\n");
  const [, language, title = ""] = firstLine.exec(head) ?? [];
  if (language !== "text.kb-article" && language !== "text.kb-page") {
    throw new Error(`first line of a fixture: ${head}`);
  }
  const lines: string[] = [];
  const claims: ScopeClaim[] = [];
  for (const [index, line] of rest.entries()) {
    const claim = readClaim(line, index + 2, lines.length - 1);
    if (claim === undefined) {
      lines.push(line);
    } else {
      claims.push(claim);
    }
  }
  return { language, title, lines, claims };
}

/** Says what is wrong with a claim, or nothing where it holds for every column. */
export function checkClaim(claim: ScopeClaim, pieces: readonly ScopedText[]): string | undefined {
  const covered = pieces.filter((piece) => piece.start < claim.end && piece.end > claim.start);
  const last = covered.at(-1);
  if (last === undefined || last.end < claim.end) {
    return `line ${claim.fixtureLine}: columns ${claim.start}-${claim.end} reach past the text`;
  }
  const wrong = covered.flatMap((piece) => [
    ...claim.present.filter((scope) => !piece.scopes.includes(scope)).map((scope) => `${scope} missing`),
    ...claim.absent.filter((scope) => piece.scopes.includes(scope)).map((scope) => `${scope} not wanted`),
  ]);
  const found = covered.map((piece) => piece.scopes.join(" ")).join(" | ");
  return wrong.length === 0 ? undefined : `line ${claim.fixtureLine}: ${wrong.join(", ")}; found ${found}`;
}
