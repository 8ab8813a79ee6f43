// The extension in desktop and remote VS Code: the server runs as a Node process of its own, spoken to over IPC.
import type { ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import type { InitializationOptions } from "../../server/src/protocol/protocol.ts";
import { clientOptions } from "./client-options.ts";
import { CLIENT_ID, CLIENT_NAME } from "./names.ts";
import { type RunningExtension, startExtension } from "./start-extension.ts";

let running: RunningExtension | undefined;

/** Called by VS Code when an article, a Markdown file or a plain text is opened; starts the server for articles only. */
export function activate(context: ExtensionContext): void {
  running = startExtension(context, (output) => {
    const module = context.asAbsolutePath("dist/kb-language-server.js");
    const run = { module, transport: TransportKind.ipc };
    const debug = { ...run, options: { execArgv: ["--nolazy", "--inspect=6009"] } };
    return new LanguageClient(
      CLIENT_ID,
      CLIENT_NAME,
      { run, debug },
      clientOptions(output, { clientFiles: false, showReferences: true, ...storageOf(context) }),
    );
  });
}

// The workspace's own storage: an index for it alone, that goes when VS Code forgets the workspace.
function storageOf({ storageUri }: ExtensionContext): Pick<InitializationOptions, "storageFolder"> {
  return storageUri?.scheme === "file" ? { storageFolder: storageUri.fsPath } : {};
}

/** Stops the server. */
export async function deactivate(): Promise<void> {
  await running?.stop();
}
