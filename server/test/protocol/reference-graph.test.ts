// Call hierarchy, code lens, inlay hints and type definition over a small archive on disk, black box.
import { describe, expect, it } from "vitest";
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  ClientCapabilities,
  CodeLens,
  InlayHint,
  LocationLink,
} from "vscode-languageserver";
import { crlf, page, pagePath, rawText, textPath } from "../harness/articles.ts";
import type { Opening } from "../harness/language-client.ts";
import { CAPABLE, eventually, PLAIN, Session } from "../harness/session.ts";

const MORE = "For more, see the following article:\n\n   Q900200 INFO: Boards\n\nSee also Q900200 and Q900999.";
const CITING = page({ id: "Q900100", more: MORE });
const CITED = page({ id: "Q900200", title: 'INFO: Shelves & "Boards"' });
const CONFIG = '{\n  "taxonomy": { "keywords": { "extend": ["kbTarnQueues"] } }\n}\n';
const FILES = {
  [pagePath("Q900100")]: CITING,
  [textPath("Q900100")]: crlf(rawText({ id: "Q900100", more: MORE })),
  [pagePath("Q900200")]: CITED,
};
const AT_OWN = { text: CITED, word: "Q900200" };
const VIEWS: ClientCapabilities = {
  ...CAPABLE,
  workspace: { ...CAPABLE.workspace, codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true } },
};
const ON = { codeLens: { enabled: true }, inlayHints: { enabled: true } };

async function openCited(opening: Opening = {}): Promise<{ session: Session; uri: string }> {
  const session = await Session.open(FILES, opening);
  return { session, uri: session.show(session.archive.uriOf(pagePath("Q900200")), CITED) };
}

describe("call hierarchy", () => {
  it("shows who cites an article and whom it cites, without a file being open", async () => {
    const { session, uri } = await openCited();
    const [item] = await session.at<CallHierarchyItem[]>("textDocument/prepareCallHierarchy", uri, AT_OWN);
    expect(item).toMatchObject({
      name: 'Q900200 INFO: Shelves & "Boards"',
      detail: "Microsoft SNA Server · page",
      uri,
      selectionRange: { start: { line: 6, character: 12 }, end: { line: 6, character: 50 } },
    });
    const incoming = await session.client.request<CallHierarchyIncomingCall[]>("callHierarchy/incomingCalls", { item });
    expect(incoming.map(({ from }) => from.name)).toEqual(["Q900100 INFO: How Files Are Kept"]);
    expect(incoming[0]?.from.uri).toBe(session.archive.uriOf(pagePath("Q900100")));
    expect(incoming[0]?.fromRanges.map(({ start }) => start.line)).toEqual([33, 35]);
    const outgoing = await session.client.request<CallHierarchyOutgoingCall[]>("callHierarchy/outgoingCalls", {
      item: incoming[0]?.from,
    });
    expect(outgoing.map(({ to }) => to.uri)).toEqual([uri]);
    expect(outgoing[0]?.fromRanges).toEqual(incoming[0]?.fromRanges);
  });

  it("says where titles of unopened files stand, as they do when they are open", async () => {
    const { session, uri } = await openCited();
    const [item] = await session.at<CallHierarchyItem[]>("textDocument/prepareCallHierarchy", uri, AT_OWN);
    const citing = async (): Promise<CallHierarchyItem | undefined> =>
      (await session.client.request<CallHierarchyIncomingCall[]>("callHierarchy/incomingCalls", { item }))[0]?.from;
    const unopened = await citing();
    session.show(session.archive.uriOf(pagePath("Q900100")), CITING);
    expect(await citing()).toEqual(unopened);
  });

  it("understands items of a server that is gone", async () => {
    const { session, uri } = await openCited();
    const [item] = await session.at<CallHierarchyItem[]>("textDocument/prepareCallHierarchy", uri, AT_OWN);
    const again = await Session.open({}, { folders: [session.archive.uri] });
    const incoming = await again.client.request<CallHierarchyIncomingCall[]>("callHierarchy/incomingCalls", { item });
    expect(incoming.map(({ from }) => from.name)).toEqual(["Q900100 INFO: How Files Are Kept"]);
  });

  it("answers null to items that it did not make, and reads no file for them", async () => {
    const { session } = await openCited();
    for (const data of [undefined, null, 7, {}, { id: "Q900200" }, { id: "Q1", uri: "file:///etc/passwd" }]) {
      const params = { item: { name: "x", kind: 1, uri: "file:///etc/passwd", data } };
      expect(await session.client.request("callHierarchy/incomingCalls", params)).toBeNull();
      expect(await session.client.request("callHierarchy/outgoingCalls", params)).toBeNull();
    }
    expect(await session.client.request("callHierarchy/incomingCalls", {})).toBeNull();
  });
});

