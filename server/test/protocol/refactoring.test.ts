// Renaming an article's number, black box: every place that names it changes in one edit, and nothing else does.
import { describe, expect, it } from "vitest";
import type { CodeAction, WorkspaceEdit } from "vscode-languageserver";
import { crlf, page, pagePath, rawText, textPath } from "../harness/articles.ts";
import { applyWorkspaceEdit } from "../harness/file-tree.ts";
import { changedPaths, REFACTORING, treeOf } from "../harness/refactoring.ts";
import { eventually, PLAIN, Session } from "../harness/session.ts";

const SUPPRESSIONS = ".kb/suppressions.json";
const SHELVES = { id: "Q900200", title: "INFO: Shelves", more: "Quote Q900200 when you call, not Q900200.exe." };
const CITING = [
  "For more, see the following article:",
  "",
  "   Q900200 INFO: Shelves",
  "",
  "ARTICLE-ID: Q900200",
  "TITLE     : INFO: Shelves",
  "",
  "See http://example.com/support/kb/articles/q900/2/00.asp and scid=kb;EN-US;q900200 as well as (Q900200).",
  "",
  " - Q900200 INFO: Shelves",
  "",
  "Run Q900200.exe, cmdQ900200_Click or 0xQ900200; Q9002001 and XQ900200 are others.",
].join("\n");
const INDEX = [
  "# Articles",
  "",
  "- [Q900100: INFO: How Files Are Kept](../../kb/900/Q900100/)",
  "- [Q900200: INFO: Shelves](../../kb/900/Q900200/)",
  "",
].join("\n");
const CONFIG = `{
  // Q900200 is named here too
  "superseded": { "Q900150": "Q900200" },
  "overrides": [{ "files": ["kb/900/Q900200/**", "txt/**"], "profile": "authoring" }],
  "ids": { "ranges": [{ "from": "Q900200", "to": "Q900999" }], "registry": ["Q900100", "Q900200"] }
}
`;
const FILES = {
  [pagePath("Q900100")]: page({ id: "Q900100", more: CITING }),
  [textPath("Q900100")]: crlf(rawText({ id: "Q900100", more: CITING })),
  [pagePath("Q900200")]: page(SHELVES),
  [textPath("Q900200")]: crlf(rawText(SHELVES)),
  "id/sna/README.md": INDEX,
  "kb.config.json": CONFIG,
};

interface Renaming {
  readonly session: Session;
  readonly uri: string;
  rename(newName: string): Promise<WorkspaceEdit>;
}

async function openCiting(
  files: Record<string, string | Uint8Array> = FILES,
  capabilities = REFACTORING,
): Promise<Renaming> {
  const session = await Session.open(files, { capabilities });
  const text = String(files[pagePath("Q900100")]);
  const uri = session.show(session.archive.uriOf(pagePath("Q900100")), text);
  const place = { text, word: "900200 INFO" };
  return { session, uri, rename: (newName) => session.at("textDocument/rename", uri, place, { newName }) };
}

