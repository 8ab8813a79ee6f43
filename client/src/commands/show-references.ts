// The command behind the code lens “cited by n articles”: the places that cite an article, in the references view.
// Not in the command palette, because it needs to be told which article.
import { commands, type Disposable, Uri } from "vscode";
import type { BaseLanguageClient, Location, Position } from "vscode-languageclient";
import { SHOW_REFERENCES } from "../../../server/src/protocol/protocol.ts";

/** Registers the command; it gives the places that it shows. */
export function registerShowReferences(client: () => BaseLanguageClient | undefined): Disposable {
  return commands.registerCommand(SHOW_REFERENCES, async (uri: string, position: Position) => {
    const running = client();
    if (!running?.isRunning()) return [];
    const { protocol2CodeConverter: toCode } = running;
    const params = { textDocument: { uri }, position, context: { includeDeclaration: false } };
    const found = await running.sendRequest<Location[] | null>("textDocument/references", params);
    const locations = (found ?? []).map((location) => toCode.asLocation(location));
    await commands.executeCommand(
      "editor.action.showReferences",
      Uri.parse(uri),
      toCode.asPosition(position),
      locations,
    );
    return locations;
  });
}
