// Quick fixes and fix-all, black box: what is offered for which kinds, and that applying it restores the text.
import { describe, expect, it } from "vitest";
import type { CodeAction, Diagnostic } from "vscode-languageserver";
import { applyLspEdits, editsOf } from "../harness/apply-edits.ts";
import { crlf, page, rawText } from "../harness/articles.ts";
import { PLAIN, Session } from "../harness/session.ts";

const URI = "untitled:Untitled-1";
const SOUND = page({ id: "Q900100" });
const DAMAGED = SOUND.replace("\tSUMMARY\n\t=======", "\tSUMMARY\n\t=====").replace(
  "\tMORE INFORMATION\n\t================",
  "\tMORE INFORMATION\n\t---",
);
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };

async function actions(session: Session, context: Record<string, unknown> = {}, range = WHOLE): Promise<CodeAction[]> {
  const params = { textDocument: { uri: URI }, range, context: { diagnostics: [], ...context } };
  return (await session.client.request<CodeAction[] | null>("textDocument/codeAction", params)) ?? [];
}

async function diagnostics(session: Session): Promise<Diagnostic[]> {
  const report = await session.pull(URI);
  return report.kind === "full" ? report.items : [];
}

describe("quick fixes", () => {
  it("restore the text, name their diagnostic and are preferred", async () => {
    const session = await Session.open({});
    session.show(URI, DAMAGED, "kb-page");
    const [first] = await diagnostics(session);
    const range = first?.range ?? WHOLE;
    const offered = await actions(session, { diagnostics: [first] }, range);
    expect(offered).toHaveLength(1);
    const [action] = offered;
    expect(action).toMatchObject({ kind: "quickfix", isPreferred: true, diagnostics: [first] });
    expect(action?.edit?.documentChanges).toMatchObject([{ textDocument: { uri: URI, version: 1 } }]);
    session.type(URI, applyLspEdits(DAMAGED, editsOf(action, URI)));
    expect(await diagnostics(session)).toHaveLength(1);
  });

  it("come without versions for clients that do not know them", async () => {
    const session = await Session.open({}, { capabilities: PLAIN });
    session.show(URI, DAMAGED, "kb-page");
    const [action] = await actions(session);
    expect(action?.edit?.documentChanges).toBeUndefined();
    expect(editsOf(action, URI)).toHaveLength(1);
  });

  it("are for the text as it is now", async () => {
    const session = await Session.open({});
    session.show(URI, DAMAGED, "kb-page");
    const stale = await diagnostics(session);
    session.type(URI, SOUND);
    expect(await actions(session, { diagnostics: stale })).toEqual([]);
  });

  it("are offered only where they are", async () => {
    const session = await Session.open({});
    session.show(URI, DAMAGED, "kb-page");
    const head = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    expect(await actions(session, {}, head)).toEqual([]);
  });
});

describe("kinds", () => {
  it.each([
    [undefined, ["quickfix", "quickfix"]],
    [["quickfix"], ["quickfix", "quickfix"]],
    [["refactor"], []],
    [["source"], ["source.fixAll.kb", "source.fixAllUnsafe.kb"]],
    [["source.fixAll"], ["source.fixAll.kb"]],
    [["source.fixAll", "source.fixAll.kb"], ["source.fixAll.kb"]],
    [["source.fixAll.kb"], ["source.fixAll.kb"]],
    [["source.fixAllUnsafe.kb"], ["source.fixAllUnsafe.kb"]],
    [["source.organizeImports"], []],
  ])("only %j gives %j", async (only, kinds) => {
    const session = await Session.open({});
    session.show(URI, DAMAGED, "kb-page");
    const offered = await actions(session, only ? { only } : {});
    expect(offered.map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe("fix all", () => {
  it.each([
    ["a page", SOUND, DAMAGED],
    ["a raw text with CR LF", crlf(rawText({ id: "Q900100" })), ""],
  ])("restores %s in one set of small edits", async (_, sound, given) => {
    const damaged = given === "" ? sound.replace("SUMMARY\r\n=======", "SUMMARY\r\n=====") : given;
    const session = await Session.open({});
    session.show(URI, damaged, "kb-article");
    const [action] = await actions(session, { only: ["source.fixAll.kb"] });
    const edits = editsOf(action, URI);
    expect(applyLspEdits(damaged, edits)).toBe(sound);
    for (const { range } of edits) expect(range.end.line - range.start.line).toBe(0);
    session.type(URI, sound);
    expect(await actions(session, { only: ["source.fixAll.kb"] })).toEqual([]);
  });

  it("leaves unsafe fixes to the other kind", async () => {
    const session = await Session.open({});
    const text = SOUND.replace("Issue type        : kbinfo", "Issue type        : kbinfos");
    session.show(URI, text, "kb-page");
    const safe = await actions(session, { only: ["source.fixAll.kb"] });
    const unsafe = await actions(session, { only: ["source.fixAllUnsafe.kb"] });
    expect(safe.length + unsafe.length).toBeLessThanOrEqual(2);
    for (const action of [...safe, ...unsafe]) expect(editsOf(action, URI).length).toBeGreaterThan(0);
  });
});
