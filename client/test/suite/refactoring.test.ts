// Renaming a number by F2, moving files in the explorer, updating a title: the archive follows in one step.
import * as vscode from "vscode";
import { askUntil, expectEqual, expectHolds, inWorkspace, open, positionOf } from "../harness/editor.ts";

const CITING = "kb/900/Q900301/README.md";
const OLD = { page: "kb/900/Q900302/README.md", text: "txt/900/Q900302.TXT" };
const NEW = { page: "kb/901/Q901302/README.md", text: "txt/901/Q901302.TXT" };

const MOVES: readonly Move[] = [
  [OLD.text, NEW.text],
  ["kb/900/Q900302", "kb/901/Q901302"],
];

async function textOf(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(inWorkspace(path)));
}

async function isThere(path: string): Promise<boolean> {
  return vscode.workspace.fs.stat(inWorkspace(path)).then(
    () => true,
    () => false,
  );
}

function unsaved(): string[] {
  return vscode.workspace.textDocuments.filter((document) => document.isDirty).map((document) => document.uri.path);
}

type Move = readonly [from: string, to: string];

// F2 applies texts before files. The command that asks the provider gives them in another order, so they are put back
// into theirs.
async function rename(path: string, [from, to]: Move, moves: readonly Move[]): Promise<void> {
  const { document } = await open(path);
  const at = positionOf(document, from, 2);
  const answer = await askUntil(
    () =>
      vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        "vscode.executeDocumentRenameProvider",
        document.uri,
        at,
        to,
      ),
    (found) => found.size > 0,
  );
  const edit = new vscode.WorkspaceEdit();
  for (const [uri, edits] of answer.entries()) edit.set(uri, edits);
  for (const [before, after] of moves) edit.renameFile(inWorkspace(before), inWorkspace(after));
  expectEqual(answer.size, edit.size);
  expectEqual(await vscode.workspace.applyEdit(edit, { isRefactoring: true }), true);
}

describe("renaming a number", () => {
  it("changes citations, the article's files and their names, and saves all of it", async () => {
    const before = { citing: await textOf(CITING), page: await textOf(OLD.page), text: await textOf(OLD.text) };
    await rename(CITING, ["Q900302", "901302"], MOVES);
    expectEqual(unsaved(), []);
    expectEqual(await textOf(CITING), before.citing.replaceAll("Q900302", "Q901302"));
    expectEqual([await isThere(OLD.page), await isThere(OLD.text)], [false, false]);
    const page = before.page.replaceAll("900/Q900302", "901/Q901302").replaceAll("Q900302", "Q901302");
    expectEqual(await textOf(NEW.page), page);
    expectEqual(await textOf(NEW.text), before.text.replaceAll("Q900302", "Q901302"));
    await rename(
      NEW.page,
      ["Q901302\n", "Q900302"],
      MOVES.map(([from, to]) => [to, from]),
    );
    expectEqual(unsaved(), []);
    expectEqual({ citing: await textOf(CITING), page: await textOf(OLD.page), text: await textOf(OLD.text) }, before);
    expectEqual([await isThere(NEW.page), await isThere(NEW.text)], [false, false]);
  });

  it("is refused with a reason where the number is taken", async () => {
    const { document } = await open(CITING);
    const at = positionOf(document, "Q900302", 2);
    const message = await vscode.commands
      .executeCommand("vscode.executeDocumentRenameProvider", document.uri, at, "Q900101")
      .then(
        () => "no refusal",
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      );
    expectHolds(message, "Q900101 is taken by kb/900/Q900101/README.md");
  });
});
