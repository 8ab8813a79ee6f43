// kb.config.json and accepted findings in the editor, black box: what holds for which file, what is shown of mistakes in
// settings, and how findings are accepted there.
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { CodeAction, CreateFile, Diagnostic, TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver";
import { applyLspEdits } from "../harness/apply-edits.ts";
import { page, pagePath } from "../harness/articles.ts";
import { CAPABLE, eventually, PLAIN, Session } from "../harness/session.ts";
import { TemporaryArchive } from "../harness/temporary-archive.ts";

const ID = "Q900100";
const FILE = pagePath(ID);
const SOUND = page({ id: ID });
const DAMAGED = SOUND.replace("\tSUMMARY\n\t=======", "\tSUMMARY\n\t=====");
const RULE = "heading-underline";
const CONFIG = "kb.config.json";
const SUPPRESSIONS = ".kb/suppressions.json";
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
const LATE = {
  ...CAPABLE,
  workspace: {
    ...CAPABLE.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: ["create" as const] },
  },
  textDocument: {
    ...CAPABLE.textDocument,
    codeAction: { dataSupport: true, resolveSupport: { properties: ["edit"] } },
  },
};

async function open(files: Record<string, string>, opening = {}): Promise<{ session: Session; uri: string }> {
  const session = await Session.open({ [FILE]: DAMAGED, ...files }, opening);
  return { session, uri: session.show(session.archive.uriOf(FILE), DAMAGED) };
}

async function diagnostics(session: Session, uri: string): Promise<Diagnostic[]> {
  const report = await session.pull(uri);
  return report.kind === "full" ? report.items : [];
}

async function actions(session: Session, uri: string): Promise<CodeAction[]> {
  const params = { textDocument: { uri }, range: WHOLE, context: { diagnostics: [] } };
  return (await session.client.request<CodeAction[] | null>("textDocument/codeAction", params)) ?? [];
}