describe("code lens", () => {
  const lenses = (session: Session, uri: string): Promise<CodeLens[] | null> =>
    session.client.request("textDocument/codeLens", { textDocument: { uri } });

  it("is off until it is asked for", async () => {
    const { session, uri } = await openCited();
    expect(await lenses(session, uri)).toBeNull();
  });

  it("counts when it is looked at, and leads to the references where the client can show them", async () => {
    const { session, uri } = await openCited({
      settings: ON,
      initializationOptions: { clientFiles: false, showReferences: true },
    });
    await session.ready();
    const [lens] = (await lenses(session, uri)) ?? [];
    expect(lens).toMatchObject({ range: { start: { line: 6, character: 0 } } });
    expect(lens?.command).toBeUndefined();
    const resolved = await session.client.request<CodeLens>("codeLens/resolve", lens);
    expect(resolved.command).toEqual({
      title: "cited by 1 article",
      command: "kb.showReferences",
      arguments: [uri, { line: 6, character: 3 }],
    });
    const [, position] = resolved.command?.arguments ?? [];
    const params = { textDocument: { uri }, position, context: { includeDeclaration: false } };
    expect(await session.client.request("textDocument/references", params)).toHaveLength(4);
  });

  it("has no command that a client does not know", async () => {
    const { session, uri } = await openCited({ capabilities: PLAIN, initializationOptions: { kb: ON } });
    await eventually(async () => expect(await lenses(session, uri)).toHaveLength(1));
    const [lens] = (await lenses(session, uri)) ?? [];
    const resolved = await session.client.request<CodeLens>("codeLens/resolve", lens);
    expect(resolved.command).toEqual({ title: "cited by 1 article", command: "" });
  });

  it("is fetched again when another article begins to cite, and not for other typing", async () => {
    const { session } = await openCited({ settings: ON, capabilities: VIEWS });
    const refreshes = (): number =>
      session.client.asked.filter((method) => method === "workspace/codeLens/refresh").length;
    session.client.answer("workspace/codeLens/refresh", () => null);
    const other = session.show(session.archive.uriOf(pagePath("Q900300")), page({ id: "Q900300" }));
    await quiet();
    const before = refreshes();
    session.type(other, page({ id: "Q900300", more: "It says more of shelves." }));
    await quiet();
    expect(refreshes()).toBe(before);
    session.type(other, page({ id: "Q900300", more: "It says more of shelves, see Q900200." }));
    await eventually(async () => expect(refreshes()).toBe(before + 1));
  });
});

