// Files in the old code page: VS Code would read them as UTF-8 while it applies an edit to them, and lose characters.
// The server names those that an edit changes; they are opened in their own encoding before the edit is handed on.
import { type Disposable, Uri, workspace } from "vscode";
import type { BaseLanguageClient, Middleware } from "vscode-languageclient";
import { BEYOND_ASCII, type BeyondAscii } from "../../server/src/protocol/protocol.ts";

const CODE_PAGE = "windows1252";
let opening: Promise<unknown> = Promise.resolve();

/** Opens the files that the server names, until disposed. */
export function openLegacyFiles(client: BaseLanguageClient): Disposable {
  return client.onNotification(BEYOND_ASCII, ({ uris }: BeyondAscii) => {
    opening = Promise.all([opening, ...uris.map((uri) => open(Uri.parse(uri)))]);
  });
}

/** Gives an answer once the files that its edit changes are open. */
export async function withLegacyFiles<Answer>(answer: PromiseLike<Answer> | Answer): Promise<Answer> {
  const edit = await answer;
  await opening;
  return edit;
}

/** Lets edits that the server makes for VS Code itself wait for their files. */
export const legacyMiddleware: Pick<Middleware, "resolveCodeAction" | "workspace"> = {
  resolveCodeAction: (item, token, next) => withLegacyFiles(next(item, token)),
  workspace: { willRenameFiles: (event, next) => withLegacyFiles(next(event)) },
};

async function open(uri: Uri): Promise<void> {
  try {
    if (isUtf8(await workspace.fs.readFile(uri))) return;
    await workspace.openTextDocument(uri, { encoding: CODE_PAGE });
  } catch {
    // A file that is gone meanwhile, or open with changes, is VS Code's to deal with.
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
