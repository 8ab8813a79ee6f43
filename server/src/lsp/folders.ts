// The workspace folders that the client has open, in normal form.
// Older clients name a single root instead of a list.
import type { InitializeParams, WorkspaceFolder } from "vscode-languageserver";
import { URI } from "vscode-uri";
import { normalUri } from "../host/uris.ts";

/** The folders that a client opens with. */
export function initialFolders(params: InitializeParams): string[] {
  if (Array.isArray(params.workspaceFolders)) return folderUris(params.workspaceFolders);
  if (typeof params.rootUri === "string") return [normalUri(params.rootUri)];
  return typeof params.rootPath === "string" ? [normalUri(URI.file(params.rootPath).toString())] : [];
}

/** The URIs of folders. */
export function folderUris(folders: readonly WorkspaceFolder[]): string[] {
  return folders.filter(({ uri }) => typeof uri === "string").map(({ uri }) => normalUri(uri));
}
