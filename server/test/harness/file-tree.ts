// A tree of files as text by relative path, and the protocol's workspace edits applied to it as an editor does:
// in their order, texts under the names that they have at that moment. Written apart from the server's own code.
import type { TextEdit, WorkspaceEdit } from "vscode-languageserver";
import { applyLspEdits } from "./apply-edits.ts";

/** Files by path relative to the folder whose URI is given. */
export type FileTree = ReadonlyMap<string, string>;

/** The tree after an edit. Refuses edits of files that are not there and moves onto files that are. */
export function applyWorkspaceEdit(tree: FileTree, root: string, edit: WorkspaceEdit): Map<string, string> {
  const files = new Map(tree);
  const pathOf = (uri: string): string => {
    if (!uri.startsWith(`${root}/`)) throw new Error(`${uri} lies outside the archive`);
    return decodeURIComponent(uri.slice(root.length + 1));
  };
  for (const [uri, edits] of Object.entries(edit.changes ?? {})) change(files, pathOf(uri), edits);
  for (const step of edit.documentChanges ?? []) {
    if ("textDocument" in step) change(files, pathOf(step.textDocument.uri), step.edits.map(textEdit));
    else if (step.kind === "rename") move(files, pathOf(step.oldUri), pathOf(step.newUri));
    else if (step.kind === "delete") remove(files, pathOf(step.uri));
    else if (!files.has(pathOf(step.uri))) files.set(pathOf(step.uri), "");
  }
  return files;
}

function textEdit(edit: object): TextEdit {
  if (!("newText" in edit) || !("range" in edit)) throw new Error("an edit that is no text edit");
  return edit as TextEdit;
}

function change(files: Map<string, string>, path: string, edits: readonly TextEdit[]): void {
  const text = files.get(path);
  if (text === undefined) throw new Error(`${path} is changed but not there`);
  files.set(path, applyLspEdits(text, edits));
}

function move(files: Map<string, string>, from: string, to: string): void {
  const moving = [...files.keys()].filter((path) => path === from || path.startsWith(`${from}/`));
  if (moving.length === 0) throw new Error(`${from} is moved but not there`);
  for (const path of moving) {
    const target = to + path.slice(from.length);
    if (files.has(target)) throw new Error(`${target} is in the way`);
    files.set(target, files.get(path) ?? "");
    files.delete(path);
  }
}

function remove(files: Map<string, string>, path: string): void {
  if (!files.delete(path)) throw new Error(`${path} is deleted but not there`);
}
