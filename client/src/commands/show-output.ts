// The command “KB: Show Output”.
import { commands, type Disposable, type LogOutputChannel } from "vscode";

/** Registers the command. */
export function registerShowOutput(output: LogOutputChannel): Disposable {
  return commands.registerCommand("kb.showOutput", () => output.show(true));
}
