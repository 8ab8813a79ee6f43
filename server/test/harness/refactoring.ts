// What tests of refactorings share: a client that can do all of it, and a look at trees of files.
import type { ClientCapabilities } from "vscode-languageserver";
import { CAPABLE } from "./session.ts";

/** A client that previews, renames and deletes. */
export const REFACTORING: ClientCapabilities = {
  ...CAPABLE,
  workspace: {
    ...CAPABLE.workspace,
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ["create", "rename", "delete"],
      changeAnnotationSupport: { groupsOnLabel: true },
    },
  },
  textDocument: {
    ...CAPABLE.textDocument,
    rename: { prepareSupport: true },
    codeAction: { resolveSupport: { properties: ["edit"] } },
  },
};

/** Files as a tree of texts. */
export function treeOf(files: Readonly<Record<string, string | Uint8Array>>): Map<string, string> {
  return new Map(Object.entries(files).map(([path, text]) => [path, String(text)]));
}

/** The paths that two trees do not have alike. */
export function changedPaths(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).sort();
}
