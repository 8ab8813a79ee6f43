// The command “KB: Restart Language Server”.
import { commands, type Disposable, type LogOutputChannel, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

/** Registers the command; before the first article there is no server to restart. */
export function registerRestartServer(
  client: () => BaseLanguageClient | undefined,
  output: LogOutputChannel,
): Disposable {
  return commands.registerCommand("kb.restartServer", async () => {
    const running = client();
    if (!running) {
      void window.showInformationMessage("KB Author: open an article first; the language server starts with it.");
      return;
    }
    output.info("Restarting the language server on request.");
    if (running.isRunning()) await running.stop();
    await running.start();
  });
}
