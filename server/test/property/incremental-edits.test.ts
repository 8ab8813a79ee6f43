// Random incremental edits through the real server: what it makes of its text equals what a model makes of the same
// edits, line breaks of all kinds, pairs beyond the basic plane and places past the end included.
import fc from "fast-check";
import { expect, it, onTestFinished } from "vitest";
import type { DocumentDiagnosticReport, FoldingRange } from "vscode-languageserver";
import { foldingRanges } from "../../src/features/folding.ts";
import { RULES } from "../../src/lint/registry.generated.ts";
import { runRules } from "../../src/lint/run-rules.ts";
import { detectContainer } from "../../src/syntax/detect-container.ts";
import { parseArticle } from "../../src/syntax/parse-article.ts";
import { crlf, page, rawText } from "../harness/articles.ts";
import { LanguageClient } from "../harness/language-client.ts";
import { CAPABLE } from "../harness/session.ts";

// A failing run prints its seed; KB_SEED repeats it, KB_RUNS does more.
const SEED = Number(process.env.KB_SEED ?? Date.now() % 1_000_000_000);
const RUNS = Number(process.env.KB_RUNS ?? 150);
const PIECES = [
  "x",
  "\n",
  "\r\n",
  "\r",
  "\t",
  "=====",
  "SUMMARY",
  "Q900101",
  "\u{1f600}",
  "\ud83d",
  "\u2028",
  "é",
  "",
  "\n\n",
];

const anEdit = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 0, max: 40 }),
  pieces: fc.array(fc.constantFrom(...PIECES), { maxLength: 4 }),
  past: fc.boolean(),
});
const aStart = fc.constantFrom(page({ id: "Q900100" }), crlf(rawText({ id: "Q900100" })), "", "one line");

/** A text as the protocol sees it: lines that end in LF, CR LF or CR. */
class Model {
  text: string;

  constructor(text: string) {
    this.text = text;
  }

  positionAt(offset: number): { line: number; character: number } {
    const before = this.text.slice(0, offset).replaceAll("\r\n", "\n").replaceAll("\r", "\n");
    return { line: before.split("\n").length - 1, character: before.length - before.lastIndexOf("\n") - 1 };
  }

  /** An offset that a position can name: not between CR and LF. */
  nameable(offset: number): number {
    return this.text.slice(offset - 1, offset + 1) === "\r\n" ? offset - 1 : offset;
  }

  replace(start: number, end: number, by: string): void {
    this.text = this.text.slice(0, start) + by + this.text.slice(end);
  }
}

async function seen(client: LanguageClient, uri: string): Promise<unknown> {
  const report: DocumentDiagnosticReport = await client.request("textDocument/diagnostic", { textDocument: { uri } });
  const folds: FoldingRange[] | null = await client.request("textDocument/foldingRange", { textDocument: { uri } });
  const items = report.kind === "full" ? report.items : [];
  return { folds, items: items.map(({ code, range, message }) => ({ code, range, message })) };
}

function expected(text: string): unknown {
  if (text.trim() === "") return { folds: null, items: [] };
  const article = parseArticle(text, detectContainer(text) ?? "page");
  const now = new Date();
  const today = { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
  const findings = runRules(RULES, { article }, { profile: "archive", levels: new Map(), today });
  return {
    folds: foldingRanges(article),
    items: findings.map(({ rule, span, message }) => ({
      code: rule,
      message,
      range: { start: article.source.positionAt(span.start), end: article.source.positionAt(span.end) },
    })),
  };
}

it("the server's text equals the model's after random edits", async () => {
  const client = await LanguageClient.start({ capabilities: CAPABLE, initializationOptions: { clientFiles: false } });
  onTestFinished(() => client.kill());
  let count = 0;
  const session = fc.asyncProperty(
    aStart,
    fc.array(anEdit, { minLength: 1, maxLength: 25, size: "max" }),
    async (start, edits) => {
      const uri = `untitled:Untitled-${++count}`;
      const model = new Model(start);
      client.notify("textDocument/didOpen", { textDocument: { uri, languageId: "kb-page", version: 1, text: start } });
      for (const [at, { from, length, pieces, past }] of edits.entries()) {
        const first = model.nameable(Math.floor(from * model.text.length));
        const last = Math.max(first, model.nameable(Math.min(first + length, model.text.length)));
        const start = model.positionAt(first);
        const atEnd = last === model.text.length && past;
        const end = atEnd ? { line: start.line + 9999, character: 7 } : model.positionAt(last);
        const contentChanges = [{ range: { start, end }, text: pieces.join("") }];
        client.notify("textDocument/didChange", { textDocument: { uri, version: at + 2 }, contentChanges });
        model.replace(first, last, pieces.join(""));
      }
      expect(await seen(client, uri)).toEqual(expected(model.text));
      client.notify("textDocument/didClose", { textDocument: { uri } });
    },
  );
  await fc.assert(session, { numRuns: RUNS, seed: SEED });
});
