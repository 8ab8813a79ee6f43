// The extension in VS Code for the Web: the server runs as a web worker and asks this side for files.
import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { clientOptions } from "./client-options.ts";
import { CLIENT_ID, CLIENT_NAME } from "./names.ts";
import { type RunningExtension, startExtension } from "./start-extension.ts";

let running: RunningExtension | undefined;

/** Called by VS Code when an article, a Markdown file or a plain text is opened; starts the server for articles only. */
export function activate(context: ExtensionContext): void {
  running = startExtension(context, (output) => {
    const script = Uri.joinPath(context.extensionUri, "dist", "server.web.js");
    const createWorker = async (): Promise<Worker> => new Worker(script.toString(true));
    return new LanguageClient(CLIENT_ID, CLIENT_NAME, createWorker, clientOptions(output, { clientFiles: true }));
  });
}

/** Stops the server. */
export async function deactivate(): Promise<void> {
  await running?.stop();
}
