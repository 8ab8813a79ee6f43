/**
 * Keeps the scopes of whole documents, so that a change of a pattern shows everything it moves.
 * After an intended change, `npx vitest run syntaxes/test -u` writes the snapshots again.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadLanguage, type ScopedText, tokenizeLines } from "./tokenize.ts";

const folder = new URL("./fixtures/documents/", import.meta.url);
const snapshots = fileURLToPath(new URL("./snapshots/", import.meta.url));

function describeLine(line: string, pieces: readonly ScopedText[]): string[] {
  const scoped = pieces.filter((piece) => piece.scopes.length > 0);
  return [`>${line}`, ...scoped.map((piece) => `#${piece.start}-${piece.end} ${piece.scopes.join(" ")}`)];
}

describe("whole documents", () => {
  for (const name of readdirSync(folder)) {
    test(name, async () => {
      const lines = readFileSync(new URL(name, folder), "utf8").split("\n");
      const grammar = await loadLanguage(name.endsWith(".page.txt") ? "text.kb-page" : "text.kb-article");
      const pieces = tokenizeLines(grammar, lines);
      const text = lines.flatMap((line, index) => describeLine(line, pieces[index] ?? [])).join("\n");
      await expect(`${text}\n`).toMatchFileSnapshot(`${snapshots}${name}.snap`);
    });
  }
});
