// The extension starts in a real VS Code.
// Everything else in the suite rests on this.
import * as vscode from "vscode";

describe("the extension", () => {
  it("activates", async () => {
    const extension = vscode.extensions.getExtension("kb-author.kb-author");
    if (extension === undefined) throw new Error("VS Code does not know the extension kb-author.kb-author.");
    await extension.activate();
    if (!extension.isActive) throw new Error("The extension did not activate.");
  });
});
