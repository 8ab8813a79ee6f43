// Problems of articles that are not open: by the command, by the setting, and what becomes of them at opening, closing
// and clearing.
import * as vscode from "vscode";
import { expectEqual, inWorkspace, open, waitForProblems } from "../harness/editor.ts";

const OPENED = "kb/990/Q990001/README.md";
const CLOSED = "txt/990/Q990008.TXT";

interface Result {
  readonly files: number;
  readonly errors: number;
  readonly message: string;
}

async function setScope(value: string | undefined): Promise<void> {
  const { Workspace } = vscode.ConfigurationTarget;
  await vscode.workspace.getConfiguration("kb").update("diagnostics.scope", value, Workspace);
}

describe("the whole archive", () => {
  before(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));
  after(async () => {
    await setScope(undefined);
    await vscode.commands.executeCommand("kb.clearArchiveProblems");
  });

  it("is linted by a command, and its problems are cleared by another", async () => {
    await waitForProblems(inWorkspace(CLOSED), []);
    const result = await vscode.commands.executeCommand<Result>("kb.lintArchive");
    expectEqual(result.errors > 5, true);
    await waitForProblems(inWorkspace(CLOSED), ["1 invalid-date"]);
    await vscode.commands.executeCommand("kb.clearArchiveProblems");
    await waitForProblems(inWorkspace(CLOSED), []);
  });

  it("shows a file's problems once, open or not, and follows the setting", async () => {
    const closed = inWorkspace(OPENED);
    await setScope("workspace");
    await waitForProblems(closed, ["31 heading-underline"]);
    const { document } = await open(OPENED);
    await waitForProblems(document.uri, ["31 heading-underline"]);
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await waitForProblems(closed, ["31 heading-underline"]);
    await setScope("openFiles");
    await waitForProblems(closed, []);
  });

  it("forgets what was typed and thrown away", async () => {
    await setScope("workspace");
    const editor = await open(CLOSED);
    await editor.edit((edit) => edit.delete(new vscode.Range(0, 0, 1, 0)));
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await waitForProblems(inWorkspace(CLOSED), ["1 invalid-date"]);
  });
});
