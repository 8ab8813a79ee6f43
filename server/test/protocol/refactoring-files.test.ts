// Files and folders that are moved or deleted by hand, black box: what it means for numbers, and who is told.
import { describe, expect, it } from "vitest";
import type { InitializeResult, WorkspaceEdit } from "vscode-languageserver";
import type { Citations, CitationsLeft, EditResult } from "../../src/protocol/protocol.ts";
import { crlf, page, pagePath, rawText, textPath } from "../harness/articles.ts";
import { applyWorkspaceEdit } from "../harness/file-tree.ts";
import { LanguageClient } from "../harness/language-client.ts";
import { changedPaths, REFACTORING, treeOf } from "../harness/refactoring.ts";
import { Session } from "../harness/session.ts";

const MORE = "See the following article:\n\n   Q900200 INFO: Shelves\n\nAlso see Q900300.";
const INDEX =
  "# Articles\n\n- [Q900200: INFO: Shelves](../../kb/900/Q900200/)\n- [Q900300: INFO: Boards](../../kb/900/Q900300/)\n";
const FILES: Record<string, string> = {
  [pagePath("Q900100")]: page({ id: "Q900100", more: MORE }),
  [pagePath("Q900200")]: page({ id: "Q900200", title: "INFO: Shelves", more: "This is Q900200." }),
  [textPath("Q900200")]: crlf(rawText({ id: "Q900200", title: "INFO: Shelves", more: "This is Q900200." })),
  [pagePath("Q900300")]: page({ id: "Q900300", title: "INFO: Boards" }),
  "id/sna/README.md": INDEX,
  "notes/todo.md": "# Q900200 is to be renamed\n",
};

async function open(options: object = { capabilities: REFACTORING }): Promise<Session> {
  return Session.open(FILES, options);
}

function willRename(session: Session, ...files: readonly (readonly [string, string])[]): Promise<WorkspaceEdit | null> {
  return session.client.request("workspace/willRenameFiles", {
    files: files.map(([from, to]) => ({ oldUri: session.archive.uriOf(from), newUri: session.archive.uriOf(to) })),
  });
}

function applied(session: Session, edit: WorkspaceEdit | null): Map<string, string> {
  return applyWorkspaceEdit(treeOf(FILES), session.archive.uri, edit ?? {});
}