describe("renaming a number", () => {
  it("offers the number alone, in its plain form", async () => {
    const { session, uri } = await openCiting();
    const text = FILES[pagePath("Q900100")] ?? "";
    const prepare = (word: string): Promise<unknown> => session.at("textDocument/prepareRename", uri, { text, word });
    expect(await prepare("900200 INFO")).toMatchObject({ placeholder: "Q900200" });
    expect(await prepare("q900/2/00")).toMatchObject({ placeholder: "Q900200" });
    expect(await prepare("Q900100/")).toMatchObject({ placeholder: "Q900100" });
    expect(await prepare("INFO: Shelves")).toBeNull();
    expect(await prepare("Q900200.exe")).toBeNull();
  });

  it("changes every file as if the number had always been the other one", async () => {
    const { session, rename } = await openCiting();
    const after = applyWorkspaceEdit(treeOf(FILES), session.archive.uri, await rename("901300"));
    const citing = CITING.replaceAll("Q900200 INFO", "Q901300 INFO")
      .replace("ARTICLE-ID: Q900200", "ARTICLE-ID: Q901300")
      .replace("q900/2/00", "q901/3/00")
      .replace("q900200", "q901300")
      .replace("(Q900200)", "(Q901300)");
    const shelves = { ...SHELVES, id: "Q901300", more: "Quote Q901300 when you call, not Q900200.exe." };
    expect(Object.fromEntries(after)).toEqual({
      [pagePath("Q900100")]: page({ id: "Q900100", more: citing }),
      [textPath("Q900100")]: crlf(rawText({ id: "Q900100", more: citing })),
      [pagePath("Q901300")]: page(shelves),
      [textPath("Q901300")]: crlf(rawText(shelves)),
      "id/sna/README.md": INDEX.replace("[Q900200", "[Q901300").replace("900/Q900200", "901/Q901300"),
      "kb.config.json": CONFIG.replace('"Q900150": "Q900200"', '"Q900150": "Q901300"')
        .replace("kb/900/Q900200", "kb/901/Q901300")
        .replace('"Q900100", "Q900200"', '"Q900100", "Q901300"'),
    });
  });

  it("says why each change is made, texts before files", async () => {
    const { rename } = await openCiting();
    const edit = await rename("Q901300");
    expect(edit.changeAnnotations).toEqual({
      article: { label: "The article itself", description: "Q900200 → Q901300", needsConfirmation: false },
      citations: { label: "Citations", description: "Q900200 → Q901300", needsConfirmation: false },
      archive: { label: "Index pages and settings", description: "Q900200 → Q901300", needsConfirmation: false },
      files: { label: "Files and folders", description: "Q900200 → Q901300", needsConfirmation: false },
    });
    const kinds = edit.documentChanges?.map((change) => ("kind" in change ? change.kind : "text"));
    expect(kinds).toEqual(["text", "text", "text", "text", "text", "text", "rename", "rename"]);
    expect(edit.documentChanges?.find((change) => "textDocument" in change)).toMatchObject({
      edits: expect.arrayContaining([expect.objectContaining({ annotationId: "article" })]),
    });
  });

  it("there and back gives every file as it was", async () => {
    const there = await openCiting();
    const after = applyWorkspaceEdit(treeOf(FILES), there.session.archive.uri, await there.rename("q10022"));
    expect([...after.keys()]).toContain("kb/010/Q10022/README.md");
    const back = await Session.open(Object.fromEntries(after), { capabilities: REFACTORING });
    const text = after.get("kb/010/Q10022/README.md") ?? "";
    const uri = back.show(back.archive.uriOf("kb/010/Q10022/README.md"), text);
    const own = { text, word: "Q10022\n\tProduct" };
    const edit = await back.at<WorkspaceEdit>("textDocument/rename", uri, own, { newName: "Q900200" });
    const again = applyWorkspaceEdit(after, back.archive.uri, edit);
    expect(Object.fromEntries(again)).toEqual(FILES);
  });

  it("works on what is typed, not on what is saved, and is bound to its version", async () => {
    const { session, uri } = await openCiting();
    const typed = page({ id: "Q900100", more: `New first line.\n\n${CITING}` });
    session.type(uri, typed);
    const text = typed;
    const edit = await session.at<WorkspaceEdit>(
      "textDocument/rename",
      uri,
      { text, word: "900200 INFO" },
      { newName: "Q901300" },
    );
    const tree = treeOf({ ...FILES, [pagePath("Q900100")]: typed });
    const after = applyWorkspaceEdit(tree, session.archive.uri, edit);
    expect(after.get(pagePath("Q900100"))).toContain("\tNew first line.\n");
    expect(after.get(pagePath("Q900100"))).not.toMatch(/Q900200 INFO/);
    const versions = edit.documentChanges?.flatMap((change) => ("textDocument" in change ? [change.textDocument] : []));
    expect(versions?.find((one) => one.uri === uri)?.version).toBe(2);
  });

  it("to itself changes nothing", async () => {
    const { rename } = await openCiting();
    expect(await rename(" q900200 ")).toBeNull();
  });

  it("changes citations alone where the archive has no such article", async () => {
    const files = {
      [pagePath("Q900100")]: FILES[pagePath("Q900100")] ?? "",
      [textPath("Q900100")]: FILES[textPath("Q900100")] ?? "",
    };
    const { session, rename } = await openCiting(files);
    const edit = await rename("Q901300");
    expect(edit.changeAnnotations).toEqual({
      citations: {
        label: "Citations (no article of the archive has this number)",
        description: "Q900200 → Q901300",
        needsConfirmation: false,
      },
    });
    const after = applyWorkspaceEdit(treeOf(files), session.archive.uri, edit);
    expect(after.get(textPath("Q900100"))).toContain("   Q901300 INFO: Shelves\r\n");
  });

  it("keeps bytes beyond ASCII out of it", async () => {
    const text = rawText({ id: "Q900300", summary: "Caf\u00e9, then Q900200 at 20\u00b0." });
    const files = { ...FILES, [textPath("Q900300")]: Buffer.from(crlf(text), "latin1") };
    const { session, rename } = await openCiting(files);
    const edit = await rename("Q901300");
    const tree = new Map([...treeOf(files), [textPath("Q900300"), crlf(text)]]);
    const after = applyWorkspaceEdit(tree, session.archive.uri, edit);
    expect(after.get(textPath("Q900300"))).toBe(crlf(text).replace("Q900200", "Q901300"));
  });
});

