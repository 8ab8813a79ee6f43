// Renaming a number by F2, moving files in the explorer, updating a title: the archive follows in one step.
import * as vscode from "vscode";
import {
  askUntil,
  expectEqual,
  expectHolds,
  hoverText,
  inWorkspace,
  open,
  positionOf,
  replace,
  waitUntil,
  write,
} from "../harness/editor.ts";

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

function allSaved(): Promise<void> {
  return waitUntil(
    () => unsaved().length === 0,
    (again) => vscode.workspace.onDidSaveTextDocument(again),
    () => `saved files, left: ${unsaved().join(", ")}`,
  );
}

// VS Code leaves unsaved what it changes along with a move.
async function saveDocuments(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) if (document.isDirty) await document.save();
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

async function moveFolder(from: string, to: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(inWorkspace(from), inWorkspace(to));
  expectEqual(await vscode.workspace.applyEdit(edit), true);
}

describe("renaming a number", () => {
  // A rename is refused while the archive is still being read.
  before(async () => {
    const { document } = await open(CITING);
    await askUntil(
      () => hoverText(document.uri, positionOf(document, "Q900302", 2)),
      (card) => card.includes("cited by 1 article"),
    );
  });

  it("changes citations, the article's files and their names, and saves all of it", async () => {
    const before = { citing: await textOf(CITING), page: await textOf(OLD.page), text: await textOf(OLD.text) };
    await rename(CITING, ["Q900302", "901302"], MOVES);
    await allSaved();
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
    await allSaved();
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

describe("files in the old code page", () => {
  it("keep their bytes but for the number", async () => {
    const path = "txt/990/Q990777.TXT";
    const text = (await textOf(OLD.text))
      .replace("DOCUMENT:Q900302", "DOCUMENT:Q990777")
      .replace("FELLSRV1", "F\u00b0LL");
    const bytes = Uint8Array.from(text.replace("Q900301", "Q900302"), (character) => character.charCodeAt(0));
    await vscode.workspace.fs.writeFile(inWorkspace(path), bytes);
    const { document } = await open(CITING);
    await askUntil(
      () => hoverText(document.uri, positionOf(document, "Q900302", 2)),
      (card) => card.includes("cited by 2 articles"),
    );
    await rename(CITING, ["Q900302", "901302"], MOVES);
    await allSaved();
    const after = Array.from(await vscode.workspace.fs.readFile(inWorkspace(path)), (byte) =>
      String.fromCharCode(byte),
    );
    expectEqual(after.join(""), text.replace("Q900301", "Q901302"));
    await rename(
      NEW.page,
      ["Q901302\n", "Q900302"],
      MOVES.map(([from, to]) => [to, from]),
    );
    await allSaved();
    await vscode.workspace.fs.delete(inWorkspace(path));
  });
});

describe("moving a folder to another number", () => {
  it("renames the article, whose raw text follows", async () => {
    const before = { citing: await textOf(CITING), page: await textOf(OLD.page), text: await textOf(OLD.text) };
    await open(CITING);
    const moved = { page: "kb/900/Q900310/README.md", text: "txt/900/Q900310.TXT" };
    await moveFolder("kb/900/Q900302", "kb/900/Q900310");
    await saveDocuments();
    expectEqual(await textOf(CITING), before.citing.replaceAll("Q900302", "Q900310"));
    expectEqual(await textOf(moved.page), before.page.replaceAll("Q900302", "Q900310"));
    expectEqual(await textOf(moved.text), before.text.replaceAll("Q900302", "Q900310"));
    expectEqual([await isThere(OLD.page), await isThere(OLD.text)], [false, false]);
    await moveFolder("kb/900/Q900310", "kb/900/Q900302");
    await saveDocuments();
    expectEqual({ citing: await textOf(CITING), page: await textOf(OLD.page), text: await textOf(OLD.text) }, before);
  });
});

describe("deleting an article that is cited", () => {
  it("is not held up by the notice that it is", async () => {
    const page = await textOf(OLD.page);
    const text = await textOf(OLD.text);
    const edit = new vscode.WorkspaceEdit();
    edit.deleteFile(inWorkspace(OLD.page));
    edit.deleteFile(inWorkspace(OLD.text));
    const started = Date.now();
    expectEqual(await vscode.workspace.applyEdit(edit), true);
    expectEqual([await isThere(OLD.page), await isThere(OLD.text)], [false, false]);
    expectEqual(Date.now() - started < 5000, true);
    await write(OLD.page, page);
    await write(OLD.text, text);
  });

  it("can be asked for by a command that the explorer and the palette have", async () => {
    const known = await vscode.commands.getCommands(true);
    for (const command of ["kb.deleteArticle", "kb.updateQuotedTitles"]) {
      expectEqual([command, known.includes(command)], [command, true]);
    }
  });
});

describe("a title that others quote differently", () => {
  it("is brought to them by an action on it", async () => {
    const before = { citing: await textOf(CITING), page: await textOf(OLD.page), text: await textOf(OLD.text) };
    const editor = await open(OLD.page);
    await replace(editor, "## Q900302: PRB: ", "## Q900302: BUG: ");
    const at = positionOf(editor.document, "BUG: ");
    const [action] = await askUntil(
      () =>
        vscode.commands.executeCommand<vscode.CodeAction[]>(
          "vscode.executeCodeActionProvider",
          editor.document.uri,
          new vscode.Range(at, at),
          "refactor",
          10,
        ),
      (actions) => actions.length > 0,
    );
    expectHolds(action?.title ?? "", "Quote this title wherever Q900302 is cited");
    if (!action?.edit) throw new Error("the action has no edit");
    expectEqual(await vscode.workspace.applyEdit(action.edit, { isRefactoring: true }), true);
    await saveDocuments();
    expectEqual(await textOf(CITING), before.citing.replace("Q900302 PRB: ", "Q900302 BUG: "));
    expectHolds(await textOf(OLD.text), "TITLE   :BUG: ");
    expectHolds(await textOf(OLD.page), 'title: "Q900302: BUG: ');
    await write(CITING, before.citing);
    await write(OLD.page, before.page);
    await write(OLD.text, before.text);
  });
});
