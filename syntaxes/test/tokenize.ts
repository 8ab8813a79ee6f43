/**
 * Loads the grammars of this folder into the engine that VS Code itself uses.
 * Tests ask it for the scopes of every piece of text, line by line.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import oniguruma from "vscode-oniguruma";
import textmate, { type IGrammar, type StateStack } from "vscode-textmate";

const files: Readonly<Record<string, string>> = {
  "text.kb-article": "kb-article.tmLanguage.json",
  "text.kb-page": "kb-page.tmLanguage.json",
  "text.kb-body": "kb-body.tmLanguage.json",
};

/** The scope names of the two languages. */
export type LanguageScope = "text.kb-article" | "text.kb-page";

/** A stretch of a line and the scopes it carries, outermost first, without the language's own scope. */
export interface ScopedText {
  readonly start: number;
  readonly end: number;
  readonly scopes: readonly string[];
}

/** Reads the text of a grammar by its scope name. */
export function readGrammar(scope: string): string {
  return readFileSync(new URL(`../${files[scope] ?? scope}`, import.meta.url), "utf8");
}

async function createRegistry(): Promise<textmate.Registry> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm"));
  await oniguruma.loadWASM(wasm);
  const { OnigScanner, OnigString } = oniguruma;
  return new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new OnigScanner(patterns),
      createOnigString: (text) => new OnigString(text),
    }),
    loadGrammar: async (scope) => (scope in files ? textmate.parseRawGrammar(readGrammar(scope), files[scope]) : null),
  });
}

const registry = createRegistry();

/** Loads one of the two languages with the shared body it includes. */
export async function loadLanguage(scope: LanguageScope): Promise<IGrammar> {
  const grammar = await (await registry).loadGrammar(scope);
  if (grammar === null) {
    throw new Error(`no grammar for ${scope}`);
  }
  return grammar;
}

function merge(pieces: readonly ScopedText[]): ScopedText[] {
  const merged: ScopedText[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (last?.scopes.join(" ") === piece.scopes.join(" ")) {
      merged[merged.length - 1] = { ...last, end: piece.end };
    } else {
      merged.push(piece);
    }
  }
  return merged;
}

/** Tokenises a whole document; adjacent pieces with equal scopes are one. */
export function tokenizeLines(grammar: IGrammar, lines: readonly string[]): ScopedText[][] {
  let state: StateStack = textmate.INITIAL;
  return lines.map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    const inside = tokens.filter((token) => token.startIndex < line.length);
    return merge(
      inside.map(({ startIndex, endIndex, scopes }) => ({
        start: startIndex,
        end: Math.min(endIndex, line.length),
        scopes: scopes.slice(1),
      })),
    );
  });
}
