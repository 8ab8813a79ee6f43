// The graph of references in the editor: call hierarchy, code lens and inlay hints, the latter two switched on first.
import * as vscode from "vscode";
import { askUntil, expectEqual, expectHolds, inWorkspace, open, positionOf } from "../harness/editor.ts";

const CITING = "kb/900/Q900103/README.md";
const CITED = "kb/900/Q900101/README.md";

describe("the graph of references", () => {
  it("shows who cites an article, and whom the callers cite", async () => {
    const { document } = await open(CITED);
    const at = positionOf(document, "Q900101: ", 2);
    const [item] = await askUntil(
      () => vscode.commands.executeCommand<vscode.CallHierarchyItem[]>("vscode.prepareCallHierarchy", document.uri, at),
      (items) => items.length === 1,
    );
    expectHolds(item?.name ?? "", "Q900101");
    const incoming = await askUntil(
      () => vscode.commands.executeCommand<vscode.CallHierarchyIncomingCall[]>("vscode.provideIncomingCalls", item),
      (calls) => calls.length >= 4,
    );
    const caller = incoming.find((call) => call.from.uri.path.endsWith(CITING));
    const citing = await vscode.workspace.openTextDocument(inWorkspace(CITING));
    expectEqual(
      caller?.fromRanges.map((range) => citing.getText(range)),
      ["Q900101"],
    );
    const outgoing = await vscode.commands.executeCommand<vscode.CallHierarchyOutgoingCall[]>(
      "vscode.provideOutgoingCalls",
      caller?.from,
    );
    expectEqual(
      outgoing.map((call) => call.to.name.slice(0, 7)),
      ["Q900101"],
    );
  });

  it("counts the citing articles above the title, and its command shows the places", async () => {
    await withSetting("codeLens.enabled", async () => {
      const { document } = await open(CITED);
      const [lens] = await askUntil(
        () => vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", document.uri, 1),
        (lenses) => lenses.length === 1 && lenses[0]?.command !== undefined,
      );
      expectEqual(lens?.range.start.line, 6);
      expectHolds(lens?.command?.title ?? "", "cited by ");
      const { command = "", arguments: args = [] } = lens?.command ?? {};
      expectEqual(command, "kb.showReferences");
      const shown = await vscode.commands.executeCommand<vscode.Location[]>(command, ...args);
      expectEqual(shown.length >= 4, true);
      for (const { uri, range } of shown) {
        expectEqual((await vscode.workspace.openTextDocument(uri)).getText(range), "Q900101");
      }
      await vscode.commands.executeCommand("closeReferenceSearch");
    });
  });

  it("shows the current title behind a reference that quotes an older one", async () => {
    await withSetting("inlayHints.enabled", async () => {
      const { document } = await open(CITING);
      const edit = new vscode.WorkspaceEdit();
      const start = positionOf(document, "Q900101 INFO: How", "Q900101 ".length);
      edit.replace(document.uri, new vscode.Range(start, start.translate(0, "INFO: How".length)), "INFO: Where");
      await vscode.workspace.applyEdit(edit);
      const whole = new vscode.Range(0, 0, document.lineCount, 0);
      const [hint] = await askUntil(
        () =>
          vscode.commands.executeCommand<vscode.InlayHint[]>("vscode.executeInlayHintProvider", document.uri, whole),
        (hints) => hints.length === 1,
      );
      expectHolds(String(hint?.label), "→ INFO: How to Obtain");
      expectEqual(hint?.position.line, start.line);
      await vscode.commands.executeCommand("workbench.action.files.revert");
    });
  });
});

async function withSetting(name: string, work: () => Promise<void>): Promise<void> {
  const settings = vscode.workspace.getConfiguration("kb");
  await settings.update(name, true, vscode.ConfigurationTarget.Global);
  try {
    await work();
  } finally {
    await settings.update(name, undefined, vscode.ConfigurationTarget.Global);
  }
}
