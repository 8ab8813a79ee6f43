// Problems while typing and on save, and their repair.
import * as vscode from "vscode";
import { expectEqual, open, problems, replace, waitForProblems } from "../harness/editor.ts";

const DEFECTIVE = "kb/990/Q990001/README.md";
const SOUND = "kb/900/Q900109/README.md";

async function setRun(value: string | undefined): Promise<void> {
  await vscode.workspace.getConfiguration("kb").update("lint.run", value, vscode.ConfigurationTarget.Workspace);
}

async function revert(): Promise<void> {
  await vscode.commands.executeCommand("workbench.action.files.revert");
}

describe("linting", () => {
  it("reports a short underline with its rule and the rule's page", async () => {
    const { document } = await open(DEFECTIVE);
    await waitForProblems(document.uri, ["31 heading-underline"]);
    const [diagnostic] = vscode.languages.getDiagnostics(document.uri);
    const code = diagnostic?.code;
    const target = typeof code === "object" ? code.target.path : "";
    expectEqual(target.endsWith("/docs/rules/heading-underline.md"), true);
    expectEqual(document.getText(diagnostic?.range), "==============");
  });

  it("is silent on a sound article", async () => {
    const { document } = await open(SOUND);
    await replace(vscode.window.activeTextEditor ?? (await open(SOUND)), "CAUSE\n", "CAUSES\n");
    await waitForProblems(document.uri, ["33 misspelled-heading"]);
    await revert();
    await waitForProblems(document.uri, []);
  });

  it("repairs by quick fix, and the problem goes", async () => {
    const editor = await open(DEFECTIVE);
    const { document } = editor;
    await waitForProblems(document.uri, ["31 heading-underline"]);
    const range = vscode.languages.getDiagnostics(document.uri)[0]?.range;
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      range,
      "quickfix",
    );
    // VS Code keeps an action's diagnostics to itself here; the protocol tests look at them.
    const fix = actions.find((action) => action.isPreferred);
    if (!fix?.edit) throw new Error(`no preferred quick fix among ${actions.map((action) => action.title).join(", ")}`);
    await vscode.workspace.applyEdit(fix.edit);
    await waitForProblems(document.uri, []);
    expectEqual(document.lineAt(30).text, "\t================");
    await revert();
  });

  it("repairs all safe defects by one command, in one undo step", async () => {
    const editor = await open(SOUND);
    const before = editor.document.getText();
    await replace(editor, "CAUSE\n\t=====", "Cause\n\t=======");
    await replace(editor, "Issue type        :", "Issue type :");
    await waitForProblems(editor.document.uri, ["33 misspelled-heading", "63 footer-field"]);
    const damaged = editor.document.getText();
    await vscode.commands.executeCommand("kb.fixAll");
    await waitForProblems(editor.document.uri, []);
    expectEqual(editor.document.getText(), before);
    await vscode.commands.executeCommand("undo");
    expectEqual(editor.document.getText(), damaged);
    await revert();
  });

  it("waits for the save with onSave, and is silent with off", async () => {
    const editor = await open(SOUND);
    const { document } = editor;
    await waitForProblems(document.uri, []);
    await setRun("onSave");
    await replace(editor, "CAUSE\n", "CAUSES\n");
    await vscode.commands.executeCommand("vscode.executeDocumentSymbolProvider", document.uri);
    expectEqual(problems(document.uri), []);
    await document.save();
    await waitForProblems(document.uri, ["33 misspelled-heading"]);
    await setRun("off");
    await waitForProblems(document.uri, []);
    await setRun(undefined);
    await waitForProblems(document.uri, ["33 misspelled-heading"]);
    await replace(editor, "CAUSES\n", "CAUSE\n");
    await document.save();
    await waitForProblems(document.uri, []);
  });
});
