// Which files are taken for articles, and which are left alone.
import * as vscode from "vscode";
import { expectEqual, inWorkspace, open, problems, waitUntil, write } from "../harness/editor.ts";

const PAGE = "kb/990/Q990001/README.md";

describe("a file's language", () => {
  it("is KB Page for a page and KB Article for a raw text", async () => {
    expectEqual((await open(PAGE)).document.languageId, "kb-page");
    expectEqual((await open("txt/900/Q900108.TXT")).document.languageId, "kb-article");
  });

  it("is found by content in a Markdown file of another name", async () => {
    const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(inWorkspace(PAGE)));
    // A number of its own: two files of one number would be a finding in both.
    await write("draft.md", page.replaceAll("990001", "990098"));
    await open("draft.md");
    await waitUntil(
      () => vscode.window.activeTextEditor?.document.languageId === "kb-page",
      (again) => vscode.workspace.onDidOpenTextDocument(again),
      () => `language kb-page, found ${vscode.window.activeTextEditor?.document.languageId}`,
    );
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    await vscode.workspace.fs.delete(inWorkspace("draft.md"));
  });

  it("stays Markdown for an ordinary README, which is not linted", async () => {
    const { document } = await open("README.md");
    expectEqual([document.languageId, problems(document.uri)], ["markdown", []]);
  });
});
