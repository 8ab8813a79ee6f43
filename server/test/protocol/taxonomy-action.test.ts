// An unknown keyword is taught to the archive by a quick fix: the settings file changes, and the finding goes.
import { expect, it } from "vitest";
import type { CodeAction, TextDocumentEdit } from "vscode-languageserver";
import { applyLspEdits } from "../harness/apply-edits.ts";
import { page, pagePath } from "../harness/articles.ts";
import { CAPABLE, eventually, Session } from "../harness/session.ts";

const ID = "Q900100";
const CONFIG = "kb.config.json";
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };

it("adds an unknown keyword to kb.config.json", async () => {
  const sound = page({ id: ID });
  const keywords = /Keyword\(s\): (.*)/.exec(sound)?.[1] ?? "";
  expect(keywords).not.toBe("");
  const text = sound.replaceAll(keywords, `${keywords} kbTarnQueues`);
  const settings = '{\n  // our words\n  "rules": { "keyword-unknown": "warning" }\n}\n';
  const session = await Session.open({ [pagePath(ID)]: text, [CONFIG]: settings }, { capabilities: CAPABLE });
  const uri = session.show(session.archive.uriOf(pagePath(ID)), text);
  await eventually(async () => expect(await session.rules(uri)).toContain("keyword-unknown"));
  const params = { textDocument: { uri }, range: WHOLE, context: { diagnostics: [] } };
  const offered = await session.client.request<CodeAction[]>("textDocument/codeAction", params);
  const add = offered.find(({ title }) => title === "Add “kbTarnQueues” to the archive's keywords");
  expect(add).toMatchObject({ kind: "quickfix", diagnostics: [{ code: "keyword-unknown" }] });
  const [change] = (add?.edit?.documentChanges ?? []) as TextDocumentEdit[];
  const after = applyLspEdits(settings, (change?.edits ?? []) as Parameters<typeof applyLspEdits>[1]);
  expect(after).toContain("// our words");
  session.watched([session.archive.write(CONFIG, after), 2]);
  await eventually(async () => expect(await session.rules(uri)).not.toContain("keyword-unknown"));
});
