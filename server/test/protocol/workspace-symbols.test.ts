// Searching articles by number and title over stdio, as editors do it: what is found, where it leads, what is refused.
import { describe, expect, it } from "vitest";
import type { ClientCapabilities, SymbolInformation, WorkspaceSymbol } from "vscode-languageserver";
import { crlf, page, pagePath, rawText, textPath } from "../harness/articles.ts";
import { CAPABLE, eventually, PLAIN, Session } from "../harness/session.ts";

const SHELVES = { id: "Q900200", title: 'INFO: Shelves & "Boards"' };
const LAMPS = { id: "Q900300", title: "HOWTO: Count Lamps" };
const FILES = {
  [pagePath("Q900200")]: page(SHELVES),
  [textPath("Q900200")]: crlf(rawText(SHELVES)),
  [textPath("Q900300")]: crlf(rawText(LAMPS)),
  "notes/README.md": "# Shelves of no article\n",
};
const LATE: ClientCapabilities = {
  ...CAPABLE,
  workspace: { ...CAPABLE.workspace, symbol: { resolveSupport: { properties: ["location.range"] } } },
};
const FILE_KIND = 1;

function ask<S = WorkspaceSymbol>(session: Session, query: unknown): Promise<S[]> {
  return session.client.request("workspace/symbol", { query });
}

async function names(session: Session, query: string): Promise<string[]> {
  return (await ask(session, query)).map(({ name }) => name);
}

describe("workspace symbols", () => {
  it("are articles by number and title; of a page and a raw text the page", async () => {
    const session = await Session.open(FILES, { capabilities: LATE });
    expect(await ask(session, "shelv")).toEqual([
      {
        name: 'Q900200: INFO: Shelves & "Boards"',
        kind: FILE_KIND,
        containerName: "Microsoft SNA Server",
        location: { uri: session.archive.uriOf(pagePath("Q900200")) },
      },
    ]);
    expect(await names(session, "9003")).toEqual(["Q900300: HOWTO: Count Lamps"]);
    expect(await names(session, "lamps count")).toEqual(["Q900300: HOWTO: Count Lamps"]);
    expect(await names(session, "window")).toEqual([]);
  });

  it("are the newest ones before anything is typed", async () => {
    const session = await Session.open(FILES, { capabilities: LATE });
    expect(await names(session, "")).toEqual(["Q900300: HOWTO: Count Lamps", 'Q900200: INFO: Shelves & "Boards"']);
  });

  it("lead to the title: at once where the client cannot ask for it", async () => {
    const session = await Session.open(FILES, { capabilities: PLAIN });
    const [text] = await ask<SymbolInformation>(session, "lamps");
    expect(text?.location).toEqual({
      uri: session.archive.uriOf(textPath("Q900300")),
      range: { start: { line: 1, character: 9 }, end: { line: 1, character: 27 } },
    });
    const [shelves] = await ask<SymbolInformation>(session, "shelves");
    expect(shelves?.location.range.start).toEqual({ line: 6, character: 12 });
  });

  it("lead to the title when they are chosen, wherever it stands", async () => {
    const damaged = page(SHELVES).replace("permalink:", "comment: by hand\npermalink:");
    const session = await Session.open({ ...FILES, [pagePath("Q900200")]: damaged }, { capabilities: LATE });
    const [symbol] = await ask(session, "shelves");
    const resolved = await session.client.request<WorkspaceSymbol>("workspaceSymbol/resolve", symbol);
    expect(resolved).toEqual({
      ...symbol,
      location: {
        uri: session.archive.uriOf(pagePath("Q900200")),
        range: { start: { line: 7, character: 12 }, end: { line: 7, character: 50 } },
      },
    });
  });

  it("are resolved for files of the archive only", async () => {
    const session = await Session.open(FILES, { capabilities: LATE });
    const outside = { name: "x", kind: FILE_KIND, location: { uri: session.archive.uriOf("notes/README.md") } };
    const resolved = await session.client.request<WorkspaceSymbol>("workspaceSymbol/resolve", outside);
    expect(resolved.location).toMatchObject({ range: { start: { line: 0, character: 0 } } });
    expect(await session.client.request("workspaceSymbol/resolve", { name: "x" })).toEqual({ name: "x" });
  });

  it("follow what is typed and what is deleted", async () => {
    const session = await Session.open(FILES, { capabilities: LATE });
    session.show(session.archive.uriOf(pagePath("Q900200")), page({ ...SHELVES, title: "INFO: Cupboards" }));
    expect(await names(session, "cupboard")).toEqual(["Q900200: INFO: Cupboards"]);
    session.archive.delete(textPath("Q900300"));
    session.watched([session.archive.uriOf(textPath("Q900300")), 3]);
    await eventually(async () => expect(await names(session, "lamps")).toEqual([]));
  });

  it("are found as far as the archive is known, and none without one", async () => {
    const none = await Session.open({}, { capabilities: LATE, folders: null });
    expect(await names(none, "lamps")).toEqual([]);
  });

  it("are no more than a client can use; one that filters them itself gets more", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 600 }, (_, at) => {
        const id = `Q${910000 + at}`;
        return [textPath(id), rawText({ id, title: `HOWTO: Count Lamp ${at}` })];
      }),
    );
    const session = await Session.open(many, { capabilities: LATE });
    expect(await names(session, "lamp")).toHaveLength(256);
    expect(await names(session, "")).toHaveLength(256);
    const other = await Session.open(many, { capabilities: LATE, initializationOptions: {} });
    await eventually(async () => expect(await names(other, "lamp")).toHaveLength(200));
  });

  it("can be cancelled, and bear what is no query", async () => {
    const session = await Session.open(FILES, { capabilities: LATE });
    const sent = session.client.send("workspace/symbol", { query: "lamps" });
    session.client.notify("$/cancelRequest", { id: sent.id });
    await expect(sent.result).rejects.toMatchObject({ code: -32800 });
    expect(await ask(session, 5)).toHaveLength(2);
    expect(await names(session, "(((".repeat(1000))).toEqual([]);
  });
});