describe("kb.config.json", () => {
  it("holds for the archive's files, nested ones for their folders", async () => {
    const other = pagePath("Q901100");
    const { session, uri } = await open({
      [CONFIG]: `{ "rules": { "${RULE}": "hint" } }`,
      [`kb/901/${CONFIG}`]: `{ "profile": "authoring", "rules": { "${RULE}": "off" } }`,
    });
    expect((await diagnostics(session, uri)).map(({ code, severity }) => [code, severity])).toEqual([[RULE, 4]]);
    const nested = session.show(session.archive.uriOf(other), DAMAGED.replaceAll(ID, "Q901100"));
    expect(await session.rules(nested)).not.toContain(RULE);
    expect(await session.client.request("kb/documentStatus", { uri: nested })).toMatchObject({ profile: "authoring" });
  });

  it("goes before the editor's settings in what it says, and leaves the rest to them", async () => {
    const settings = { lint: { profile: "authoring", rules: { [RULE]: "off", permalink: "hint" } } };
    const wrong = DAMAGED.replace("permalink: /kb/900/", "permalink: /kb/901/");
    const { session, uri } = await open({ [CONFIG]: `{ "rules": { "${RULE}": "warning" } }` }, { settings });
    session.type(uri, wrong);
    const found = new Map((await diagnostics(session, uri)).map(({ code, severity }) => [code, severity]));
    expect([found.get(RULE), found.get("permalink")]).toEqual([2, 4]);
    expect(await session.client.request("kb/documentStatus", { uri })).toMatchObject({ profile: "authoring" });
  });

  it("is known before the archive is read, and followed when it comes, changes and goes", async () => {
    const { session, uri } = await open({});
    expect(await session.rules(uri)).toEqual([RULE]);
    const config = session.archive.write(CONFIG, `{ "rules": { "${RULE}": "off" } }`);
    session.watched([config, 1]);
    await eventually(async () => expect(await session.rules(uri)).toEqual([]));
    session.archive.write(CONFIG, "{}");
    session.watched([config, 2]);
    await eventually(async () => expect(await session.rules(uri)).toEqual([RULE]));
    session.archive.write(CONFIG, `{ "rules": { "${RULE}": "off" } }`);
    session.watched([config, 2]);
    await eventually(async () => expect(await session.rules(uri)).toEqual([]));
    session.archive.delete(CONFIG);
    session.watched([config, 3]);
    await eventually(async () => expect(await session.rules(uri)).toEqual([RULE]));
    await session.client.askedFor("workspace/diagnostic/refresh");
  });

  it("keeps files out of the archive: they are not linted, and not known to others", async () => {
    const citing = page({ id: "Q900200", more: `See the following article:\n\n   ${ID} INFO: How Files Are Kept` });
    const { session, uri } = await open({ [pagePath("Q900200")]: citing });
    const other = session.show(session.archive.uriOf(pagePath("Q900200")), citing);
    expect(await session.rules(other)).not.toContain("unresolved-reference");
    session.watched([session.archive.write(CONFIG, `{ "exclude": ["${FILE}"] }`), 1]);
    await eventually(async () => expect(await session.rules(uri)).toEqual([]));
    const context = { diagnostics: [], only: ["quickfix", "source"] };
    expect(
      await session.client.request("textDocument/codeAction", { textDocument: { uri }, range: WHOLE, context }),
    ).toEqual([]);
    await eventually(async () => expect(await session.rules(other)).toContain("unresolved-reference"));
    session.watched([session.archive.write(CONFIG, "{}"), 2]);
    await eventually(async () => expect(await session.rules(other)).not.toContain("unresolved-reference"));
    expect(await session.rules(uri)).toEqual([RULE]);
  });

  it("says which numbers exist, by a list that is followed too", async () => {
    const citing = DAMAGED.replace("Each file", "See Q900777. Each file");
    const { session, uri } = await open({
      [CONFIG]: '{ "ids": { "registry": "lists/ids.txt" } }',
      "lists/ids.txt": "Q900777\n",
    });
    session.type(uri, citing);
    const severity = async (): Promise<unknown> =>
      (await diagnostics(session, uri)).find(({ code }) => code === "unresolved-reference")?.severity;
    expect(await severity()).not.toBe(1);
    session.watched([session.archive.write("lists/ids.txt", `${ID}\n`), 2]);
    await eventually(async () => expect(await severity()).toBe(1));
  });

  it("has its mistakes shown, whether it is open or not", async () => {
    const { session } = await open({ [CONFIG]: '{\n  "profil": "archive",\n  "boilerplate": "none.txt"\n}\n' });
    const uri = session.archive.uriOf(CONFIG);
    const shown = (await session.pushed(uri)).diagnostics;
    expect(shown.map(({ range, source }) => [range.start.line, source])).toEqual([
      [1, "kb"],
      [2, "kb"],
    ]);
    expect(shown[0]?.message).toContain("profile");
    session.show(uri, "{}", "jsonc");
    expect((await session.pushed(uri)).diagnostics).toHaveLength(1);
    expect(await diagnostics(session, uri)).toEqual([]);
    session.close(uri);
    expect((await session.pushed(uri)).diagnostics).toHaveLength(2);
    session.watched([session.archive.write(CONFIG, "{}"), 2]);
    expect((await session.pushed(uri)).diagnostics).toEqual([]);
  });

  it.skipIf(process.platform === "win32")("reads no list outside of its folder, not even through a link", async () => {
    const outside = new TemporaryArchive({ "ids.txt": `${ID}\n` });
    onTestFinished(() => outside.remove());
    const { session } = await open({});
    mkdirSync(join(session.archive.path, "lists"));
    symlinkSync(outside.path, join(session.archive.path, "lists/out"));
    const config = session.archive.write(CONFIG, '{ "ids": { "registry": "lists/out/ids.txt" } }');
    session.watched([config, 1]);
    expect((await session.pushed(config)).diagnostics[0]?.message).toContain("lists/out/ids.txt cannot be read");
  });
});