describe("inlay hints", () => {
  const hints = (session: Session, uri: string, lines: readonly [number, number]): Promise<InlayHint[] | null> =>
    session.client.request("textDocument/inlayHint", {
      textDocument: { uri },
      range: { start: { line: lines[0], character: 0 }, end: { line: lines[1], character: 0 } },
    });

  it("show the current title on the lines that are asked for, and quote it on demand", async () => {
    const session = await Session.open(FILES, { settings: ON });
    const uri = session.show(session.archive.uriOf(pagePath("Q900100")), CITING);
    const [hint, ...more] = (await hints(session, uri, [30, 40])) ?? [];
    expect(more).toEqual([]);
    expect(hint).toMatchObject({
      position: { line: 33, character: 23 },
      label: '→ INFO: Shelves & "Boards"',
      paddingLeft: true,
      textEdits: [{ newText: 'INFO: Shelves & "Boards"' }],
    });
    expect(await hints(session, uri, [0, 20])).toEqual([]);
  });

  it("are off until they are asked for", async () => {
    const session = await Session.open(FILES);
    const uri = session.show(session.archive.uriOf(pagePath("Q900100")), CITING);
    expect(await hints(session, uri, [0, 40])).toBeNull();
  });

  it("are fetched again when a cited title changes", async () => {
    const session = await Session.open(FILES, { settings: ON, capabilities: VIEWS });
    session.client.answer("workspace/inlayHint/refresh", () => null);
    const uri = session.show(session.archive.uriOf(pagePath("Q900100")), CITING);
    const cited = session.show(session.archive.uriOf(pagePath("Q900200")), CITED);
    await quiet();
    const before = session.client.asked.filter((method) => method === "workspace/inlayHint/refresh").length;
    session.type(cited, page({ id: "Q900200", title: "INFO: Boards" }));
    await session.client.askedFor("workspace/inlayHint/refresh", before + 1);
    expect(await hints(session, uri, [0, 40])).toEqual([]);
  });
});

describe("type definition", () => {
  const text = page({ id: "Q900100" }).replace("kbprint", "kbTarnQueues");
  const ask = { text, word: "kbTarnQueues" };

  it("leads from a keyword to the archive's own settings", async () => {
    const capabilities = {
      ...CAPABLE,
      textDocument: { ...CAPABLE.textDocument, typeDefinition: { linkSupport: true } },
    };
    const session = await Session.open({ [pagePath("Q900100")]: text, "kb.config.json": CONFIG }, { capabilities });
    const uri = session.show(session.archive.uriOf(pagePath("Q900100")), text);
    const [link] = await session.at<LocationLink[]>("textDocument/typeDefinition", uri, ask);
    expect(link).toMatchObject({
      targetUri: session.archive.uriOf("kb.config.json"),
      targetSelectionRange: { start: { line: 1, character: 42 }, end: { line: 1, character: 54 } },
    });
    const plain = await Session.open(
      { [pagePath("Q900100")]: text, "kb.config.json": CONFIG },
      { capabilities: PLAIN },
    );
    const plainUri = plain.show(plain.archive.uriOf(pagePath("Q900100")), text);
    expect(await plain.at("textDocument/typeDefinition", plainUri, ask)).toEqual({
      uri: plain.archive.uriOf("kb.config.json"),
      range: link?.targetSelectionRange,
    });
  });

  it("prefers the settings of the inner folder, as they are typed", async () => {
    const inner = "kb/kb.config.json";
    const session = await Session.open({ [pagePath("Q900100")]: text, "kb.config.json": CONFIG, [inner]: CONFIG });
    const uri = session.show(session.archive.uriOf(pagePath("Q900100")), text);
    const found = await session.at("textDocument/typeDefinition", uri, ask);
    expect(found).toMatchObject({ uri: session.archive.uriOf(inner) });
    session.show(session.archive.uriOf(inner), "{}", "jsonc");
    const outer = await session.at("textDocument/typeDefinition", uri, ask);
    expect(outer).toMatchObject({ uri: session.archive.uriOf("kb.config.json") });
  });

  it("has no answer for built-in words", async () => {
    const session = await Session.open({ [pagePath("Q900100")]: text, "kb.config.json": CONFIG });
    const uri = session.show(session.archive.uriOf(pagePath("Q900100")), text);
    expect(await session.at("textDocument/typeDefinition", uri, { text, word: "kbnetwork" })).toBeNull();
  });
});

// Longer than anything waits for typing to pause.
function quiet(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 900));
}
