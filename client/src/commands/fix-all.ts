// The command “KB: Fix All in This Article”: the safe fixes, as on save, in one undo step.
import { commands, type Disposable } from "vscode";

/** Registers the command. */
export function registerFixAll(): Disposable {
  return commands.registerCommand("kb.fixAll", () =>
    commands.executeCommand("editor.action.sourceAction", { kind: "source.fixAll.kb", apply: "first" }),
  );
}
