// The server behind the editor: it restarts on request, and sees what changes on disk.
import * as vscode from "vscode";
import { askUntil, hoverText, inWorkspace, open, positionOf, waitForProblems, write } from "../harness/editor.ts";

const DEFECTIVE = "kb/990/Q990001/README.md";
const UNKNOWN = "kb/990/Q990011/README.md";
const ADDED = "kb/900/Q900999/README.md";

describe("the language server", () => {
  it("lints again after a restart by command", async () => {
    const { document } = await open(DEFECTIVE);
    await waitForProblems(document.uri, ["31 heading-underline"]);
    await vscode.commands.executeCommand("kb.restartServer");
    await waitForProblems(document.uri, ["31 heading-underline"]);
  });

  it("knows an article as soon as its file is there, and forgets it when it is gone", async () => {
    const { document } = await open(UNKNOWN);
    const at = positionOf(document, "Q900999", 2);
    const source = new TextDecoder().decode(
      await vscode.workspace.fs.readFile(inWorkspace("kb/900/Q900109/README.md")),
    );
    await write(ADDED, source.replaceAll("Q900109", "Q900999"));
    await askUntil(
      () => hoverText(document.uri, at),
      (text) => text.includes("Q900999") && !text.includes("not in this archive"),
    );
    await vscode.workspace.fs.delete(inWorkspace("kb/900/Q900999"), { recursive: true });
    await askUntil(
      () => hoverText(document.uri, at),
      (text) => text.includes("not in this archive"),
    );
  });
});