describe("moving files", () => {
  it("is asked about for articles and folders only", async () => {
    const client = await LanguageClient.spawn();
    const { capabilities }: InitializeResult = await client.initialize({ capabilities: REFACTORING });
    const filters = [
      { pattern: { glob: "**/*.{md,txt}", matches: "file", options: { ignoreCase: true } } },
      { pattern: { glob: "**/*", matches: "folder" } },
    ];
    expect(capabilities.workspace).toEqual({
      fileOperations: { willRename: { filters }, willDelete: { filters } },
      workspaceFolders: { supported: true, changeNotifications: true },
    });
    await client.stop();
  });

  it("a page's folder to another number renames the article, and its raw text follows", async () => {
    const session = await open();
    const after = applied(session, await willRename(session, ["kb/900/Q900200", "kb/900/Q900250"]));
    expect(changedPaths(treeOf(FILES), after)).toEqual([
      "id/sna/README.md",
      "kb/900/Q900100/README.md",
      "kb/900/Q900200/README.md",
      "txt/900/Q900200.TXT",
      "txt/900/Q900250.TXT",
    ]);
    const draft = { id: "Q900250", title: "INFO: Shelves", more: "This is Q900250." };
    expect(after.get("kb/900/Q900200/README.md")).toBe(page(draft));
    expect(after.get("txt/900/Q900250.TXT")).toBe(crlf(rawText(draft)));
    expect(after.get("kb/900/Q900100/README.md")).toBe(
      page({ id: "Q900100", more: MORE.replace("Q900200", "Q900250") }),
    );
  });

  it("a raw text's file to another number does the same from the other side", async () => {
    const session = await open();
    const after = applied(session, await willRename(session, [textPath("Q900200"), "txt/901/Q901200.TXT"]));
    expect([...after.keys()]).toContain("kb/901/Q901200/README.md");
    expect(after.get(textPath("Q900200"))).toContain("DOCUMENT:Q901200  ");
  });

  it("two articles that change places, in one go", async () => {
    const session = await open();
    const moves = [
      ["kb/900/Q900200", "kb/900/Q900300"],
      ["kb/900/Q900300", "kb/900/Q900200"],
    ] as const;
    const edit = await willRename(session, ...moves);
    expect(JSON.stringify(edit?.documentChanges)).toContain("txt/900/Q900300.TXT");
    const after = applied(session, edit);
    expect(after.get("kb/900/Q900100/README.md")).toContain("Q900300 INFO: Shelves");
    expect(after.get("kb/900/Q900100/README.md")).toContain("Also see Q900200.");
    expect(after.get("kb/900/Q900300/README.md")).toBe(page({ id: "Q900200", title: "INFO: Boards" }));
  });

  it.each([
    ["to another shelf under its number", "kb/900/Q900200", "archive/900/Q900200"],
    ["of a whole shelf", "kb/900", "kb/old"],
    ["to a name that is no number", "kb/900/Q900200", "kb/900/Shelves"],
    ["of a file that is no article", "notes/todo.md", "notes/Q900200.md"],
    ["of a folder without articles", "notes", "Q900200"],
    ["of what is not there", "kb/900/Q900999", "kb/900/Q900998"],
  ])("says nothing of a move %s", async (_what, from, to) => {
    const session = await open();
    expect(await willRename(session, [from, to])).toBeNull();
    expect(session.client.notifications.map(({ method }) => method)).not.toContain("window/showMessage");
  });

  it("leaves an article alone whose new number is taken, and says so", async () => {
    const session = await open();
    expect(await willRename(session, ["kb/900/Q900200", "old/Q900300"])).toBeNull();
    const { message } = await session.client.notification<{ message: string }>("window/showMessage");
    expect(message).toBe(
      "Q900300 is taken by kb/900/Q900300/README.md, so Q900200 keeps its number in its text and its citations.",
    );
  });

  it("has nothing left to do where a rename has changed the text already", async () => {
    const session = await open();
    const renamed = page({ id: "Q900250", title: "INFO: Shelves", more: "This is Q900250." });
    session.show(session.archive.uriOf(pagePath("Q900200")), renamed);
    expect(await willRename(session, ["kb/900/Q900200", "kb/900/Q900250"])).toBeNull();
  });
});

describe("deleting files", () => {
  const remove = (session: Session, ...paths: string[]): Promise<null> =>
    session.client.request("workspace/willDeleteFiles", {
      files: paths.map((path) => ({ uri: session.archive.uriOf(path) })),
    });

  it("tells our own client who is cited still, without holding the deletion up", async () => {
    const session = await open();
    expect(await remove(session, "kb/900/Q900200", textPath("Q900200"))).toBeNull();
    const left = await session.client.notification<CitationsLeft>("kb/citationsLeft");
    expect(left).toEqual({
      articles: [{ id: "Q900200", title: "INFO: Shelves", articles: 1 }],
      message: "Q900200 “INFO: Shelves” is still cited by 1 article.",
    });
  });

  it("tells others by a message", async () => {
    const session = await open({ capabilities: REFACTORING, initializationOptions: {} });
    await session.client.request("textDocument/hover", {
      textDocument: { uri: session.archive.uri },
      position: { line: 0, character: 0 },
    });
    const uri = session.show(session.archive.uriOf(pagePath("Q900100")), FILES[pagePath("Q900100")] ?? "");
    const place = { text: FILES[pagePath("Q900100")] ?? "", word: "900200 INFO" };
    for (let card = ""; !card.includes("cited by 1 article"); ) {
      card = JSON.stringify(await session.at("textDocument/hover", uri, place));
    }
    await remove(session, "kb/900/Q900300");
    const { message } = await session.client.notification<{ message: string }>("window/showMessage");
    expect(message).toBe("Q900300 “INFO: Boards” is still cited by 1 article.");
  });

  it("is silent where the article stays in its other form, is not cited, or goes with all who cite it", async () => {
    const session = await open();
    await remove(session, "kb/900/Q900200");
    await remove(session, pagePath("Q900100"));
    await remove(session, "kb", "txt");
    expect(session.client.notifications.map(({ method }) => method)).not.toContain("kb/citationsLeft");
  });
});