describe("a rename is refused", () => {
  it.each([
    ["Q900100", "Q900100 is taken by kb/900/Q900100/README.md (“INFO: How Files Are Kept”). Choose a free number."],
    ["900150", "The settings say that Q900150 is superseded by Q900200. Choose another number."],
    ["Q9001", "“Q9001” is not an article number. Write Q and five or six digits, such as Q100000."],
    ["Q012345", "“Q012345” is not an article number. Write Q and five or six digits, such as Q100000."],
    ["shelves", "“shelves” is not an article number. Write Q and five or six digits, such as Q100000."],
  ])("to %s", async (number, reason) => {
    const { rename } = await openCiting();
    await expect(rename(number)).rejects.toThrow(reason);
  });

  it("where a file is in the way", async () => {
    const { rename } = await openCiting({ ...FILES, "kb/901/Q901300/README.md": "# No article\n" });
    await expect(rename("Q901300")).rejects.toThrow("kb/901/Q901300/README.md is in the way.");
  });

  it("for a citation of a number that two files claim, but not for one of those", async () => {
    const files = { ...FILES, "kb/900/Q900201/README.md": page(SHELVES) };
    const { session, rename } = await openCiting(files);
    await expect(rename("Q901300")).rejects.toThrow(
      "Both kb/900/Q900200/README.md and kb/900/Q900201/README.md are Q900200. Rename one of them first, from its own number.",
    );
    const text = page(SHELVES);
    const uri = session.show(session.archive.uriOf("kb/900/Q900201/README.md"), text);
    const own = { text, word: "Q900200\n\tProduct" };
    const edit = await session.at<WorkspaceEdit>("textDocument/rename", uri, own, { newName: "Q900201" });
    const after = applyWorkspaceEdit(treeOf(files), session.archive.uri, edit);
    expect(changedPaths(treeOf(files), after)).toEqual(["kb/900/Q900201/README.md"]);
  });

  it("where a place says another number than its article", async () => {
    const wrong = (FILES[pagePath("Q900100")] ?? "").replace("/kb/900/Q900100/", "/kb/900/Q900101/");
    const { session, uri } = await openCiting({ ...FILES, [pagePath("Q900100")]: wrong });
    const place = { text: wrong, word: "Q900101/" };
    await expect(session.at("textDocument/prepareRename", uri, place)).rejects.toThrow(
      "This place says Q900101, but the article is Q900100 elsewhere. Write Q900100 here first.",
    );
  });
});

