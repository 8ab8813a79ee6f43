// The command “KB: Update This Title Wherever It Is Quoted”: citations, index pages and the article's own other titles.
import { commands, type Disposable, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { applyOffer, askTitleUpdate, type EnsureClient, withServer } from "../article-requests.ts";

/** Registers the command for the article in the active editor. */
export function registerUpdateQuotedTitles(ensure: EnsureClient): Disposable {
  return commands.registerCommand("kb.updateQuotedTitles", () => withServer(ensure, update));
}

async function update(client: BaseLanguageClient): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const position = client.code2ProtocolConverter.asPosition(editor.selection.active);
  const offer = await askTitleUpdate(client, { uri: editor.document.uri.toString(), position });
  const { size } = await client.protocol2CodeConverter.asWorkspaceEdit(offer.edit);
  if (size === 0) {
    void window.showInformationMessage("KB Author: everyone quotes this title as it is.");
    return;
  }
  const places = offer.places === 1 ? "1 citation" : `${offer.places} citations`;
  const question = `Quote this title in ${places}? ${size === 1 ? "1 file changes." : `${size} files change.`}`;
  const answer = await window.showInformationMessage(question, { modal: true }, "Update");
  if (answer === "Update") await applyOffer(client, offer);
}
