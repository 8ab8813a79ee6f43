// Finding articles in the editor: by VS Code's own search over symbols, and by the command that takes several words.
import * as vscode from "vscode";
import { askUntil, expectEqual, open } from "../harness/editor.ts";

const CITING = "kb/900/Q900103/README.md";
const WANTED = "kb/900/Q900106/README.md";
const TITLE_LINE = 6;

// VS Code's own Markdown extension offers the headings of pages, marks included, at times before us and at times behind.
function isOurs({ name }: vscode.SymbolInformation): boolean {
  return !name.startsWith("#");
}

describe("articles", () => {
  it("are symbols of the workspace, by number and by words of the title", async () => {
    await open(CITING);
    for (const typed of ["Q900106", "900106", "queues server move"]) {
      const found = await askUntil(
        () =>
          vscode.commands.executeCommand<vscode.SymbolInformation[]>("vscode.executeWorkspaceSymbolProvider", typed),
        (symbols) => symbols.some(isOurs),
      );
      const [first] = found.filter(isOurs);
      expectEqual(first?.name, "Q900106: HOWTO: Move Tarn Print Manager Queues to Another Server");
      expectEqual(first?.location.uri.path.endsWith(WANTED), true);
    }
  });

  it("are opened at their title by KB: Go to Article, whatever the order of the words", async () => {
    await open(CITING);
    const done = vscode.commands.executeCommand("kb.goToArticle", "queues server move");
    const editor = await askUntil(
      async () => {
        await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
        return vscode.window.activeTextEditor;
      },
      (active) => active?.document.uri.path.endsWith(WANTED) === true,
    );
    await done;
    expectEqual(editor?.selection.active.line, TITLE_LINE);
  });
});
