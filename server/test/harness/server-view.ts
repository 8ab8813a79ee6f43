// What a server says of its archive, as plain data: for tests that compare two servers.
// Asked from a document outside all folders that names every number, so that the question itself changes nothing.
import type { DocumentDiagnosticReport, PublishDiagnosticsParams, WorkspaceSymbol } from "vscode-languageserver";
import { rawText } from "./articles.ts";
import type { LanguageClient } from "./language-client.ts";

const PROBE = "untitled:probe";
const FIRST = "Numbers asked for:";

/** Everything that can be asked of the archive, by what was asked. */
export type ServerView = ReadonlyMap<string, string>;

/** Opens the document that questions are asked from. */
export function openProbe(client: LanguageClient, ids: readonly string[]): void {
  const textDocument = { uri: PROBE, languageId: "kb-article", version: 1, text: probeText(ids) };
  client.notify("textDocument/didOpen", { textDocument });
}

function probeText(ids: readonly string[]): string {
  return rawText({ id: "Q999999", title: "INFO: Probe", more: [FIRST, "", ...ids].join("\n") });
}

/** What the server says of the numbers, of all articles, and of the documents. */
export async function viewOf(
  client: LanguageClient,
  ids: readonly string[],
  documents: readonly string[],
): Promise<ServerView> {
  const view = new Map<string, string>();
  const note = async (question: string, method: string, params: unknown): Promise<void> => {
    const answer = await client.request<unknown>(method, params);
    view.set(question, JSON.stringify(comparable(method, answer)));
  };
  const first = probeText(ids).split("\n").indexOf(FIRST) + 2;
  const asked = ids.flatMap((id, at) => {
    const place = { textDocument: { uri: PROBE }, position: { line: first + at, character: 2 } };
    return [
      note(`${id} references`, "textDocument/references", { ...place, context: { includeDeclaration: true } }),
      note(`${id} definition`, "textDocument/definition", place),
      note(`${id} hover`, "textDocument/hover", place),
    ];
  });
  const symbols = ["", "Q9001", "shelves"].map((query) => note(`symbols of “${query}”`, "workspace/symbol", { query }));
  const pulled = [PROBE, ...documents].map((uri) =>
    note(`diagnostics of ${uri}`, "textDocument/diagnostic", { textDocument: { uri } }),
  );
  await Promise.all([...asked, ...symbols, ...pulled]);
  return view;
}

// Names of results are never the same; and of several files of one number any may be the one that is shown as symbol.
function comparable(method: string, answer: unknown): unknown {
  if (method === "workspace/symbol" && Array.isArray(answer)) {
    return [...new Set(answer.map(({ name }: WorkspaceSymbol) => name.split(":", 1)[0]))].sort();
  }
  if (method !== "textDocument/diagnostic") return answer;
  const report = answer as DocumentDiagnosticReport;
  return report.kind === "full" ? report.items : report.kind;
}

/** The diagnostics that were pushed last, by the question of {@link viewOf}; of closed documents only where there are any. */
export function pushedView(client: LanguageClient): ServerView {
  const view = new Map<string, string>();
  for (const { method, params } of client.notifications) {
    if (method !== "textDocument/publishDiagnostics") continue;
    const { uri, diagnostics }: PublishDiagnosticsParams = params;
    view.set(`diagnostics of ${uri}`, JSON.stringify(diagnostics));
  }
  return view;
}

/** Where two views differ, a line each. */
export function differences(found: ServerView, expected: ServerView): string[] {
  const questions = new Set([...found.keys(), ...expected.keys()]);
  return [...questions]
    .filter((question) => found.get(question) !== expected.get(question))
    .map((question) => `${question}:\n  found    ${found.get(question)}\n  expected ${expected.get(question)}`);
}
