// From article to article: hover, definition, references, links, outline, folding.
import * as vscode from "vscode";
import { askUntil, expectEqual, expectHolds, hoverText, inWorkspace, open, positionOf } from "../harness/editor.ts";

const CITING = "kb/900/Q900103/README.md";
const UNKNOWN = "kb/990/Q990011/README.md";

describe("a reference", () => {
  it("shows the cited article's card on hovering", async () => {
    const { document } = await open(CITING);
    const at = positionOf(document, "Q900101", 2);
    const card = await askUntil(
      () => hoverText(document.uri, at),
      (text) => text.includes("Q900101") && text.includes("cited by"),
    );
    const target = await vscode.workspace.openTextDocument(inWorkspace("kb/900/Q900101/README.md"));
    const title = target.lineAt(6).text.replace(/^## Q\d+: /, "");
    expectHolds(card.replaceAll("\\", ""), title);
    expectHolds(card, "last modified 22-JAN-2002");
  });

  it("is said to be not in this archive where it is not", async () => {
    const { document } = await open(UNKNOWN);
    const at = positionOf(document, "Q900999", 2);
    await askUntil(
      () => hoverText(document.uri, at),
      (text) => text.includes("not in this archive"),
    );
  });

  it("leads to the cited article's title by F12", async () => {
    const editor = await open(CITING);
    const at = positionOf(editor.document, "Q900101", 2);
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand("editor.action.revealDefinition");
    const arrived = vscode.window.activeTextEditor;
    expectEqual(arrived?.document.uri.path.endsWith("kb/900/Q900101/README.md"), true);
    expectEqual(arrived?.selection.active.line, 6);
  });

  it("is listed among the references to its target", async () => {
    const { document } = await open(CITING);
    const at = positionOf(document, "Q900101", 2);
    const places = await askUntil(
      () => vscode.commands.executeCommand<vscode.Location[]>("vscode.executeReferenceProvider", document.uri, at),
      (found) => found.length >= 8,
    );
    expectEqual(
      places.some((place) => place.uri.path === document.uri.path),
      true,
    );
  });

  it("is a link, unlike a file name", async () => {
    const { document } = await open(CITING);
    const links = await askUntil(
      () => vscode.commands.executeCommand<vscode.DocumentLink[]>("vscode.executeLinkProvider", document.uri),
      (found) => found.length > 0,
    );
    const texts = links.map((link) => document.getText(link.range));
    expectEqual(texts.includes("Q900101"), true);
    expectEqual(
      texts.some((text) => text.includes(".exe")),
      false,
    );
  });
});

describe("an article", () => {
  it("has an outline of its sections and folds by them", async () => {
    const { document } = await open(CITING);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      "vscode.executeDocumentSymbolProvider",
      document.uri,
    );
    const names = flatten(symbols).map((symbol) => symbol.name);
    for (const name of ["SYMPTOMS", "CAUSE", "RESOLUTION", "STATUS"])
      expectEqual([name, names.includes(name)], [name, true]);
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      "vscode.executeFoldingRangeProvider",
      document.uri,
    );
    expectEqual(folds.length >= 6, true);
  });
});

function flatten(symbols: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...flatten(symbol.children)]);
}
