// Saves the page that a rename of a number moved with its folder: VS Code saves the files that a refactoring changes, but
// looks for them under the names that they had before. What the author moves by hand is left unsaved, as it was.
import { type Disposable, type FileRenameEvent, Uri, workspace } from "vscode";
import type { RenameMiddleware } from "vscode-languageclient";
import { withLegacyFiles } from "./legacy-files.ts";

const PAGE = "README.md";
let wanted: string | undefined;

/** Notes the number that the latest rename asked for. */
export const noteRename: RenameMiddleware = {
  provideRenameEdits: (...[document, position, newName, token, next]) => {
    wanted = /\d{5,6}/.exec(newName)?.[0];
    return withLegacyFiles(next(document, position, newName, token));
  },
};

/** Saves pages that renames move, until disposed. */
export function saveRenamed(): Disposable {
  return workspace.onDidRenameFiles(({ files }) => {
    for (const file of files) if (isWanted(file)) void savePage(file.newUri);
  });
}

function isWanted({ newUri }: FileRenameEvent["files"][number]): boolean {
  return wanted !== undefined && newUri.path.endsWith(`/Q${wanted}`);
}

async function savePage(folder: Uri): Promise<void> {
  if (!workspace.getConfiguration("files", folder).get<boolean>("refactoring.autoSave", true)) return;
  try {
    const document = await workspace.openTextDocument(Uri.joinPath(folder, PAGE));
    if (document.isDirty) await document.save();
  } catch {
    // A folder without a page has nothing to save.
  }
}
