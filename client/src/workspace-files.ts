// Answers the server's requests for files: its only way to them in the browser and in virtual workspaces.
import { Disposable, RelativePattern, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  FIND_FILES,
  type FindFilesParams,
  type FindFilesResult,
  READ_FILE,
  type ReadFileParams,
  type ReadFileResult,
} from "../../server/src/protocol/protocol.ts";

const CANDIDATES = "**/{*.txt,*.TXT,*.md,kb.config.json}";
const BASE64_STEP = 0x8000;

/** Serves files to the server until disposed. */
export function serveFiles(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    client.onRequest(READ_FILE, ({ uri }: ReadFileParams) => readFile(uri)),
    client.onRequest(FIND_FILES, ({ folder }: FindFilesParams) => findFiles(folder)),
  );
}

async function readFile(uri: string): Promise<ReadFileResult> {
  const target = Uri.parse(uri, true);
  // Only what the author has opened as workspace is read, whatever the server asks for.
  if (!workspace.getWorkspaceFolder(target)) return { base64: null };
  try {
    return { base64: toBase64(await workspace.fs.readFile(target)) };
  } catch {
    return { base64: null };
  }
}

async function findFiles(folder: string): Promise<FindFilesResult> {
  const found = await workspace.findFiles(new RelativePattern(Uri.parse(folder, true), CANDIDATES));
  return { uris: found.map((uri) => uri.toString()) };
}

function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += BASE64_STEP) {
    binary += String.fromCharCode(...bytes.subarray(at, at + BASE64_STEP));
  }
  return btoa(binary);
}