describe("citations of an article", () => {
  it("are listed with their place, section and article, by document or by number", async () => {
    const session = await open();
    const byId = await session.client.request<Citations>("kb/citations", { id: "900200" });
    expect(byId).toEqual({
      id: "Q900200",
      title: "INFO: Shelves",
      files: [session.archive.uriOf(pagePath("Q900200")), session.archive.uriOf(textPath("Q900200"))],
      articles: 1,
      places: [
        {
          uri: session.archive.uriOf(pagePath("Q900100")),
          range: { start: { line: 33, character: 3 }, end: { line: 33, character: 10 } },
          section: "MORE INFORMATION",
          id: "Q900100",
          title: "INFO: How Files Are Kept",
        },
      ],
    });
    const uri = session.archive.uriOf(textPath("Q900200"));
    expect(await session.client.request("kb/citations", { uri })).toEqual(byId);
    expect(await session.client.request("kb/citations", { id: "shelves" })).toBeNull();
    expect(await session.client.request("kb/citations", {})).toBeNull();
  });

  it("are replaced, number and title, while the article goes", async () => {
    const session = await open();
    const params = { id: "Q900200", by: "Q900300", remove: true };
    const { edit, ...counts } = await session.client.request<EditResult>("kb/replaceCitations", params);
    expect(counts).toEqual({ places: 1, files: 1, left: 0 });
    const after = applied(session, edit);
    expect(Object.fromEntries(after)).toEqual({
      [pagePath("Q900100")]: page({
        id: "Q900100",
        more: MORE.replace("Q900200 INFO: Shelves", "Q900300 INFO: Boards"),
      }),
      [pagePath("Q900300")]: FILES[pagePath("Q900300")],
      "id/sna/README.md": "# Articles\n\n- [Q900300: INFO: Boards](../../kb/900/Q900300/)\n",
      "notes/todo.md": FILES["notes/todo.md"],
    });
  });

  it("stay where the article goes without another in its place", async () => {
    const session = await open();
    const { edit } = await session.client.request<EditResult>("kb/replaceCitations", { id: "Q900300", remove: true });
    const changed = changedPaths(treeOf(FILES), applied(session, edit));
    expect(changed).toEqual(["id/sna/README.md", "kb/900/Q900300/README.md"]);
  });

  it.each([
    [{ id: "Q900200", by: "Q900200" }, "Q900200 is the article that is cited now. Name another one."],
    [{ id: "Q900200", by: "Q900999" }, "Q900999 is not in this archive. Name an article that is."],
    [{ id: "Q900200", by: "boards" }, "“boards” is not an article number."],
    [{ id: "shelves" }, '"shelves" is not an article number.'],
    [{}, "null is not an article number."],
  ])("%j is refused", async (params, reason) => {
    const session = await open();
    await expect(session.client.request("kb/replaceCitations", params)).rejects.toThrow(reason);
  });

  it("in the article that takes the place are left and counted", async () => {
    const session = await open();
    const params = { id: "Q900300", by: "Q900100" };
    const result = await session.client.request<EditResult>("kb/replaceCitations", params);
    expect(result).toMatchObject({ places: 0, files: 0, left: 1, edit: { documentChanges: [] } });
  });
});