describe("a client that can do little", () => {
  it("gets the texts' changes and a word on the files", async () => {
    const { session, rename } = await openCiting(FILES, PLAIN);
    const edit = await rename("Q901300");
    expect(Object.keys(edit)).toEqual(["changes"]);
    const after = applyWorkspaceEdit(treeOf(FILES), session.archive.uri, edit);
    expect(after.get(pagePath("Q900200"))).toContain("\tArticle: Q901300\n");
    const { message } = await session.client.notification<{ message: string }>("window/showMessage");
    expect(message).toBe(
      "This editor lets nobody rename files in an edit. Please rename " +
        "txt/900/Q900200.TXT to txt/901/Q901300.TXT, kb/900/Q900200 to kb/901/Q901300.",
    );
  });
});

describe("accepted findings", () => {
  const ACCEPTED = page({ ...SHELVES, more: "All of the the shelf is Q900200, says Q900201." });
  const CITING_ONE = page({ id: "Q900100", more: "All of the the article is Q900200." });
  const TREE = { [pagePath("Q900100")]: CITING_ONE, [pagePath("Q900200")]: ACCEPTED };
  const SETTINGS = { lint: { profile: "authoring" } };

  async function accept(files: Record<string, string>, path: string): Promise<string> {
    const session = await Session.open(files, { capabilities: REFACTORING, settings: SETTINGS });
    session.show(session.archive.uriOf(path), files[path] ?? "");
    const uri = session.archive.uriOf(path);
    let tree = treeOf(files);
    const range = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
    for (;;) {
      const params = { textDocument: { uri }, range, context: { diagnostics: [] } };
      const offered = await session.client.request<CodeAction[]>("textDocument/codeAction", params);
      const next = offered.find(({ title }) => title.startsWith("Suppress here: "));
      if (!next) return tree.get(SUPPRESSIONS) ?? "";
      const { edit } = await session.client.request<CodeAction>("codeAction/resolve", next);
      tree = applyWorkspaceEdit(tree, session.archive.uri, edit ?? {});
      const written = session.archive.write(SUPPRESSIONS, tree.get(SUPPRESSIONS) ?? "");
      session.watched([written, 1]);
      await eventually(async () => {
        const now = await session.client.request<CodeAction[]>("textDocument/codeAction", params);
        expect(now.map(({ title }) => title)).toContain(next.title.replace("Suppress here", "Report here again"));
      });
    }
  }

  async function reported(files: Record<string, string>): Promise<unknown[]> {
    const session = await Session.open(files, { capabilities: REFACTORING, settings: SETTINGS });
    const uris = Object.keys(files).filter((path) => path.startsWith("kb/"));
    const shown = uris.map((path) => session.show(session.archive.uriOf(path), files[path] ?? ""));
    const reports = await Promise.all(shown.map((uri) => session.pull(uri)));
    const items = reports.flatMap((report) => (report.kind === "full" ? report.items : []));
    return items.filter(({ message }) => !String(message).startsWith("Accepted: ")).map(({ code }) => code);
  }

  it("stay accepted under the new number, in citing articles too", async () => {
    const first = await accept(TREE, pagePath("Q900200"));
    const files = { ...TREE, [SUPPRESSIONS]: await accept({ ...TREE, [SUPPRESSIONS]: first }, pagePath("Q900100")) };
    expect(await reported(TREE)).toContain("doubled-word");
    expect(await reported(files)).toEqual([]);
    const session = await Session.open(files, { capabilities: REFACTORING, settings: SETTINGS });
    const uri = session.show(session.archive.uriOf(pagePath("Q900200")), ACCEPTED);
    const own = { text: ACCEPTED, word: "Q900200\n\tProduct" };
    const edit = await session.at<WorkspaceEdit>("textDocument/rename", uri, own, { newName: "Q901300" });
    const after = applyWorkspaceEdit(treeOf(files), session.archive.uri, edit);
    expect(after.get(SUPPRESSIONS)).toContain('"Q901300"');
    expect(after.get(SUPPRESSIONS)).not.toContain('"Q900200"');
    expect(await reported(Object.fromEntries(after))).toEqual([]);
  });
});
