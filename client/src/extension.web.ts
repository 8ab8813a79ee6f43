// The extension in VS Code for the Web: the server runs as a web worker and asks this side for files.
import { type ExtensionContext, Uri } from "vscode";
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from "vscode-languageclient/browser";
import { clientOptions } from "./client-options.ts";
import { CLIENT_ID, CLIENT_NAME } from "./names.ts";
import { type RunningExtension, startExtension } from "./start-extension.ts";

let running: RunningExtension | undefined;

/** Called by VS Code when an article, a Markdown file or a plain text is opened; starts the server for articles only. */
export function activate(context: ExtensionContext): void {
  running = startExtension(context, (output) => {
    const script = Uri.joinPath(context.extensionUri, "dist", "server.web.js");
    const options = clientOptions(output, { clientFiles: true, showReferences: true });
    return new LanguageClient(CLIENT_ID, CLIENT_NAME, () => startWorker(script), options);
  });
}

// The transports are made here, because VS Code puts a class of its own in the place of `Worker`, which the language
// client does not know again.
async function startWorker(script: Uri): Promise<MessageTransports> {
  const worker = new Worker(script.toString(true));
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}

/** Stops the server. */
export async function deactivate(): Promise<void> {
  await running?.stop();
}
