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
    view.set(question, JSON.stringify(await client.request<unknown>(method, params)));
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
  // Of several files of one number any may be the one that is shown as symbol.
  const symbols = ["", "Q9001", "shelves"].map(async (query) => {
    const found = await client.request<WorkspaceSymbol[]>("workspace/symbol", { query });
    const numbers = new Set(found.map(({ name }) => name.split(":", 1)[0]));
    view.set(`symbols of “${query}”`, [...numbers].sort().join(" "));
  });
  const pulled = [PROBE, ...documents].map(async (uri) => {
    const params = { textDocument: { uri } };
    const report = await client.request<DocumentDiagnosticReport>("textDocument/diagnostic", params);
    view.set(`diagnostics of ${uri}`, JSON.stringify(report.kind === "full" ? report.items : report.kind));
  });
  await Promise.all([...asked, ...symbols, ...pulled]);
  return view;
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