describe("accepted findings", () => {
  const config = { [CONFIG]: `{ "suppressions": "${SUPPRESSIONS}" }` };

  // Does what an editor does with an edit.
  function carryOut(session: Session, edit: WorkspaceEdit | undefined): void {
    for (const change of (edit?.documentChanges ?? []) as (CreateFile | TextDocumentEdit)[]) {
      if ("kind" in change) session.archive.write(SUPPRESSIONS, "");
      else {
        const before = session.archive.read(SUPPRESSIONS);
        const after = applyLspEdits(before, change.edits as Parameters<typeof applyLspEdits>[1]);
        session.watched([session.archive.write(SUPPRESSIONS, after), 2]);
      }
    }
  }

  it("are accepted by a quick fix, shown as hints, not fixed, and reported again by another", async () => {
    const { session, uri } = await open({}, { capabilities: LATE });
    const [accept] = (await actions(session, uri)).filter(({ title }) => title === `Suppress here: ${RULE}`);
    expect(accept).toMatchObject({ kind: "quickfix", diagnostics: [{ code: RULE }] });
    expect(accept?.edit).toBeUndefined();
    const resolved = await session.client.request<CodeAction>("codeAction/resolve", accept);
    expect(resolved.edit?.documentChanges).toHaveLength(2);
    carryOut(session, resolved.edit);
    await eventually(async () => expect((await diagnostics(session, uri))[0]?.severity).toBe(4));
    const [hint] = await diagnostics(session, uri);
    expect(hint?.message).toMatch(/^Accepted: /);
    expect(hint?.data).toBeUndefined();
    const offered = await actions(session, uri);
    expect(offered.map(({ title }) => title)).toEqual([`Report here again: ${RULE}`]);
    const params = { textDocument: { uri }, range: WHOLE, context: { diagnostics: [], only: ["source.fixAll"] } };
    expect(await session.client.request("textDocument/codeAction", params)).toEqual([]);
    carryOut(session, (await session.client.request<CodeAction>("codeAction/resolve", offered[0])).edit);
    await eventually(async () => expect((await diagnostics(session, uri))[0]?.severity).toBe(1));
    expect(JSON.parse(session.archive.read(SUPPRESSIONS))).toEqual({ version: 1, suppressions: [] });
  });

  it("come with their edit for clients that cannot wait for it, where the file is there", async () => {
    const { session, uri } = await open({});
    const titles = async (): Promise<string[]> => (await actions(session, uri)).map(({ title }) => title);
    expect(await titles()).not.toContain(`Suppress here: ${RULE}`);
    session.watched([session.archive.write(SUPPRESSIONS, '{ "version": 1, "suppressions": [] }'), 1]);
    await eventually(async () => expect(await titles()).toContain(`Suppress here: ${RULE}`));
    const [accept] = (await actions(session, uri)).filter(({ title }) => title.startsWith("Suppress"));
    carryOut(session, accept?.edit);
    await eventually(async () => expect((await diagnostics(session, uri))[0]?.severity).toBe(4));
  });

  it("are not offered where the file is broken, or where there is no archive", async () => {
    const { session, uri } = await open({ ...config, [SUPPRESSIONS]: "{ broken" });
    expect((await actions(session, uri)).filter(({ title }) => title.startsWith("Suppress"))).toEqual([]);
    expect((await session.pushed(session.archive.uriOf(SUPPRESSIONS))).diagnostics.length).toBeGreaterThan(0);
    const draft = session.show("untitled:Untitled-1", DAMAGED, "kb-page");
    expect((await actions(session, draft)).filter(({ title }) => title.startsWith("Suppress"))).toEqual([]);
  });

  it.each([[null], [{}], [{ uri: 7, entry: {}, remove: true }], [{ uri: "file:///x", entry: null, remove: false }]])(
    "a strange request to make an edit (%j) is answered with none",
    async (data) => {
      const { session } = await open({}, { capabilities: LATE });
      const action = { title: "x", data };
      expect(await session.client.request("codeAction/resolve", action)).toEqual(action);
    },
  );
});

describe("clients that are pushed to", () => {
  it("get diagnostics under the archive's settings from the first", async () => {
    const { session, uri } = await open(
      { [CONFIG]: `{ "rules": { "${RULE}": "information" } }` },
      { capabilities: PLAIN },
    );
    expect((await session.pushed(uri)).diagnostics.map(({ severity }) => severity)).toEqual([3]);
  });
});

describe("a file that is deleted while it is open", () => {
  it("is out of the archive until it is changed or saved again", async () => {
    const copy = "kb/901/Q901100/README.md";
    const { session, uri } = await open({});
    session.archive.write(copy, DAMAGED);
    session.archive.delete("kb/900");
    const moved = session.show(session.archive.uriOf(copy), DAMAGED);
    session.watched([session.archive.uriOf(copy), 1], [uri, 3]);
    await eventually(async () => expect(await session.rules(moved)).not.toContain("duplicate-id"));
    session.save(uri);
    await eventually(async () => expect(await session.rules(moved)).toContain("duplicate-id"));
  });
});
